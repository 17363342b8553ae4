import type { Core } from '../core/core.ts'
import { report } from '../core/report.ts'
import type { Call, Transcription } from './call.models.ts'

/** A line that was spoken, and who could hear it. */
export type Turn = {
  text: string
  speaker: Call
  label: string
  conferenceSid: string | null
  /** The leg whose transcription this belongs to when nobody started one: the citizen's. */
  subject: Call | null
  hearers: readonly Call[]
}

const content = (
  core: Core,
  turn: Turn,
  call: Call,
  track: 'inbound_track' | 'outbound_track',
): Record<string, string> => ({
  AccountSid: core.settings.accountSid,
  CallSid: call.sid,
  ...(turn.conferenceSid === null ? {} : { ConferenceSid: turn.conferenceSid }),
  TranscriptionEvent: 'transcription-content',
  Timestamp: new Date(core.clock.now()).toISOString(),
  Track: track,
  TranscriptionData: JSON.stringify({
    transcript: turn.text,
    confidence: 0.9 + Math.round(core.random.next() * 90) / 1000,
  }),
  Final: 'true',
  SpeakerCallSid: turn.speaker.sid,
  SpeakerLabel: turn.label,
})

const wants = (session: Transcription, track: string): boolean =>
  session.track === 'both_tracks' || session.track === track

/** Sends the line to each transcription started on the speaker's leg (inbound) or on a hearer's leg (outbound). */
const toSessions = (core: Core, turn: Turn): void => {
  const legs: [Call, 'inbound_track' | 'outbound_track'][] = [
    [turn.speaker, 'inbound_track'],
    ...turn.hearers.map((call): [Call, 'outbound_track'] => [call, 'outbound_track']),
  ]
  for (const [call, track] of legs)
    for (const session of call.transcriptions) {
      if (!wants(session, track)) continue
      session.sequence += 1
      report(core, call.sid, session.target, {
        ...content(core, turn, call, track),
        TranscriptionSid: session.sid,
        SequenceId: String(session.sequence),
        LanguageCode: session.language,
      })
    }
}

/**
 * Reports a spoken line as Twilio's Real-Time Transcription does, for the transcriptions that were started. When none was
 * started on a leg of this talk, the configured turn address gets one report of what could be heard: on the citizen's leg
 * if the citizen spoke or heard it, else on the speaker's. `SpeakerCallSid` and `SpeakerLabel` are the practice carrier's own.
 */
export const reportTurn = (core: Core, turn: Turn): void => {
  const { subject, speaker, hearers } = turn
  toSessions(core, turn)
  const url = core.settings.turnUrl
  const session = [speaker, subject, ...hearers].some((call) => call !== null && call.transcriptions.length > 0)
  if (session || url === null || (turn.conferenceSid !== null && hearers.length === 0)) return
  const shared = subject !== null && subject !== speaker && hearers.includes(subject)
  const on = shared ? subject : speaker
  on.turns += 1
  report(
    core,
    on.sid,
    { url, method: 'POST' },
    {
      ...content(core, turn, on, shared ? 'outbound_track' : 'inbound_track'),
      TranscriptionSid: `GT${on.sid.slice(2)}`,
      SequenceId: String(on.turns),
      LanguageCode: 'zh-CN',
    },
  )
}

/** Tells the owner of a transcription that it started or stopped. */
export const reportTranscription = (
  core: Core,
  call: Call,
  session: Transcription,
  event: 'started' | 'stopped',
): void => {
  session.sequence += 1
  report(core, call.sid, session.target, {
    AccountSid: core.settings.accountSid,
    CallSid: call.sid,
    TranscriptionSid: session.sid,
    TranscriptionEvent: `transcription-${event}`,
    Timestamp: new Date(core.clock.now()).toISOString(),
    SequenceId: String(session.sequence),
    LanguageCode: session.language,
    Track: session.track,
  })
}
