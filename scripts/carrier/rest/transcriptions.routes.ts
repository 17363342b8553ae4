import type { Transcription } from '../calls/call.models.ts'
import { startTranscription, stopTranscription } from '../calls/transcription.ts'
import { apiVersion, accountPath, type Core } from '../core/core.ts'
import { rfc2822 } from '../core/times.ts'
import { findCall } from './calls.routes.ts'
import { readForm } from './form.ts'
import { notFound, RestProblem } from './problem.ts'
import type { RestRequest, RestRoute } from './route.ts'
import { created, ok } from './route.ts'

const view = (core: Core, callSid: string, one: Transcription, status: string): Record<string, unknown> => ({
  sid: one.sid,
  account_sid: core.settings.accountSid,
  call_sid: callSid,
  name: one.name,
  status,
  date_updated: rfc2822(core.clock.now()),
  api_version: apiVersion,
  uri: accountPath(core, `/Calls/${callSid}/Transcriptions/${one.sid}.json`),
})

const start = (request: RestRequest) => {
  const { core } = request
  const call = findCall(request)
  const form = readForm(request.body, {
    Name: 'text',
    Track: { oneOf: ['inbound_track', 'outbound_track', 'both_tracks'] },
    StatusCallbackUrl: 'url',
    StatusCallbackMethod: 'method',
    InboundTrackLabel: 'text',
    OutboundTrackLabel: 'text',
    PartialResults: 'boolean',
    LanguageCode: 'text',
    TranscriptionEngine: { oneOf: ['google', 'deepgram'] },
    ProfanityFilter: 'boolean',
    SpeechModel: 'text',
    Hints: 'text',
    EnableAutomaticPunctuation: 'boolean',
    EnableProviderData: 'boolean',
    IntelligenceService: 'text',
  })
  if (call.status !== 'in-progress') throw new RestProblem(400, 21220, 'Call is not in-progress. Cannot transcribe.')
  const target = form.target('StatusCallbackUrl', 'StatusCallbackMethod')
  if (target === null) throw new RestProblem(400, 21218, 'StatusCallbackUrl is required.')
  const session = startTranscription(core, call, {
    target,
    name: form.text('Name'),
    track: form.text('Track'),
    language: form.text('LanguageCode'),
    engine: form.text('TranscriptionEngine'),
    model: form.text('SpeechModel'),
    inboundLabel: form.text('InboundTrackLabel'),
    outboundLabel: form.text('OutboundTrackLabel'),
  })
  return created(view(core, call.sid, session, 'in-progress'))
}

const stop = (request: RestRequest) => {
  const { core, ids, path } = request
  const call = findCall(request)
  readForm(request.body, { Status: { oneOf: ['stopped'] } }).need('Status', 21223, 'Status is required.')
  const named = (one: Transcription): boolean => one.sid === ids[1] || one.name === ids[1]
  const session = call.transcriptions.find(named)
  if (session === undefined || !stopTranscription(core, call, named)) throw notFound(path)
  return ok(view(core, call.sid, session, 'stopped'))
}

/** Live transcriptions of a leg (Twilio, "RealtimeTranscription resource"). */
export const transcriptionRoutes: readonly RestRoute[] = [
  { method: 'POST', path: 'Calls/*/Transcriptions', run: start },
  { method: 'POST', path: 'Calls/*/Transcriptions/*', run: stop },
]
