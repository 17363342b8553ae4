import {
  attemptChecks,
  callResults,
  followUpChannels,
  followUpDecisions,
  followUpStates,
  followUpSteps,
  listingReasons,
} from '../../api/vocabulary/follow-up.ts'
import type { Known } from '../../api/followup/replies/reply.types.ts'
import type { Columns } from '../columns.ts'

/** What citizens said of the answers they got, and the tries to ask them. */
export const followUpTables = (c: Columns) => ({
  followUp: c.table(
    'follow_up',
    {
      id: c.id(),
      ticketId: c.text().notNull(),
      citizenId: c.text().notNull(),
      unitId: c.text().notNull(),
      unitPath: c.text().notNull(),
      /** Counts the redos of the ticket whose answer is judged: the citizen's own, or the main one it was merged into. */
      round: c.int().notNull(),
      /** The answer that the citizen got, and is asked about once. Null in rows from before. */
      answerId: c.text(),
      /** sms, call. */
      channel: c.listed(followUpChannels).notNull(),
      /** waiting (another ticket of the citizen is being asked about), asking (the text went out), calling (on the agents' list), answered, noReply, unreachable, cancelled. */
      state: c.listed(followUpStates).notNull(),
      /** contacted, solved, satisfied, reason, done: the question now open. */
      step: c.listed(followUpSteps).notNull(),
      contacted: c.bool(),
      solved: c.bool(),
      grade: c.int(),
      reason: c.text(),
      /** When that question was put; a reply from before does not answer it. Null in rows from before. */
      askedAt: c.instant(),
      /** Replies to it that were not understood; null: none. */
      misread: c.int(),
      /** Why it stands on the call list; null: it does not, or in rows from before. */
      listedFor: c.listed(listingReasons),
      attempts: c.int().notNull(),
      lastAttemptAt: c.instant(),
      claimedBy: c.text(),
      /** Whether what was noted by telephone lacks a call of the hotline's; null where nothing was, and in rows from before. */
      withoutCall: c.bool(),
      /** Where a supervisor's look at it stands; null: it needs none. */
      check: c.listed(attemptChecks),
      /** What dissatisfaction led to: redo (at once), pending (a supervisor decides), redone, joined (a redo under way), kept, lapsed; null where there was none. */
      decision: c.listed(followUpDecisions),
      /** Reminders that were due of what is waited for now: its call, a supervisor's look, a decision. */
      reminded: c.int().notNull().default(0),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      doneAt: c.instant(),
      version: c.int().notNull(),
    },
    (t) => [
      c.index('follow_up_ticket_idx').on(t.ticketId),
      c.unique('follow_up_answer_idx').on(t.ticketId, t.answerId),
      c.index('follow_up_state_idx').on(t.state, t.expiresAt),
      c.index('follow_up_citizen_idx').on(t.citizenId, t.state),
      c.index('follow_up_decision_idx').on(t.decision, t.doneAt),
      c.index('follow_up_check_idx').on(t.check, t.doneAt),
      c.index('follow_up_done_idx').on(t.doneAt, t.unitPath),
    ],
  ),
  /** One try to ask a citizen by telephone: the call it was made by, or why there was none. */
  followUpAttempt: c.table(
    'follow_up_attempt',
    {
      id: c.id(),
      followUpId: c.text().notNull(),
      at: c.instant().notNull(),
      by: c.text().notNull(),
      /** answered, noAnswer, later, refused. */
      outcome: c.listed(callResults).notNull(),
      note: c.text(),
      /** The hotline's call that it was; no call is two tries. */
      callId: c.text(),
      /** In words, why the hotline made no call; such a result is looked at by a supervisor. */
      withoutCall: c.text(),
      /** What was known before, for when the result is not accepted. */
      known: c.json<Known>(),
      check: c.listed(attemptChecks),
      checkedAt: c.instant(),
      checkedBy: c.text(),
      checkNote: c.text(),
    },
    (t) => [
      c.index('follow_up_attempt_idx').on(t.followUpId, t.at),
      c.unique('follow_up_attempt_call_idx').on(t.callId),
    ],
  ),
})
