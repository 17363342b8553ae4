import { platformProblem } from '../../../platform/problem.ts'
import { z } from 'zod'
import { leadOf, patchAssignment } from '../../units/assignments.store.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { momentText } from '../../../platform/words.ts'

export const contactWays = ['phone', 'text', 'visit', 'other'] as const

const Input = z.strictObject({
  how: z.enum(contactWays),
  /** Whether the citizen was reached; a vain try is kept, but it is not the first contact. */
  reached: z.boolean(),
  /** When, if not just now. */
  at: momentText.optional(),
  text: Remark,
})

/** A moment is written in whole minutes, by a clock that may be a little ahead of ours, ms. */
const inexact = 60_000

const notThen = (message: string) =>
  platformProblem('request.invalid', undefined, { errors: [{ path: 'at', message }] })

/**
 * The unit records that it contacted the citizen (先行联系, BJ 15(1)); the first time it reached them is measured.
 * Throws `request.invalid` for a moment to come, or before the unit had the ticket.
 */
export const firstContact: TicketVerb<typeof Input> = {
  action: 'firstContact',
  input: Input,
  async decide({ tx, now, ticket }, { how, reached, at, text }) {
    const lead = await leadOf(tx, ticket.id)
    const said = at === undefined ? now : new Date(at)
    const from = lead?.dispatchedAt ?? said
    if (said.getTime() > now.getTime() + inexact) throw notThen('a moment that has passed')
    if (said.getTime() < from.getTime() - inexact) throw notThen('a moment since the unit was given the ticket')
    const when = said > now ? now : said < from ? from : said
    if (lead && reached && lead.contactedAt === null) await patchAssignment(tx, lead.id, { contactedAt: when })
    return { text, data: { how, reached, at: when.toISOString() } }
  },
}
