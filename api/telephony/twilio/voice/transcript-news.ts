import { z } from 'zod'
import type { CallNews } from '../../call-events.types.ts'
import { carrierTime } from './carrier-time.ts'

/** An event of Real-Time Transcription (Twilio, "Transcription" noun). */
export const TranscriptEvent = z.object({
  TranscriptionEvent: z.string(),
  TranscriptionSid: z.string().default(''),
  SequenceId: z.string().default(''),
  CallSid: z.string(),
  Track: z.string().default('inbound_track'),
  Final: z.string().default('true'),
  Timestamp: z.string().optional(),
  TranscriptionData: z.string().default(''),
})

const Data = z.object({ transcript: z.string() })

/** The spoken line of an event; null when there is none. NUL cannot be stored and says nothing. */
const lineOf = (data: string): string | null => {
  try {
    const said = Data.parse(JSON.parse(data)).transcript.replaceAll('\0', '').trim()
    return said === '' ? null : said
  } catch {
    return null
  }
}

/** What was spoken on a leg; null for the beginning and end of transcriptions, drafts of a line and silence. */
export const toTranscriptNews = (event: z.output<typeof TranscriptEvent>): CallNews | null => {
  if (event.TranscriptionEvent !== 'transcription-content' || event.Final === 'false') return null
  const text = lineOf(event.TranscriptionData)
  if (text === null) return null
  return {
    kind: 'said',
    key: `turn:${event.TranscriptionSid}:${event.SequenceId}:${event.CallSid}`,
    at: carrierTime(event.Timestamp),
    leg: event.CallSid,
    // What goes into a leg's microphone is its own party, what comes out of it the other.
    own: event.Track !== 'outbound_track',
    text,
  }
}
