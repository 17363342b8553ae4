import { z } from 'zod'
import { maskPhone, isWithheld } from '../platform/phone.rules.ts'
import { ticketStates } from '../vocabulary/ticket.ts'
import type { CallWithCaller } from './board.store.ts'
import type { CallbackRow } from './callbacks/callbacks.store.ts'
import { callOutcomes, callStates, presenceStates } from '../vocabulary/call.ts'
import { softphoneKinds } from '../telephony/telephony.port.ts'
import type { CallsDeps } from './calls.ports.ts'
import type { Presence } from './agent/presence.store.ts'
import type { Board, CallDetail } from './read-calls.ts'
import type { Recording } from './recordings/recordings.store.ts'

const moment = z.iso.datetime()
const iso = (at: Date | null) => at?.toISOString() ?? null

const LineRef = z.object({ id: z.string(), code: z.string(), name: z.string(), nameEn: z.string() }).nullable()
const StaffRef = z.object({ id: z.string(), name: z.string() }).nullable()

const CallerDto = z
  .object({
    citizenId: z.string(),
    /** Masked; empty where the number is withheld. */
    phone: z.string(),
    withheld: z.boolean(),
    name: z.string().nullable(),
    locale: z.string(),
    contactCount: z.number(),
  })
  .meta({ id: 'Caller' })

const CallDto = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    state: z.enum(callStates),
    line: LineRef,
    caller: CallerDto,
    agent: StaffRef,
    contactId: z.string(),
    ticketId: z.string().nullable(),
    priority: z.number(),
    muted: z.boolean(),
    startedAt: moment,
    queuedAt: moment.nullable(),
    offeredAt: moment.nullable(),
    answeredAt: moment.nullable(),
    heldSince: moment.nullable(),
    heldMs: z.number(),
    endedAt: moment.nullable(),
    endReason: z.string().nullable(),
    /** What the talk came to; null while it goes on, and where there was none. */
    outcome: z.enum(callOutcomes).nullable(),
    outcomeNote: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'Call' })

export const PresenceDto = z
  .object({
    staff: StaffRef,
    state: z.enum(presenceStates),
    since: moment,
    callId: z.string().nullable(),
    /** When a call rang here and nobody took it; null once the agent has chosen what to do. */
    missedAt: moment.nullable(),
  })
  .meta({ id: 'Presence' })

export const BoardDto = z
  .object({
    /** In the order they are served. */
    waiting: z.array(CallDto.extend({ position: z.number() })),
    /** Per line that somebody waits on: how many, and since when the longest. */
    queues: z.array(z.object({ line: LineRef, waiting: z.number(), longestSince: moment.nullable() })),
    mine: CallDto.nullable(),
    presence: PresenceDto.nullable(),
    agents: z.record(z.enum(presenceStates), z.number()),
  })
  .meta({ id: 'CallBoard' })

export const TranscriptLineDto = z
  .object({
    id: z.string(),
    speaker: z.enum(['citizen', 'agent', 'system']),
    text: z.string(),
    at: moment,
  })
  .meta({ id: 'TranscriptLine' })

export const RecordingDto = z
  .object({
    id: z.string(),
    callId: z.string(),
    purpose: z.enum(['conference', 'voicemail']),
    /** What the carrier says: in-progress, paused, processing, completed, absent. */
    state: z.string(),
    durationSeconds: z.number().nullable(),
    startedAt: moment,
    /** Whether the city has its own copy, which can be heard. */
    stored: z.boolean(),
  })
  .meta({ id: 'Recording' })
export type RecordingDto = z.infer<typeof RecordingDto>

export const CallDetailDto = CallDto.extend({
  contact: z.object({ id: z.string(), text: z.string(), danger: z.string().nullable(), state: z.string() }),
  /** The offer that rings now; null otherwise. */
  offer: z.object({ id: z.string(), staffId: z.string(), expiresAt: moment }).nullable(),
  transcript: z.array(TranscriptLineDto),
  /** The carrier's code of why what is said is not written down; null while it is. */
  transcriptFault: z.string().nullable(),
  openTickets: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      state: z.enum(ticketStates),
      dueAt: moment.nullable(),
    }),
  ),
  earlier: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      text: z.string(),
      startedAt: moment,
      state: z.string(),
      ticket: z.object({ id: z.string(), number: z.string() }).nullable(),
    }),
  ),
  recordings: z.array(RecordingDto),
  draftId: z.string().nullable(),
}).meta({ id: 'CallDetail' })

export const CallbackDto = z
  .object({
    id: z.string(),
    callId: z.string(),
    /** The number is masked, and empty where it is withheld: that one left a message and cannot be rung. */
    caller: z.object({ citizenId: z.string(), phone: z.string(), withheld: z.boolean(), name: z.string().nullable() }),
    line: LineRef,
    /** `abandoned` hung up in the queue, `noMessage` when asked for a message. */
    reason: z.enum(['abandoned', 'noMessage', 'voicemail', 'requested']),
    state: z.enum(['open', 'claimed', 'done']),
    claimedBy: StaffRef,
    attempts: z.number(),
    /** How long the caller waited in the queue, ms; null where there was no wait. */
    waitedMs: z.number().nullable(),
    /** What was said on the voicemail. */
    text: z.string(),
    /** The message that was left, as soon as it can be heard. */
    voicemail: z.object({ recordingId: z.string(), durationSeconds: z.number().nullable() }).nullable(),
    createdAt: moment,
    doneAt: moment.nullable(),
    outcome: z.string().nullable(),
  })
  .meta({ id: 'Callback' })

export const SoftphoneDto = z
  .object({
    /** The softphone that the console loads. */
    kind: z.enum(softphoneKinds),
    token: z.string(),
    url: z.string().nullable(),
    ttlSeconds: z.number(),
  })
  .meta({ id: 'Softphone' })

/** Rows of calls as the console gets them: masked, with names for ids, parsed on the way out. */
export const callViews = (directory: CallsDeps['directory']) => {
  const line = (id: string | null) => (id && directory.lineById(id)) || null
  const staff = (id: string | null) => (id && (directory.staffById(id) ?? { id, name: '' })) || null
  const shown = ({ call, citizen }: CallWithCaller) => ({
    ...call,
    line: line(call.lineId),
    agent: staff(call.agentId),
    caller: { ...citizen, citizenId: citizen.id, phone: maskPhone(citizen.phone), withheld: isWithheld(citizen.phone) },
    startedAt: call.startedAt.toISOString(),
    queuedAt: iso(call.queuedAt),
    offeredAt: iso(call.offeredAt),
    answeredAt: iso(call.answeredAt),
    heldSince: iso(call.heldSince),
    endedAt: iso(call.endedAt),
  })
  const recording = (row: Recording) =>
    RecordingDto.parse({ ...row, startedAt: row.startedAt.toISOString(), stored: row.sha256 !== null })
  const toPresence = (row: Presence) => ({
    ...row,
    staff: staff(row.id),
    since: row.since.toISOString(),
    missedAt: iso(row.missedAt),
  })

  return {
    call: (row: CallWithCaller) => CallDto.parse(shown(row)),
    presence: (row: Presence) => PresenceDto.parse(toPresence(row)),
    board: ({ waiting, mine, presence, agents }: Board) => {
      const lineIds = [...new Set(waiting.map(({ call }) => call.lineId))]
      return BoardDto.parse({
        waiting: waiting.map((row, index) => ({ ...shown(row), position: index + 1 })),
        queues: lineIds.map((id) => {
          const own = waiting.filter(({ call }) => call.lineId === id).map(({ call }) => call)
          const since = own.map(({ queuedAt }) => iso(queuedAt) ?? '').toSorted()[0]
          return { line: line(id), waiting: own.length, longestSince: since === '' ? null : (since ?? null) }
        }),
        mine: mine && shown(mine),
        presence: presence && toPresence(presence),
        agents: Object.fromEntries(
          presenceStates.map((state) => [state, agents.filter((one) => one.state === state).length]),
        ),
      })
    },
    detail: (row: CallDetail) =>
      CallDetailDto.parse({
        ...shown(row),
        contact: row.contact,
        offer: row.offer?.result === 'pending' ? { ...row.offer, expiresAt: row.offer.expiresAt.toISOString() } : null,
        transcript: row.transcript.map((line) => ({ ...line, at: line.at.toISOString() })),
        openTickets: row.openTickets.map((ticket) => ({ ...ticket, dueAt: iso(ticket.dueAt) })),
        earlier: row.earlier.map(({ ticketId, ticketNumber, ...one }) => ({
          ...one,
          startedAt: one.startedAt.toISOString(),
          ticket: ticketId && ticketNumber ? { id: ticketId, number: ticketNumber } : null,
        })),
        recordings: row.recordings.map(recording),
        draftId: row.draftId,
      }),
    recording,
    callback: ({ callback, callState, phone, name, queuedAt, endedAt, text, voicemail }: CallbackRow) =>
      CallbackDto.parse({
        ...callback,
        reason: callback.reason === 'abandoned' && callState !== 'abandoned' ? 'noMessage' : callback.reason,
        caller: { citizenId: callback.citizenId, phone: maskPhone(phone), withheld: isWithheld(phone), name },
        line: line(callback.lineId),
        claimedBy: staff(callback.claimedBy),
        waitedMs: queuedAt && endedAt ? endedAt.getTime() - queuedAt.getTime() : null,
        text,
        voicemail: voicemail && { recordingId: voicemail.id, durationSeconds: voicemail.durationSeconds },
        createdAt: callback.createdAt.toISOString(),
        doneAt: iso(callback.doneAt),
      }),
  }
}
