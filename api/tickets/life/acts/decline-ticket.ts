import { z } from 'zod'
import { Remark } from '../ticket.input.ts'
import { declineOutcomes } from '../../../vocabulary/ticket.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({
  outcome: z.enum(declineOutcomes),
  /** The statutory or social route the citizen is shown (告知途径). */
  route: Remark,
  /** What the citizen was told, in the words used. */
  told: Remark,
})

/** Does not accept a request (不予受理) and says why and where to go (BJ 11; WF 19). It is still counted. */
export const declineTicket: TicketVerb<typeof Input> = {
  action: 'decline',
  input: Input,
  async decide(_, { outcome, route, told }) {
    return {
      patch: { outcome },
      text: told,
      reason: outcome,
      visibility: 'citizen',
      data: { outcome, route },
      citizenText: { template: 'ticket.declined', params: { told, route } },
      alsoToMerged: true,
    }
  },
}
