import { z } from 'zod'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({ text: Remark.optional() })

/** Urges the unit on (催办), by the hotline or by the citizen; each with time and actor. */
export const urgeTicket: TicketVerb<typeof Input> = {
  action: 'urge',
  input: Input,
  async decide({ ticket }, { text }) {
    return { patch: { urgeCount: ticket.urgeCount + 1 }, text: text ?? null, visibility: 'citizen' }
  },
}
