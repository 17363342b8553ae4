import { z } from 'zod'
import { decideReturn } from '../requests.store.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'

const Input = z.strictObject({ note: Remark })

/** The objection is not right (异议不成立): the ticket goes back to where it was, the clock never stopped. */
export const rejectReturn: TicketVerb<typeof Input> = {
  action: 'rejectReturn',
  input: Input,
  async decide({ tx, actor, now, ticket }, { note }) {
    await decideReturn(tx, ticket.id, { state: 'rejected', at: now, by: actor.id, note })
    return { patch: { stateBefore: null }, text: note, reason: note }
  },
}
