import { z } from 'zod'
import { recordingStates } from '../../../vocabulary/call.ts'
import type { CallNews } from '../../call-events.types.ts'
import type { LeftMessage } from '../../outcomes.types.ts'
import { carrierTime } from './carrier-time.ts'

/** A recording event (Twilio, "Recording resource", status callbacks). */
export const RecordingEvent = z.object({
  RecordingSid: z.string(),
  RecordingStatus: z.string(),
  RecordingUrl: z.string().default(''),
  RecordingDuration: z.coerce.number().default(-1),
  RecordingSource: z.string().default(''),
  RecordingStartTime: z.string().optional(),
  CallSid: z.string().default(''),
  ConferenceSid: z.string().default(''),
})

/** What became of a recording; null for a status that is not documented. Our words for its states are Twilio's own. */
export const toRecordingNews = (event: z.output<typeof RecordingEvent>): CallNews | null => {
  const state = recordingStates.find((one) => one === event.RecordingStatus)
  if (!state) return null
  return {
    kind: 'recordingChanged',
    key: `recording:${event.RecordingSid}:${state}`,
    at: carrierTime(event.RecordingStartTime),
    ref: event.RecordingSid,
    state,
    seconds: event.RecordingDuration < 0 ? null : event.RecordingDuration,
    url: event.RecordingUrl,
    voicemail: event.RecordingSource === 'RecordVerb',
    leg: event.CallSid,
    roomRef: event.ConferenceSid === '' ? null : event.ConferenceSid,
  }
}

/** What `Record` sends to its action. Its documents promise the address and the length; the id comes by itself or stands in the address. */
export const VoicemailEvent = z.object({
  RecordingSid: z.string().default(''),
  RecordingUrl: z.string().default(''),
  RecordingDuration: z.coerce.number().nonnegative().default(0),
})

const inAddress = /\/Recordings\/(RE[0-9a-fA-F]{32})(?:\.|$)/

/** The message that was left; null where neither an id nor an address names it. */
export const toLeftMessage = (event: z.output<typeof VoicemailEvent>): LeftMessage | null => {
  const ref = event.RecordingSid || (inAddress.exec(event.RecordingUrl)?.[1] ?? '')
  return ref === '' ? null : { ref, seconds: event.RecordingDuration, url: event.RecordingUrl }
}
