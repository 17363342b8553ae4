import type { Core } from '../core/core.ts'
import { report } from '../core/report.ts'
import type { Call, Transcription } from './call.models.ts'

/** A line that was spoken, and who could hear it. */
export type Turn = { text: string; speaker: Call; hearers: readonly Call[] }

type Track = 'inbound_track' | 'outbound_track'

const wants = (session: Transcription, track: Track): boolean =>
  session.track === 'both_tracks' || session.track === track

/** What every callback of a transcription carries (Twilio, "Transcription" noun, statusCallbackUrl). */
const base = (core: Core, call: Call, session: Transcription, event: string): Record<string, string> => {
  session.sequence += 1
  return {
    AccountSid: core.settings.accountSid,
    CallSid: call.sid,
    TranscriptionSid: session.sid,
    ...(session.name === null ? {} : { TranscriptionName: session.name }),
    TranscriptionEvent: `transcription-${event}`,
    Timestamp: new Date(core.clock.now()).toISOString(),
    SequenceId: String(session.sequence),
  }
}

/** Tells every transcription of a leg what went into it (`inbound_track`) or came out of it (`outbound_track`). */
const toSessions = (core: Core, call: Call, track: Track, text: string): void => {
  for (const session of call.transcriptions)
    if (wants(session, track))
      report(core, call.sid, session.target, {
        ...base(core, call, session, 'content'),
        LanguageCode: session.language,
        Track: track,
        Final: 'true',
        TranscriptionData: JSON.stringify({
          transcript: text,
          confidence: 0.9 + Math.round(core.random.next() * 90) / 1000,
        }),
      })
}

/**
 * A line that somebody said, as Real-Time Transcription tells it: to the transcriptions on the speaker's leg, which hear the microphone whether or not
 * anybody else does, and to those on the legs that it comes out of.
 */
export const reportTurn = (core: Core, { text, speaker, hearers }: Turn): void => {
  toSessions(core, speaker, 'inbound_track', text)
  for (const call of hearers) toSessions(core, call, 'outbound_track', text)
}

/** What a document says on a leg comes out of it like anybody's words. */
export const reportAnnouncement = (core: Core, call: Call, text: string): void =>
  toSessions(core, call, 'outbound_track', text)

/** Tells the owner of a transcription that it started or stopped, or why it cannot be. */
export const reportTranscription = (
  core: Core,
  call: Call,
  session: Transcription,
  event: 'started' | 'stopped' | 'error',
  fault?: { code: string; message: string },
): void =>
  report(core, call.sid, session.target, {
    ...base(core, call, session, event),
    ...(event === 'started'
      ? {
          LanguageCode: session.language,
          Track: session.track,
          TranscriptionEngine: session.engine,
          ProviderConfiguration: JSON.stringify({ speechModel: session.model, profanityFilter: 'true' }),
          PartialResults: 'false',
          ...(session.labels.inbound === null ? {} : { InboundTrackLabel: session.labels.inbound }),
          ...(session.labels.outbound === null ? {} : { OutboundTrackLabel: session.labels.outbound }),
        }
      : {}),
    ...(fault === undefined ? {} : { TranscriptionErrorCode: fault.code, TranscriptionError: fault.message }),
  })
