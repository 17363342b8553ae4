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
  TranscriptionErrorCode: z.string().default(''),
  TranscriptionError: z.string().default(''),
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

/**
 * What the party of a leg said, or why nothing is written down; null for the beginning and end of transcriptions, drafts of a line and silence.
 * What comes out of a leg (`outbound_track`) is never asked for: announcements are part of it. Should it come, it is nobody's words.
 */
export const toTranscriptNews = (event: z.output<typeof TranscriptEvent>): CallNews | null => {
  const news = { at: carrierTime(event.Timestamp), leg: event.CallSid }
  const key = `turn:${event.TranscriptionSid}:${event.SequenceId}:${event.CallSid}`
  if (event.TranscriptionEvent === 'transcription-error')
    return {
      ...news,
      kind: 'transcriptFailed',
      key: `${key}:error`,
      code: event.TranscriptionErrorCode,
      message: event.TranscriptionError,
    }
  if (event.TranscriptionEvent !== 'transcription-content' || event.Final === 'false') return null
  if (event.Track === 'outbound_track') return null
  const text = lineOf(event.TranscriptionData)
  return text === null ? null : { ...news, kind: 'said', key, text }
}
