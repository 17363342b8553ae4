/** How a citizen is asked after the close. */
export const followUpChannels = ['sms', 'call'] as const

/** The three separate questions, then the reason of somebody who is not satisfied. */
export const followUpSteps = ['contacted', 'solved', 'satisfied', 'reason', 'done'] as const
export type FollowUpStep = (typeof followUpSteps)[number]

/** Where asking stands: behind another question to the same citizen, asked by text, on the agents’ list, and how it ended. */
export const followUpStates = [
  'waiting',
  'asking',
  'calling',
  'answered',
  'noReply',
  'unreachable',
  'cancelled',
] as const
export type FollowUpState = (typeof followUpStates)[number]

/** States in which the citizen may still be asked. */
export const openFollowUpStates: readonly FollowUpState[] = ['waiting', 'asking', 'calling']

/** What became of a call to ask a citizen that got no answers: nobody was there, not now, not at all. */
export const attemptOutcomes = ['noAnswer', 'later', 'refused'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** What became of dissatisfaction: done again at once, waiting for a supervisor, done again by one, left as it is. */
export const followUpDecisions = ['redo', 'pending', 'redone', 'kept'] as const
