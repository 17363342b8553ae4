import { z } from 'zod'
import { isHotline } from '../../../vocabulary/actor.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({ text: Remark, visibility: z.enum(['unit', 'hotline']).optional() })

/** A remark (备注). Never moves a clock; only the hotline may keep one to itself. */
export const noteTicket: TicketVerb<typeof Input> = {
  action: 'note',
  input: Input,
  async decide({ actor }, { text, visibility = 'unit' }) {
    return { text, visibility: isHotline(actor) ? visibility : 'unit' }
  },
}
