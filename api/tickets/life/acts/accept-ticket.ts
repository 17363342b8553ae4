import { z } from 'zod'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({})

/** Accepts a request (受理): from now on the hotline owes an outcome. */
export const acceptTicket: TicketVerb<typeof Input> = {
  action: 'accept',
  input: Input,
  async decide({ now }) {
    return { patch: { acceptedAt: now }, visibility: 'citizen' }
  },
}
