import { ticketProblem } from '../../tickets.errors.ts'
import { z } from 'zod'
import { endAssignments } from '../../units/assignments.store.ts'
import { cancelRequests } from '../../units/requests.store.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { lockTicket, mergedInto } from '../../tickets.store.ts'

const Input = z.strictObject({ reason: Remark })

/** The citizen takes the request back (撤单). Throws `ticket.has-merged` where others wait for the same answer. */
export const withdrawTicket: TicketVerb<typeof Input> = {
  action: 'withdraw',
  input: Input,
  async decide({ tx, actor, now, ticket }, { reason }) {
    await lockTicket(tx, ticket.id)
    if ((await mergedInto(tx, ticket.id)).length > 0) throw ticketProblem('ticket.has-merged')
    await endAssignments(tx, ticket.id, now, 'withdrawn')
    await cancelRequests(tx, ticket.id, now, actor.id)
    return { text: reason, reason, visibility: 'citizen', citizenText: { template: 'ticket.withdrawn', params: {} } }
  },
}
