import { eraseReasons } from './old-reasons.store.ts'
import { claimFollowUp, decideFollowUp, recordAttempt, recordCall } from './follow-up-desk.ts'
import { expireFollowUps, followUpJobs } from './expire-follow-ups.ts'
import { askingIn } from './followup.store.ts'
import { recordReplyIn } from './record-reply.ts'
import { countFollowUpViews, listFollowUpPage, readFollowUp, type FollowUpReadDeps } from './read-follow-ups.ts'
import type { SettleDeps } from './settle.ts'

/** `act` is `createTickets(…).act`; directory, catalogue and counting are the same as given to it. */
export interface FollowUpDeps extends SettleDeps, FollowUpReadDeps {}

/**
 * The follow-up (回访): three separate questions by text or by an agent's call, and what follows from the answers.
 * `startFollowUp(deps)` (start-follow-up.ts) is given to `createTickets`, whose `act` is given here.
 */
export const createFollowUp = (deps: FollowUpDeps) => ({
  deps,
  /** The follow-up that waits for this citizen's answer by text. */
  askingIn,
  /** A text of a citizen who is being asked; false: it is no answer and nothing was changed. */
  recordReplyIn: recordReplyIn(deps),
  claim: claimFollowUp(deps),
  recordCall: recordCall(deps),
  recordAttempt: recordAttempt(deps),
  decide: decideFollowUp(deps),
  list: listFollowUpPage(deps),
  counts: countFollowUpViews(deps),
  read: readFollowUp(deps),
  expireDue: expireFollowUps(deps),
  jobs: followUpJobs(deps),
  /** For retention: reasons go, answers stay. */
  eraseReasons,
})
export type FollowUps = ReturnType<typeof createFollowUp>
