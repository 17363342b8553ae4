import { emptyIntake, toContent, write, type IntakeSource } from '../contacts/intake.models.ts'

/** What counts of a message when a form is made out of a thread. */
export interface Said {
  direction: 'in' | 'out'
  body: string
  ticketId: string | null
}

/**
 * The citizen's texts that belong to no ticket yet and came last, oldest first, as one request. `messages` newest first.
 * @internal exported for its test
 */
export const requestOf = (messages: readonly Said[]): string => {
  const end = messages.findIndex((message) => message.direction === 'in' && message.ticketId !== null)
  return messages
    .slice(0, end === -1 ? undefined : end)
    .filter((message) => message.direction === 'in' && message.body.trim() !== '')
    .map((message) => message.body.trim())
    .reverse()
    .join('\n')
}

/** The draft of a form made out of a thread. */
export const threadDraft = (source: IntakeSource, messages: readonly Said[]): Record<string, unknown> =>
  toContent(source, write(emptyIntake, { text: requestOf(messages) }))
