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

/** What may come of a call to ask: all three answers, or none of them. */
export const callResults = ['answered', ...attemptOutcomes] as const
export type CallResult = (typeof callResults)[number]

/**
 * Why somebody is asked by telephone: their number takes no texts, or wants none; the answer or the question did not reach them; their replies
 * were not understood; a supervisor did not accept what was noted.
 */
export const listingReasons = ['noTexts', 'undelivered', 'unclear', 'rejected'] as const
export type ListingReason = (typeof listingReasons)[number]

/** Where the check of a result without a call stands: a supervisor's to look at, accepted, asked again. */
export const attemptChecks = ['pending', 'confirmed', 'rejected'] as const

/**
 * What became of dissatisfaction: done again at once, waiting for a supervisor, done again by one, told to the unit that is at it again already,
 * left as it is, or not decided while it could be.
 */
export const followUpDecisions = ['redo', 'pending', 'redone', 'joined', 'kept', 'lapsed'] as const
