import { z } from 'zod'
import { leadOf, patchAssignment } from '../assignments.store.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { momentText } from '../../platform/words.ts'

export const contactWays = ['phone', 'text', 'visit', 'other'] as const

const Input = z.strictObject({
  how: z.enum(contactWays),
  /** Whether the citizen was reached; a vain try is kept, but it is not the first contact. */
  reached: z.boolean(),
  /** When, if not just now. */
  at: momentText.optional(),
  text: Remark,
})

/** The unit records that it contacted the citizen (先行联系, BJ 15(1)); the first time it reached them is measured. */
export const firstContact: TicketVerb<typeof Input> = {
  action: 'firstContact',
  input: Input,
  async decide({ tx, now, ticket }, { how, reached, at, text }) {
    const lead = await leadOf(tx, ticket.id)
    const said = at === undefined ? now : new Date(at)
    // A contact cannot lie ahead, nor before the unit had the ticket.
    const when = said > now ? now : lead && said < lead.dispatchedAt ? lead.dispatchedAt : said
    if (lead && reached && lead.contactedAt === null) await patchAssignment(tx, lead.id, { contactedAt: when })
    return { text, data: { how, reached, at: when.toISOString() } }
  },
}
