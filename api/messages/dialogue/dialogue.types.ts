import { z } from 'zod'

/** A text that waits for the citizen's choice; it is never lost: chosen, or filed as a new request when the question expires. */
const Held = z.object({ text: z.string(), contactIds: z.array(z.string()), lineId: z.string().nullable() })
export type Held = z.output<typeof Held>

const Choice = z.object({ id: z.string(), number: z.string(), title: z.string() })
export type Choice = z.output<typeof Choice>

/** The open question of a citizen's text dialogue, as stored. */
export const Question = z.discriminatedUnion('question', [
  z.object({
    question: z.literal('chooseTicket'),
    intent: z.enum(['supplement', 'urge', 'withdraw']),
    choices: z.array(Choice),
    held: Held.nullable(),
  }),
  z.object({ question: z.literal('confirmWithdraw'), ticket: Choice }),
  /** The citizen said that the next text is a new request. */
  z.object({ question: z.literal('describeNew') }),
  z.object({ question: z.literal('reopenOrNew'), ticket: Choice, held: Held }),
])
export type Question = z.output<typeof Question>

/** Hours a question stays open. */
export const questionHours = 24

/** Tickets listed in a question; one more item stands last: a new request, or none of these. */
export const mostChoices = 5
