import {
  callDirections,
  callEndReasons,
  callOutcomes,
  callStates,
  callbackReasons,
  callbackStates,
  offerResults,
  presenceStates,
  recordingPurposes,
  recordingStates,
  speakers,
} from '../../api/vocabulary/call.ts'
import type { Columns } from '../columns.ts'

/** Calls, offers to agents, what was said, recordings, call-backs, presence. */
export const callTables = (c: Columns) => ({
  call: c.table(
    'call',
    {
      id: c.id(),
      /** The carrier's id of the citizen's leg. */
      carrierRef: c.text().notNull(),
      /** in, out. */
      direction: c.listed(callDirections).notNull(),
      fromNumber: c.text().notNull(),
      toNumber: c.text().notNull(),
      lineId: c.text(),
      citizenId: c.text().notNull(),
      contactId: c.text().notNull(),
      state: c.listed(callStates).notNull(),
      /** Opaque conference name: no number or name of a person in it. */
      room: c.text().notNull(),
      conferenceRef: c.text(),
      /** Higher is served first; danger jumps the queue. */
      priority: c.int().notNull(),
      agentId: c.text(),
      agentLegRef: c.text(),
      ticketId: c.text(),
      /** The follow-up that a citizen is rung for; null for every other call. */
      followUpId: c.text(),
      muted: c.bool().notNull(),
      startedAt: c.instant().notNull(),
      queuedAt: c.instant(),
      offeredAt: c.instant(),
      answeredAt: c.instant(),
      heldSince: c.instant(),
      heldMs: c.int().notNull(),
      endedAt: c.instant(),
      wrapUpEndedAt: c.instant(),
      /** The carrier's code of why what is said is not written down; null while it is. */
      transcriptFault: c.text(),
      /** citizen, agent, carrier, abandoned, voicemail, closed. */
      endReason: c.listed(callEndReasons),
      /** What the talk came to; every talk that is over has one. Null while it goes on, where there was none, and in rows from before. */
      outcome: c.listed(callOutcomes),
      /** Its words, where it is something else. */
      outcomeNote: c.text(),
      version: c.int().notNull(),
    },
    (t) => [
      c.unique('call_carrier_ref_idx').on(t.carrierRef),
      c.unique('call_room_idx').on(t.room),
      c.index('call_state_idx').on(t.state, t.priority, t.queuedAt),
      c.index('call_citizen_idx').on(t.citizenId, t.startedAt),
      c.index('call_agent_idx').on(t.agentId, t.startedAt),
      c.index('call_started_idx').on(t.startedAt),
      c.index('call_ticket_idx').on(t.ticketId),
      c.index('call_follow_up_idx').on(t.followUpId),
    ],
  ),
  callOffer: c.table(
    'call_offer',
    {
      id: c.id(),
      callId: c.text().notNull(),
      staffId: c.text().notNull(),
      /** The room that this offer opened; every room of a call stands in one of its offers. Null in rows from before. */
      room: c.text(),
      /** The carrier's id of that room, as soon as it is known. */
      conferenceRef: c.text(),
      /** The carrier's id of the agent's leg. */
      legRef: c.text(),
      offeredAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      /** pending, accepted, declined, missed, cancelled. */
      result: c.listed(offerResults).notNull(),
      decidedAt: c.instant(),
    },
    (t) => [
      c.index('call_offer_call_idx').on(t.callId),
      c.index('call_offer_staff_idx').on(t.staffId, t.offeredAt),
      c.index('call_offer_due_idx').on(t.result, t.expiresAt),
      c.index('call_offer_room_idx').on(t.room),
      c.index('call_offer_conference_idx').on(t.conferenceRef),
      c.index('call_offer_leg_idx').on(t.legRef),
    ],
  ),
  callTurn: c.table(
    'call_turn',
    {
      id: c.id(),
      callId: c.text().notNull(),
      /** citizen, agent, system. */
      speaker: c.listed(speakers).notNull(),
      text: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('call_turn_call_idx').on(t.callId, t.at), c.index('call_turn_at_idx').on(t.at, t.id)],
  ),
  recording: c.table(
    'recording',
    {
      id: c.id(),
      callId: c.text().notNull(),
      carrierRef: c.text().notNull(),
      /** conference, voicemail. */
      purpose: c.listed(recordingPurposes).notNull(),
      state: c.listed(recordingStates).notNull(),
      durationSeconds: c.int(),
      url: c.text(),
      startedAt: c.instant().notNull(),
      /** Our own copy, by its content; null until it is fetched. */
      sha256: c.text(),
      /** Bytes of the copy. */
      size: c.int(),
    },
    (t) => [
      c.unique('recording_carrier_ref_idx').on(t.carrierRef),
      c.index('recording_call_idx').on(t.callId),
      c.index('recording_started_idx').on(t.startedAt, t.id),
      c.index('recording_file_idx').on(t.sha256),
    ],
  ),
  /** People to ring back (漏接电话回拨). */
  callback: c.table(
    'callback',
    {
      id: c.id(),
      callId: c.text().notNull(),
      citizenId: c.text().notNull(),
      lineId: c.text(),
      /** abandoned, voicemail, requested. */
      reason: c.listed(callbackReasons).notNull(),
      /** open, claimed, done. */
      state: c.listed(callbackStates).notNull(),
      claimedBy: c.text(),
      attempts: c.int().notNull(),
      createdAt: c.instant().notNull(),
      doneAt: c.instant(),
      outcome: c.text(),
      version: c.int().notNull(),
    },
    (t) => [c.unique('callback_call_idx').on(t.callId), c.index('callback_state_idx').on(t.state, t.createdAt)],
  ),
  presence: c.table('presence', {
    /** Staff id. */
    id: c.id(),
    state: c.listed(presenceStates).notNull(),
    since: c.instant().notNull(),
    heartbeatAt: c.instant().notNull(),
    /** What the agent was doing before ringing a citizen, and does again afterwards; null where the call came in. */
    returnTo: c.listed(presenceStates),
    /** When a call rang here and nobody took it; null once the agent has chosen what to do. */
    missedAt: c.instant(),
    callId: c.text(),
    version: c.int().notNull(),
  }),
})
