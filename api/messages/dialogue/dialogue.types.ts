import { z } from 'zod'

/** A text that waits for the citizen's choice; it is never lost: chosen, or filed as a new request when the question expires. */
const WaitingText = z.object({ text: z.string(), contactIds: z.array(z.string()), lineId: z.string().nullable() })
export type WaitingText = z.output<typeof WaitingText>

const Choice = z.object({ id: z.string(), number: z.string(), title: z.string() })
type Choice = z.output<typeof Choice>

/** The open question of a citizen's text dialogue, as stored. */
export const Question = z.discriminatedUnion('question', [
  z.object({
    question: z.literal('chooseTicket'),
    intent: z.enum(['supplement', 'urge', 'withdraw']),
    choices: z.array(Choice),
    waitingText: WaitingText.nullable(),
  }),
  z.object({ question: z.literal('confirmWithdraw'), ticket: Choice }),
  /** The citizen said that the next text is a new request. */
  z.object({ question: z.literal('describeNew') }),
  z.object({ question: z.literal('reopenOrNew'), ticket: Choice, waitingText: WaitingText }),
])
export type Question = z.output<typeof Question>

/** Hours a question stays open. */
export const questionHours = 24

/** Tickets listed in a question; one more item stands last: a new request, or none of these. */
export const mostChoices = 5
