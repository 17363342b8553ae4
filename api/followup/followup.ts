import type { Tx } from '../../db/db.ts'
import { eraseReasons } from './old-reasons.store.ts'
import { eraseAttempts } from './calls/attempts.store.ts'
import { checkResult } from './calls/check-result.ts'
import { recordAttempt } from './calls/record-attempt.ts'
import { recordCall } from './calls/record-call.ts'
import { claimFollowUp } from './claim-follow-up.ts'
import { decideFollowUp } from './decide-follow-up.ts'
import { expireFollowUps, followUpJobs } from './expire-follow-ups.ts'
import { callTarget } from './calls/call-target.ts'
import { answerableIn } from './followup.store.ts'
import { listUndelivered } from './list-undelivered.ts'
import { recordReplyIn } from './record-reply.ts'
import { countFollowUpViews, listFollowUpPage, readFollowUp, type FollowUpReadDeps } from './read-follow-ups.ts'
import { remindFollowUpsJob } from './remind-follow-ups.ts'
import type { SettleDeps } from './settle.ts'

/** `act` is `createTickets(…).act`; directory, catalogue and counting are the same as given to it. */
export interface FollowUpDeps extends SettleDeps, FollowUpReadDeps {}

/**
 * The follow-up (回访): three separate questions by text or by an agent's call, and what follows from the answers.
 * `startFollowUp(deps)` (start-follow-up.ts) is given to `createTickets`, whose `act` is given here.
 */
export const createFollowUp = (deps: FollowUpDeps) => ({
  deps,
  /** The follow-up that a text of this citizen may answer. */
  askingIn: answerableIn,
  /** A text of a citizen who is being asked; false: it is no answer and nothing was changed. */
  recordReplyIn: recordReplyIn(deps),
  claim: claimFollowUp(deps),
  recordCall: recordCall(deps),
  recordAttempt: recordAttempt(deps),
  check: checkResult(deps),
  decide: decideFollowUp(deps),
  /** Whom an agent rings for a follow-up. */
  callTarget,
  /** A text to a citizen that did not arrive. */
  textLost: listUndelivered(deps),
  list: listFollowUpPage(deps),
  counts: countFollowUpViews(deps),
  read: readFollowUp(deps),
  expireDue: expireFollowUps(deps),
  jobs: [...followUpJobs(deps), remindFollowUpsJob(deps)],
  /** For retention: reasons go, answers stay. */
  eraseReasons: async (tx: Tx, ticketIds: readonly string[]) => {
    await eraseReasons(tx, ticketIds)
    await eraseAttempts(tx, ticketIds)
  },
})
export type FollowUps = ReturnType<typeof createFollowUp>
