import { z } from 'zod'
import { endAssignments } from '../../units/assignments.store.ts'
import { cancelRequests } from '../../units/requests.store.ts'
import { Remark } from '../ticket.input.ts'
import { declineOutcomes } from '../../../vocabulary/ticket.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({
  /** One of the cases that are not handled, or the citizen refuses to co-operate (WF 21). */
  ground: z.enum([...declineOutcomes, 'citizenRefuses']),
  reason: Remark,
  told: Remark,
})

/** Ends the handling early on the unit's written request (终止办理, WF 21): approved here, and the citizen is told. */
export const terminateTicket: TicketVerb<typeof Input> = {
  action: 'terminate',
  input: Input,
  async decide({ tx, actor, now, ticket }, { ground, reason, told }) {
    await endAssignments(tx, ticket.id, now, 'terminated')
    await cancelRequests(tx, ticket.id, now, actor.id)
    return {
      patch: { outcome: ground },
      text: told,
      reason,
      visibility: 'citizen',
      data: { ground },
      citizenText: { template: 'ticket.terminated', params: { told } },
      alsoToMerged: true,
    }
  },
}
