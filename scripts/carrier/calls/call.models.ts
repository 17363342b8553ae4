import type { Endpoint } from '../core/endpoint.ts'
import type { Method } from '../core/request.ts'
import type { Scope, Why } from '../core/scope.ts'

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled'
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed'
export type Direction = 'inbound' | 'outbound-api' | 'outbound-dial'

/** One thing a party of a call heard, as text. */
export type Line = {
  n: number
  at: number
  kind: 'say' | 'play' | 'turn' | 'tone' | 'music' | 'error' | 'own'
  text: string
  speaker?: string
  language?: string
}

/** Where the instructions of a call come from. */
export type Source = { url: string; method: Method } | { twiml: string; url: null }

/** What a verb that listens (Gather, Record) offers to the outside. */
type Listener = { digit(digit: string): void; speech(text: string): void }

/** The place a call has taken (conference, bridge); `leave` gives it up. */
type Seat = {
  kind: 'conference' | 'bridge'
  leave(why: Why): void
  /** Says a line to the others; false when nobody may hear it. */
  say(text: string): boolean
  conferenceSid: string | null
}

/** A live transcription (`<Start><Transcription>`) on a call. */
export type Transcription = {
  sid: string
  name: string | null
  target: Endpoint
  track: string
  language: string
  engine: string
  model: string
  labels: { inbound: string | null; outbound: string | null }
  sequence: number
}

export type Call = {
  sid: string
  from: string
  /** What the carrier writes as the caller: the number, or a placeholder where it was withheld. */
  shownFrom: string
  to: string
  direction: Direction
  status: CallStatus
  parentCallSid: string | null
  createdAt: number
  updatedAt: number
  answeredAt: number | null
  endedAt: number | null
  /** Seconds the far end may ring. */
  timeoutSeconds: number
  /** Milliseconds it waited for its turn to be dialled. */
  queueMs: number
  watch: { target: Endpoint; events: ReadonlySet<CallEvent> } | null
  sequence: number
  heard: Line[]
  said: number
  program: Scope | null
  /** Asked when a document of this call cannot be had or read. */
  fallback: Source | null
  listener: Listener | null
  seat: Seat | null
  transcriptions: Transcription[]
  /** Muted by its own browser client. */
  selfMuted: boolean
  /** Told once when the call is answered, and once when it ends. */
  onAnswer: Set<() => void>
  onEnd: Set<(why: Why) => void>
  /** The state shown to REST readers until `shownUntil`: reads lag behind changes. */
  shown: Record<string, unknown> | null
  shownUntil: number
}

/** Whether the leg has not ended yet. */
export const isLive = (call: Call): boolean =>
  call.status === 'queued' || call.status === 'ringing' || call.status === 'in-progress'

/** The leg's far end is a browser softphone: its identity; null for a telephone. */
export const clientIdentity = (call: Call): string | null => {
  const end = call.direction === 'inbound' ? call.from : call.to
  return end.startsWith('client:') ? end.slice('client:'.length) : null
}

/** The party at the far end of the leg: the citizen's number or `client:<identity>`. */
export const farEnd = (call: Call): string => (call.direction === 'inbound' ? call.from : call.to)
