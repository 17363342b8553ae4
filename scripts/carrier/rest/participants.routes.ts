import { createCall, endCall } from '../calls/call.machine.ts'
import { isLive } from '../calls/call.models.ts'
import { read } from '../calls/call.view.ts'
import { dialInTurn } from '../calls/place-call.ts'
import { ring } from '../calls/ring.ts'
import { announceTo } from '../conferences/announce.ts'
import { reportRoom } from '../conferences/conference.events.ts'
import { findRoom, join, labelTaken, leave, openRoom, reserve } from '../conferences/conference.machine.ts'
import {
  conferenceEventNames,
  type Conference,
  type Joining,
  type Participant,
} from '../conferences/conference.models.ts'
import { participantView } from '../conferences/conference.view.ts'
import { updateParticipant } from '../conferences/participant.update.ts'
import type { Core } from '../core/core.ts'
import { checkEnds, watchOf } from './calls.routes.ts'
import type { Fields, Form } from './form.ts'
import { namesOf, readForm } from './form.ts'
import { onlyQuery, page } from './pages.ts'
import { invalid, notFound, RestProblem } from './problem.ts'
import type { RestRequest, RestRoute } from './route.ts'
import { created, ok } from './route.ts'

const createFields: Fields = {
  From: 'text',
  To: 'text',
  Label: 'text',
  Timeout: 'integer',
  TimeLimit: 'integer',
  StatusCallback: 'url',
  StatusCallbackMethod: 'method',
  StatusCallbackEvent: 'list',
  Muted: 'boolean',
  Beep: { oneOf: ['true', 'false', 'onEnter', 'onExit'] },
  StartConferenceOnEnter: 'boolean',
  EndConferenceOnExit: 'boolean',
  WaitUrl: 'url',
  WaitMethod: 'method',
  EarlyMedia: 'boolean',
  MaxParticipants: 'integer',
  Coaching: 'boolean',
  CallSidToCoach: 'text',
  ConferenceRecord: { oneOf: ['true', 'false', 'record-from-start', 'do-not-record'] },
  ConferenceTrim: { oneOf: ['trim-silence', 'do-not-trim'] },
  ConferenceStatusCallback: 'url',
  ConferenceStatusCallbackMethod: 'method',
  ConferenceStatusCallbackEvent: 'list',
  ConferenceRecordingStatusCallback: 'url',
  ConferenceRecordingStatusCallbackMethod: 'method',
  ConferenceRecordingStatusCallbackEvent: 'list',
  JitterBufferSize: { oneOf: ['off', 'small', 'medium', 'large'] },
  CallerId: 'text',
  CallReason: 'text',
  CallToken: 'text',
  CallerDisplayName: 'text',
  ClientNotificationUrl: 'url',
}

const updateFields: Fields = {
  Muted: 'boolean',
  Hold: 'boolean',
  HoldUrl: 'url',
  HoldMethod: 'method',
  AnnounceUrl: 'url',
  AnnounceMethod: 'method',
  WaitUrl: 'url',
  WaitMethod: 'method',
  BeepOnExit: 'boolean',
  EndConferenceOnExit: 'boolean',
  Coaching: 'boolean',
  CallSidToCoach: 'text',
}

const recordingEvents = ['in-progress', 'completed', 'absent'] as const

const beepOf = (text: string | null): Joining['beep'] =>
  text === 'false' || text === 'onEnter' || text === 'onExit' ? text : 'true'

const joiningOf = (form: Form): Joining => {
  const target = form.target('ConferenceStatusCallback', 'ConferenceStatusCallbackMethod')
  const record = form.text('ConferenceRecord')
  const wait = form.text('WaitUrl')
  const label = form.text('Label')
  if (label !== null && label.length > 128) throw invalid('Label is longer than 128 characters.', 16026)
  if (form.bool('Coaching') === true && !form.has('CallSidToCoach'))
    throw invalid('CallSidToCoach is required when Coaching is true.', 20001)
  return {
    label: label === '' ? null : label,
    muted: form.bool('Muted') ?? false,
    startOnEnter: form.bool('StartConferenceOnEnter') ?? true,
    endOnExit: form.bool('EndConferenceOnExit') ?? false,
    beep: beepOf(form.text('Beep')),
    coach: form.bool('Coaching') === true ? form.text('CallSidToCoach') : null,
    wait: wait === null ? null : { url: wait, method: form.method('WaitMethod') },
    maxParticipants: form.whole('MaxParticipants', 2, 250) ?? 250,
    watch:
      target === null
        ? null
        : { target, events: namesOf(form, 'ConferenceStatusCallbackEvent', conferenceEventNames, ['start', 'end']) },
    record:
      record === 'true' || record === 'record-from-start'
        ? {
            from: 'start',
            target: form.target('ConferenceRecordingStatusCallback', 'ConferenceRecordingStatusCallbackMethod'),
            events: namesOf(form, 'ConferenceRecordingStatusCallbackEvent', recordingEvents, ['completed']),
            trim: form.text('ConferenceTrim') !== 'do-not-trim',
          }
        : null,
  }
}

const create = (request: RestRequest) => {
  const { core, ids, path } = request
  const name = ids[0] ?? ''
  const form = readForm(request.body, createFields)
  const ends = checkEnds(request, form)
  const joining = joiningOf(form)
  const known = findRoom(core, name)
  if (known === null && /^CF[0-9a-f]{32}$/.test(name)) throw notFound(path)
  if (known?.status === 'completed') throw new RestProblem(400, 16020, 'The conference has ended.')
  if (known !== null && labelTaken(known, joining.label))
    throw new RestProblem(400, 16025, 'Participant label is already in use.')
  const coached = joining.coach === null ? undefined : known?.participants.get(joining.coach)
  if (joining.coach !== null && coached?.state !== 'connected')
    throw new RestProblem(400, 13240, 'CallSidToCoach is not in this conference.')
  const timeoutSeconds = form.whole('Timeout', 5, 600) ?? 60
  const watch = watchOf(form)
  const room = openRoom(core, name, joining)
  const call = createCall(core, { ...ends, direction: 'outbound-api', status: 'queued', timeoutSeconds, watch })
  const one = reserve(core, room, call, joining)
  // A leg added by REST has no document behind it: out of the room means hung up.
  call.onAnswer.add(() => join(core, room, one, () => endCall(core, call, 'completed')))
  call.onEnd.add(() => leave(core, room, one, 'participant_add_failed'))
  dialInTurn(core, call, () => ring(core, call, { conference: room.friendlyName, label: joining.label ?? '' }))
  return created(participantView(core, room, one))
}

/** Only adding a participant takes a friendly name; every other request needs the conference's SID. */
const findBySid = ({ core, ids, path }: RestRequest): Conference => {
  const room = core.conferences.get(ids[0] ?? '')
  if (room !== undefined) return room
  if (findRoom(core, ids[0] ?? '') !== null)
    core.log.add(
      'warning',
      'rest',
      `a friendly name is taken only when a participant is added: ${path} needs the conference SID`,
    )
  throw notFound(path)
}

const findParticipant = (request: RestRequest): { room: Conference; one: Participant } => {
  const { core, ids, path } = request
  const room = findBySid(request)
  const key = ids[1] ?? ''
  const one =
    room.participants.get(key) ??
    [...room.participants.values()].find((leg) => leg.joining.label === key && leg.state !== 'gone')
  if (one === undefined || !shown(core, one)) throw notFound(path)
  return { room, one }
}

/** Only live legs are shown; one that has just left stays visible for the read lag. */
const shown = (core: Core, one: Participant): boolean =>
  one.state !== 'gone' || core.clock.now() < (one.leftAt ?? 0) + core.settings.readLagMs

const view = (core: Core, room: Conference, one: Participant): Record<string, unknown> =>
  read(core, one, (leg) => participantView(core, room, leg))

const list = (request: RestRequest) => {
  const { core, query, path } = request
  onlyQuery(query, ['Muted', 'Hold', 'Coaching'])
  const room = findBySid(request)
  const rows = [...room.participants.values()]
    .filter((one) => shown(core, one))
    .map((one) => view(core, room, one))
    .filter((one) =>
      ['Muted', 'Hold', 'Coaching'].every(
        (name) => query.get(name) === null || query.get(name) === String(one[name.toLowerCase()]),
      ),
    )
  return ok(page(query, `${path}.json`, 'participants', rows))
}

const update = (request: RestRequest) => {
  const { core } = request
  const form = readForm(request.body, updateFields)
  const { room, one } = findParticipant(request)
  if (one.state !== 'connected') throw new RestProblem(400, 21220, 'The participant is not in the conference.')
  const coach = form.text('CallSidToCoach')
  if (coach !== null && coach !== '' && room.participants.get(coach)?.state !== 'connected')
    throw new RestProblem(400, 13240, 'CallSidToCoach is not in this conference.')
  updateParticipant(core, room, one, {
    muted: form.bool('Muted'),
    hold: form.bool('Hold'),
    holdUrl:
      form.target('HoldUrl', 'HoldMethod') === null
        ? null
        : { url: form.text('HoldUrl') ?? '', method: form.text('HoldMethod') === 'POST' ? 'POST' : 'GET' },
    coaching: form.bool('Coaching'),
    coach: coach === '' ? null : coach,
    endOnExit: form.bool('EndConferenceOnExit'),
    beepOnExit: form.bool('BeepOnExit'),
  })
  const announcement = form.target('AnnounceUrl', 'AnnounceMethod')
  if (announcement !== null)
    announceTo(core, room, [one], announcement, (fine) =>
      reportRoom(core, room, 'announcement', fine ? 'announcement-end' : 'announcement-fail', {
        one,
        extra: { AnnounceUrl: announcement.url },
      }),
    )
  return ok(participantView(core, room, one))
}

export const participantRoutes: readonly RestRoute[] = [
  { method: 'POST', path: 'Conferences/*/Participants', run: create },
  { method: 'GET', path: 'Conferences/*/Participants', run: list },
  {
    method: 'GET',
    path: 'Conferences/*/Participants/*',
    run: (request) => {
      const { room, one } = findParticipant(request)
      return ok(view(request.core, room, one))
    },
  },
  { method: 'POST', path: 'Conferences/*/Participants/*', run: update },
  {
    method: 'DELETE',
    path: 'Conferences/*/Participants/*',
    run: (request) => {
      const { room, one } = findParticipant(request)
      if (one.state === 'pending' && isLive(one.call)) endCall(request.core, one.call, 'canceled')
      else leave(request.core, room, one, 'participant_updated_via_api', true)
      return null
    },
  },
]
