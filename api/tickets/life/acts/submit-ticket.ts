import { z } from 'zod'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({})

/** Hands an accepted request to the dispatchers (提交派单); what it is about must be known. */
export const submitTicket: TicketVerb<typeof Input> = {
  action: 'submit',
  input: Input,
  async decide({ actor, ticket }) {
    return { patch: actor.kind === 'staff' && ticket.decidedBy === null ? { decidedBy: 'person' } : {} }
  },
}
