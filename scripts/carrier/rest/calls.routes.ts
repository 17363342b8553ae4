import { endCall } from '../calls/call.machine.ts'
import type { Call, CallEvent, CallStatus, Source } from '../calls/call.models.ts'
import { callView, change, read } from '../calls/call.view.ts'
import { placeOutbound } from '../calls/place-call.ts'
import { checkDocument } from '../twiml/check.ts'
import { voiceGrammar } from '../twiml/grammar.voice.ts'
import { redirectCall } from '../twiml/run-documents.ts'
import { startRecording } from '../recordings/recording.machine.ts'
import type { Fields, Form } from './form.ts'
import { namesOf, readForm } from './form.ts'
import { onlyQuery, page } from './pages.ts'
import { invalid, notFound, RestProblem } from './problem.ts'
import type { RestRequest, RestRoute } from './route.ts'
import { created, ok } from './route.ts'

const updateFields: Fields = {
  Url: 'url',
  Method: 'method',
  Twiml: 'text',
  Status: { oneOf: ['canceled', 'completed'] },
  FallbackUrl: 'url',
  FallbackMethod: 'method',
  StatusCallback: 'url',
  StatusCallbackMethod: 'method',
  TimeLimit: 'integer',
}

const createFields: Fields = {
  To: 'text',
  From: 'text',
  Url: 'url',
  Method: 'method',
  Twiml: 'text',
  FallbackUrl: 'url',
  FallbackMethod: 'method',
  StatusCallback: 'url',
  StatusCallbackEvent: 'list',
  StatusCallbackMethod: 'method',
  Timeout: 'integer',
  TimeLimit: 'integer',
  Record: 'boolean',
  RecordingChannels: { oneOf: ['mono', 'dual'] },
  RecordingStatusCallback: 'url',
  RecordingStatusCallbackMethod: 'method',
  RecordingStatusCallbackEvent: 'list',
  RecordingTrack: { oneOf: ['inbound', 'outbound', 'both'] },
  Trim: { oneOf: ['trim-silence', 'do-not-trim'] },
  MachineDetection: { oneOf: ['Enable', 'DetectMessageEnd'] },
  MachineDetectionTimeout: 'integer',
  SendDigits: 'text',
  CallerId: 'text',
  CallReason: 'text',
  CallToken: 'text',
}

/** The call of the path. 404 when there is none. */
export const findCall = ({ core, ids, path }: RestRequest): Call => {
  const call = core.calls.get(ids[0] ?? '')
  if (call === undefined) throw notFound(path)
  return call
}

const sourceOf = (form: Form): Source | null => {
  const twiml = form.text('Twiml')
  const url = form.text('Url')
  if (twiml !== null && url !== null) throw invalid('Url and Twiml cannot both be given.', 20001)
  if (twiml !== null) {
    if (twiml.length > 4000) throw invalid('Twiml is longer than 4000 characters.', 21624)
    const checked = checkDocument(twiml, voiceGrammar)
    if (!checked.ok) throw invalid(checked.message, checked.code)
    return { twiml, url: null }
  }
  return url === null || url === '' ? null : { url, method: form.method('Method') }
}

/** The number an outbound leg shows. 400 when it is neither the account's own nor a client. */
export const checkEnds = (request: RestRequest, form: Form): { from: string; to: string } => {
  const to = form.need('To', 21201, "No 'To' number is specified")
  const from = form.need('From', 21213, "No 'From' number is specified")
  if (!/^(\+[1-9]\d{4,14}|client:.+)$/.test(to))
    throw invalid(`The phone number you are attempting to call, ${to}, is not valid.`, 21211)
  if (request.core.settings.webhooks[from] === undefined && !from.startsWith('client:'))
    throw invalid(`The source phone number provided, ${from}, is not yet verified for your account.`, 21210)
  return { from, to }
}

const callEvents: readonly CallEvent[] = ['initiated', 'ringing', 'answered', 'completed']

/** The status callback of a leg, with the events it wants (default: completed). */
export const watchOf = (form: Form): Call['watch'] => {
  const target = form.target('StatusCallback', 'StatusCallbackMethod')
  const events = namesOf(form, 'StatusCallbackEvent', callEvents, ['completed'])
  return target === null ? null : { target, events }
}

const recordingEvents = ['in-progress', 'completed', 'absent'] as const

const create = (request: RestRequest) => {
  const { core } = request
  const form = readForm(request.body, createFields)
  const ends = checkEnds(request, form)
  const source = sourceOf(form)
  if (source === null) throw invalid('Url or Twiml is required.', 21205)
  const events = namesOf(form, 'RecordingStatusCallbackEvent', recordingEvents, ['completed'])
  const call = placeOutbound(core, {
    ...ends,
    source,
    timeoutSeconds: form.whole('Timeout', 1, 600) ?? 60,
    watch: watchOf(form),
    fallback: form.target('FallbackUrl', 'FallbackMethod'),
    answeredBy: form.has('MachineDetection'),
  })
  if (form.bool('Record') === true)
    call.onAnswer.add(() => {
      startRecording(core, call, {
        source: 'OutboundAPI',
        conferenceSid: null,
        channels: form.text('RecordingChannels') === 'dual' ? 2 : 1,
        track: 'both',
        target: form.target('RecordingStatusCallback', 'RecordingStatusCallbackMethod'),
        events,
        trim: form.text('Trim') !== 'do-not-trim',
      })
    })
  return created(callView(core, call))
}

const update = (request: RestRequest) => {
  const { core } = request
  const call = findCall(request)
  const form = readForm(request.body, updateFields)
  const source = sourceOf(form)
  const status = form.text('Status')
  if (source !== null && status !== null) throw invalid('Status cannot be given together with Url or Twiml.', 20001)
  if (source !== null) {
    if (call.status !== 'in-progress') throw new RestProblem(400, 21220, 'Call is not in-progress. Cannot redirect.')
    if (form.has('FallbackUrl')) call.fallback = form.target('FallbackUrl', 'FallbackMethod')
  }
  const target = form.target('StatusCallback', 'StatusCallbackMethod')
  if (target !== null) call.watch = { target, events: new Set<CallEvent>(['completed']) }
  if (source !== null) {
    change(
      core,
      call,
      (one) => callView(core, one),
      () => undefined,
    )
    redirectCall(core, call, source)
  }
  if (status === 'canceled' && (call.status === 'queued' || call.status === 'ringing')) endCall(core, call, 'canceled')
  if (status === 'completed') endCall(core, call, call.status === 'in-progress' ? 'completed' : 'canceled')
  return ok(callView(core, call))
}

const statuses: readonly CallStatus[] = [
  'queued',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
]

const list = ({ core, query, path }: RestRequest) => {
  onlyQuery(query, [
    'To',
    'From',
    'ParentCallSid',
    'Status',
    'StartTime',
    'StartTime<',
    'StartTime>',
    'EndTime',
    'EndTime<',
    'EndTime>',
  ])
  const status = query.get('Status')
  if (status !== null && !statuses.some((one) => one === status)) throw invalid(`Invalid Status: ${status}`)
  const same = (name: string, value: string | null): boolean => query.get(name) === null || query.get(name) === value
  const later = query.get('StartTime>')
  const earlier = query.get('StartTime<')
  const rows = [...core.calls.values()]
    .filter((one) => same('To', one.to) && same('From', one.from) && same('ParentCallSid', one.parentCallSid))
    .filter((one) => later === null || (one.answeredAt ?? one.createdAt) >= Date.parse(later))
    .filter((one) => earlier === null || (one.answeredAt ?? one.createdAt) <= Date.parse(earlier))
    .map((one) => read(core, one, (call) => callView(core, call)))
    .filter((one) => status === null || one['status'] === status)
    .toReversed()
  return ok(page(query, `${path}.json`, 'calls', rows))
}

export const callRoutes: readonly RestRoute[] = [
  { method: 'POST', path: 'Calls', run: create },
  { method: 'GET', path: 'Calls', run: list },
  {
    method: 'GET',
    path: 'Calls/*',
    run: (request) => ok(read(request.core, findCall(request), (one) => callView(request.core, one))),
  },
  { method: 'POST', path: 'Calls/*', run: update },
  {
    method: 'DELETE',
    path: 'Calls/*',
    run: (request) => {
      const call = findCall(request)
      if (call.endedAt === null) throw new RestProblem(409, 20409, 'A call that has not ended cannot be deleted.')
      request.core.calls.delete(call.sid)
      return null
    },
  },
]
