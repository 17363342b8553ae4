import { ticketProblem } from '../../tickets.errors.ts'
import { z } from 'zod'
import { decideExtension, pendingExtension } from '../../units/requests.store.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({ note: Remark })

/** Refuses more time (不予延期): the due time stays. */
export const refuseExtension: TicketVerb<typeof Input> = {
  action: 'refuseExtension',
  input: Input,
  async decide({ tx, actor, now, ticket }, { note }) {
    const asked = await pendingExtension(tx, ticket.id)
    if (!asked) throw ticketProblem('ticket.nothing-pending')
    await decideExtension(tx, asked.id, { state: 'refused', at: now, by: actor.id, note, newDueAt: null })
    return { text: note, reason: note }
  },
}
