import { labelTaken, join, openRoom, reserve } from '../conferences/conference.machine.ts'
import {
  conferenceEventNames,
  type ConferenceEventName,
  type Joining,
  type LeaveReason,
} from '../conferences/conference.models.ts'
import type { Element } from './parse.ts'
import type { Running } from './running.ts'
import { count, flag, listOf, targetOf, addressIn } from './running.ts'

const beeps = { true: 'true', false: 'false', onEnter: 'onEnter', onExit: 'onExit' } as const

const beepOf = (text: string | undefined): Joining['beep'] => {
  if (text === 'false' || text === 'onEnter' || text === 'onExit') return beeps[text]
  return 'true'
}

/** The conference events named in a list; unknown names have been refused before. */
const roomEvents = (wanted: ReadonlySet<string>): ReadonlySet<ConferenceEventName> =>
  new Set(conferenceEventNames.filter((group) => wanted.has(group)))

const joiningOf = (running: Running, { attributes }: Element): Joining => {
  const target = targetOf(running, attributes['statusCallback'], attributes['statusCallbackMethod'])
  const written = attributes['waitUrl']
  const method = attributes['waitMethod'] === 'GET' ? 'GET' : 'POST'
  const wait: Joining['wait'] =
    written === undefined ? null : { url: written === '' ? '' : addressIn(running, written), method }
  const recordTarget = targetOf(
    running,
    attributes['recordingStatusCallback'],
    attributes['recordingStatusCallbackMethod'],
  )
  return {
    label: attributes['participantLabel'] ?? null,
    muted: flag(attributes['muted'], false),
    startOnEnter: flag(attributes['startConferenceOnEnter'], true),
    endOnExit: flag(attributes['endConferenceOnExit'], false),
    beep: beepOf(attributes['beep']),
    coach: attributes['coach'] ?? null,
    wait,
    maxParticipants: count(attributes['maxParticipants'], 250),
    watch:
      target === null
        ? null
        : { target, events: roomEvents(listOf(attributes['statusCallbackEvent'], ['start', 'end'])) },
    record:
      attributes['record'] === 'record-from-start'
        ? {
            from: 'start',
            target: recordTarget,
            events: listOf(attributes['recordingStatusCallbackEvent'], ['completed']),
            trim: attributes['trim'] !== 'do-not-trim',
          }
        : null,
  }
}

/** `<Dial><Conference>`: the caller is in the room until it leaves or the room ends. `refused` = it never came in. */
export const dialConference = async (running: Running, noun: Element): Promise<LeaveReason | 'refused'> => {
  const { core, call, scope } = running
  const joining = joiningOf(running, noun)
  const room = openRoom(core, noun.text.trim(), joining)
  const inside = [...room.participants.values()].filter((one) => one.state === 'connected')
  const refuse = (code: number, message: string): 'refused' => {
    core.log.add('warning', call.sid, message, { room: room.friendlyName }, code)
    return 'refused'
  }
  if (labelTaken(room, joining.label))
    return refuse(16025, `participant label "${joining.label}" is already used in this conference`)
  if (inside.length >= room.maxParticipants) return refuse(13236, 'the conference is full')
  if (joining.coach !== null && !inside.some((one) => one.call.sid === joining.coach))
    return refuse(13240, `<Conference> coach: ${joining.coach} is not in this conference`)
  return scope.wait<LeaveReason>((done) => {
    join(core, room, reserve(core, room, call, joining), done)
    return (why) => call.seat?.leave(why)
  })
}
