import type { Endpoint } from '../core/endpoint.ts'
import type { Call } from '../calls/call.models.ts'
import type { Scope } from '../core/scope.ts'

/** What a conference can report, by the names the carrier's documents and REST calls use. */
export const conferenceEventNames = [
  'start',
  'end',
  'join',
  'leave',
  'mute',
  'hold',
  'modify',
  'speaker',
  'announcement',
] as const
export type ConferenceEventName = (typeof conferenceEventNames)[number]

export type EndReason =
  | 'conference-ended-via-api'
  | 'last-participant-left'
  | 'last-participant-kicked'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'

export type LeaveReason =
  | 'participant_hung_up'
  | 'participant_updated_via_api'
  | 'participant_add_failed'
  | 'moderator_ended_conference'
  | 'conference_ended_via_api'

/** How a leg wants to take part; from `<Conference>` attributes or the fields of `POST …/Participants`. */
export type Joining = {
  label: string | null
  muted: boolean
  startOnEnter: boolean
  endOnExit: boolean
  beep: 'true' | 'false' | 'onEnter' | 'onExit'
  coach: string | null
  wait: Endpoint | null
  maxParticipants: number
  watch: { target: Endpoint; events: ReadonlySet<ConferenceEventName> } | null
  record: { from: 'start'; target: Endpoint | null; events: ReadonlySet<string>; trim: boolean } | null
}

export type Participant = {
  call: Call
  joining: Joining
  /** Pending legs are still being dialled. */
  state: 'pending' | 'connected' | 'gone'
  createdAt: number
  updatedAt: number
  leftAt: number | null
  muted: boolean
  hold: boolean
  coaching: string | null
  endOnExit: boolean
  beepOnExit: boolean
  /** What this leg is listening to alone: wait music, hold music. */
  aside: Scope | null
  left: ((reason: LeaveReason) => void) | null
  shown: Record<string, unknown> | null
  shownUntil: number
}

export type Conference = {
  sid: string
  friendlyName: string
  status: 'init' | 'in-progress' | 'completed'
  createdAt: number
  updatedAt: number
  participants: Map<string, Participant>
  watch: Joining['watch']
  watchSettled: boolean
  record: Joining['record']
  recordingSid: string | null
  sequence: number
  maxParticipants: number
  endReason: EndReason | null
  endedBy: string | null
  shown: Record<string, unknown> | null
  shownUntil: number
}
