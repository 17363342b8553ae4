import type { Condition } from './notice.types.ts'

/** Of a ticket's own course nobody hears who wants no reply. */
export const replyWanted: Condition = {
  words: 'the citizen wants a reply',
  holds: (facts) => facts.replyWanted,
}

/** Answers what the citizen did: a text, a call, a reply to a question. */
export const always: Condition = { words: 'always', holds: () => true }
