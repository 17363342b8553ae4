import type { Core } from '../core/core.ts'
import { accountPath, apiVersion } from '../core/core.ts'
import { rfc2822 } from '../core/times.ts'
import { silentMp3, silentWav } from '../recordings/audio.ts'
import type { Recording } from '../recordings/recording.models.ts'
import {
  isFinal,
  mediaUrl,
  pauseRecording,
  resumeRecording,
  startRecording,
  stopRecording,
} from '../recordings/recording.machine.ts'
import { findCall } from './calls.routes.ts'
import { namesOf, readForm } from './form.ts'
import { onlyQuery, page } from './pages.ts'
import { notFound, RestProblem } from './problem.ts'
import type { RestRequest, RestRoute } from './route.ts'
import { created, ok } from './route.ts'

const view = (core: Core, one: Recording): Record<string, unknown> => ({
  account_sid: core.settings.accountSid,
  api_version: apiVersion,
  call_sid: one.callSid,
  conference_sid: one.conferenceSid,
  date_created: rfc2822(one.createdAt),
  date_updated: rfc2822(one.updatedAt),
  start_time: rfc2822(one.startedAt),
  duration: one.status === 'completed' ? String(Math.round(one.length / 1000)) : '-1',
  sid: one.sid,
  price: null,
  price_unit: 'USD',
  status: one.status,
  channels: one.channels,
  source: one.source,
  track: one.track,
  error_code: one.status === 'absent' ? 11200 : null,
  encryption_details: null,
  uri: accountPath(core, `/Recordings/${one.sid}.json`),
  media_url: one.status === 'completed' ? mediaUrl(core, one) : null,
  subresource_uris: { transcriptions: accountPath(core, `/Recordings/${one.sid}/Transcriptions.json`) },
})

const find = (core: Core, sid: string, path: string): Recording => {
  const one = core.recordings.get(sid)
  if (one === undefined || one.status === 'deleted') throw notFound(path)
  return one
}

/** `Twilio.CURRENT` stands for the one recording that runs. */
const findOf = (request: RestRequest, belongs: (one: Recording) => boolean): Recording => {
  const key = request.ids[1] ?? ''
  const running = [...request.core.recordings.values()].find((one) => belongs(one) && !isFinal(one))
  const one = key === 'Twilio.CURRENT' ? running : request.core.recordings.get(key)
  if (one === undefined || !belongs(one)) throw notFound(request.path)
  return one
}

const update = (request: RestRequest, one: Recording) => {
  const { core } = request
  const form = readForm(request.body, {
    Status: { oneOf: ['in-progress', 'paused', 'stopped'] },
    PauseBehavior: { oneOf: ['silence', 'skip'] },
  })
  const wanted = form.need('Status', 21223, 'Status is required.')
  if (isFinal(one)) throw new RestProblem(400, 21220, 'The recording is not in progress.')
  if (wanted === 'stopped') stopRecording(core, one)
  else if (wanted === 'paused' && one.status !== 'paused')
    pauseRecording(core, one, form.text('PauseBehavior') === 'skip' ? 'skip' : 'silence')
  else if (wanted === 'in-progress' && one.status === 'paused') resumeRecording(core, one)
  return ok(view(core, one))
}

const startOnCall = (request: RestRequest) => {
  const { core } = request
  const form = readForm(request.body, {
    RecordingStatusCallback: 'url',
    RecordingStatusCallbackMethod: 'method',
    RecordingStatusCallbackEvent: 'list',
    Trim: { oneOf: ['trim-silence', 'do-not-trim'] },
    RecordingChannels: { oneOf: ['mono', 'dual'] },
    RecordingTrack: { oneOf: ['inbound', 'outbound', 'both'] },
  })
  const call = findCall(request)
  if (call.status !== 'in-progress') throw new RestProblem(400, 21220, 'Call is not in-progress. Cannot record.')
  const track = form.text('RecordingTrack')
  const recording = startRecording(core, call, {
    source: 'StartCallRecordingAPI',
    conferenceSid: null,
    channels: form.text('RecordingChannels') === 'dual' ? 2 : 1,
    track: track === 'inbound' || track === 'outbound' ? track : 'both',
    target: form.target('RecordingStatusCallback', 'RecordingStatusCallbackMethod'),
    events: namesOf(form, 'RecordingStatusCallbackEvent', ['in-progress', 'completed', 'absent'], ['completed']),
    trim: form.text('Trim') !== 'do-not-trim',
  })
  return created(view(core, recording))
}

const list = (request: RestRequest, belongs: (one: Recording) => boolean) => {
  const { core, query, path } = request
  onlyQuery(query, ['CallSid', 'ConferenceSid', 'DateCreated', 'DateCreated<', 'DateCreated>', 'IncludeSoftDeleted'])
  const callSid = query.get('CallSid')
  const conferenceSid = query.get('ConferenceSid')
  const rows = [...core.recordings.values()]
    .filter((one) => belongs(one) && one.status !== 'deleted')
    .filter(
      (one) =>
        (callSid === null || one.callSid === callSid) &&
        (conferenceSid === null || one.conferenceSid === conferenceSid),
    )
    .toReversed()
  return ok(
    page(
      query,
      `${path}.json`,
      'recordings',
      rows.map((one) => view(core, one)),
    ),
  )
}

const fetchOne = ({ core, ids, path, json }: RestRequest) => {
  const [sid = '', extension] = (ids[0] ?? '').split('.')
  const one = find(core, sid, path)
  if (json) return ok(view(core, one))
  if (one.status !== 'completed') throw notFound(path)
  if (extension === 'mp3') return { media: silentMp3(one.length), type: 'audio/mpeg' }
  if (extension === 'wav' || extension === undefined) return { media: silentWav(one.length), type: 'audio/x-wav' }
  throw notFound(path)
}

const erase = (core: Core, one: Recording): null => {
  if (!isFinal(one)) throw new RestProblem(409, 20409, 'A recording that is in progress cannot be deleted.')
  one.status = 'deleted'
  one.text = []
  return null
}

const ofCall = (request: RestRequest) => {
  const call = findCall(request)
  return (one: Recording): boolean => one.callSid === call.sid && one.conferenceSid === null
}

const ofRoom = (request: RestRequest) => {
  const room = request.core.conferences.get(request.ids[0] ?? '')
  if (room === undefined) throw notFound(request.path)
  return (one: Recording): boolean => one.conferenceSid === room.sid
}

export const recordingRoutes: readonly RestRoute[] = [
  { method: 'GET', path: 'Recordings', run: (request) => list(request, () => true) },
  { method: 'GET', path: 'Recordings/*', run: fetchOne },
  { method: 'DELETE', path: 'Recordings/*', run: ({ core, ids, path }) => erase(core, find(core, ids[0] ?? '', path)) },
  { method: 'POST', path: 'Calls/*/Recordings', run: startOnCall },
  { method: 'GET', path: 'Calls/*/Recordings', run: (request) => list(request, ofCall(request)) },
  {
    method: 'GET',
    path: 'Calls/*/Recordings/*',
    run: (request) => ok(view(request.core, findOf(request, ofCall(request)))),
  },
  { method: 'POST', path: 'Calls/*/Recordings/*', run: (request) => update(request, findOf(request, ofCall(request))) },
  {
    method: 'DELETE',
    path: 'Calls/*/Recordings/*',
    run: (request) => erase(request.core, findOf(request, ofCall(request))),
  },
  { method: 'GET', path: 'Conferences/*/Recordings', run: (request) => list(request, ofRoom(request)) },
  {
    method: 'GET',
    path: 'Conferences/*/Recordings/*',
    run: (request) => ok(view(request.core, findOf(request, ofRoom(request)))),
  },
  {
    method: 'POST',
    path: 'Conferences/*/Recordings/*',
    run: (request) => update(request, findOf(request, ofRoom(request))),
  },
  {
    method: 'DELETE',
    path: 'Conferences/*/Recordings/*',
    run: (request) => erase(request.core, findOf(request, ofRoom(request))),
  },
]
