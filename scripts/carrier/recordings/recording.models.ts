import type { Endpoint } from '../core/endpoint.ts'

export type RecordingStatus = 'in-progress' | 'paused' | 'stopped' | 'processing' | 'completed' | 'absent' | 'deleted'
type RecordingSource = 'DialVerb' | 'Conference' | 'OutboundAPI' | 'RecordVerb' | 'StartCallRecordingAPI'

export type Recording = {
  sid: string
  callSid: string
  conferenceSid: string | null
  status: RecordingStatus
  source: RecordingSource
  channels: 1 | 2
  track: 'inbound' | 'outbound' | 'both'
  createdAt: number
  updatedAt: number
  startedAt: number
  /** Recorded time up to `resumedAt`, ms. */
  length: number
  resumedAt: number | null
  /** While paused: silence keeps the time line, skip shortens it. */
  pauseBehavior: 'silence' | 'skip'
  target: Endpoint | null
  events: ReadonlySet<string>
  /** Cuts the silence off both ends when it is finished (Twilio's default). */
  trim: boolean
  /** Recorded time at the first and at the last word, ms. */
  words: { first: number; last: number } | null
  /** What was said while it ran. */
  text: string[]
}
