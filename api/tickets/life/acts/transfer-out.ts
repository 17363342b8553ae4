import { z } from 'zod'
import { Remark } from '../ticket.input.ts'
import { words } from '../../../platform/words.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({
  /** The line or body that takes it: 110, 12315, a vertical department … */
  to: words(100),
  /** Whether the other side took it while the citizen was there; if not, what happened. */
  connected: z.boolean(),
  told: Remark,
})

/** Hands the request to another line (转办, 一键转接): who, when, to which line, connected or not (G12). */
export const transferOut: TicketVerb<typeof Input> = {
  action: 'transferOut',
  input: Input,
  async decide(_, { to, connected, told }) {
    return {
      patch: { outcome: to },
      text: told,
      visibility: 'citizen',
      data: { to, connected },
      citizenText: { template: 'ticket.transferredOut', params: { to, told } },
      alsoToMerged: true,
    }
  },
}
