import type { Core } from '../core/core.ts'
import type { Endpoint } from '../core/endpoint.ts'
import { cannotHear, defaultModel } from '../twiml/speech.ts'
import type { Call, Transcription } from './call.models.ts'
import { reportTranscription } from './turn.events.ts'

/** What a transcription is started with, by the attributes of `<Transcription>` or the fields of `POST …/Transcriptions`. */
export type NewTranscription = {
  name: string | null
  target: Endpoint
  track: string | null
  language: string | null
  engine: string | null
  model: string | null
  inboundLabel: string | null
  outboundLabel: string | null
}

/**
 * Starts to write down what is said on a leg. What the engine cannot hear is told as `transcription-error`, and nothing is written down: the call
 * goes on without a word of it.
 */
export const startTranscription = (core: Core, call: Call, wanted: NewTranscription): Transcription => {
  const engine = wanted.engine ?? 'google'
  const session: Transcription = {
    sid: core.random.sid('GT'),
    name: wanted.name,
    target: wanted.target,
    track: wanted.track ?? 'both_tracks',
    language: wanted.language ?? 'en-US',
    engine,
    model: wanted.model ?? defaultModel(engine),
    labels: { inbound: wanted.inboundLabel, outbound: wanted.outboundLabel },
    sequence: 0,
  }
  const why = cannotHear(session.engine, session.model, session.language)
  const fault = core.faults.take('deaf-transcription', call.sid)
  if (why !== null || fault !== null) {
    const message = why ?? 'the speech recognition failed'
    core.log.add('error', call.sid, `transcription: ${message}`, {}, 17566)
    reportTranscription(core, call, session, 'error', { code: '17566', message })
    return session
  }
  call.transcriptions.push(session)
  reportTranscription(core, call, session, 'started')
  call.onEnd.add(() => {
    if (call.transcriptions.includes(session)) reportTranscription(core, call, session, 'stopped')
  })
  return session
}

/** Ends a transcription; false when none of this name or id runs on the leg. */
export const stopTranscription = (core: Core, call: Call, which: (one: Transcription) => boolean): boolean => {
  const session = call.transcriptions.find(which)
  if (session === undefined) return false
  call.transcriptions = call.transcriptions.filter((one) => one !== session)
  reportTranscription(core, call, session, 'stopped')
  return true
}
