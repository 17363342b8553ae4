import { endCall } from '../calls/call.machine.ts'
import type { Call } from '../calls/call.models.ts'
import { isLive } from '../calls/call.models.ts'
import { change } from '../calls/call.view.ts'
import { hear } from '../calls/hear.ts'
import { isFinal, startRecording, stopRecording } from '../recordings/recording.machine.ts'
import type { Core } from '../core/core.ts'
import { playAside, stopAside } from './aside.ts'
import { reportRoom } from './conference.events.ts'
import type { Conference, EndReason, Joining, LeaveReason, Participant } from './conference.models.ts'
import { conferenceView } from './conference.view.ts'
import { saidInRoom } from './room-turn.ts'

/** Who is in the room, on hold or not; those who are still being rung are not. */
export const connected = (room: Conference): Participant[] =>
  [...room.participants.values()].filter((one) => one.state === 'connected')

const live = (room: Conference): Participant[] => [...room.participants.values()].filter((one) => one.state !== 'gone')

/** The room of this SID or, among those that have not ended, of this friendly name. */
export const findRoom = (core: Core, name: string): Conference | null => {
  const bySid = core.conferences.get(name)
  if (bySid !== undefined) return bySid
  for (const room of core.conferences.values())
    if (room.friendlyName === name && room.status !== 'completed') return room
  return null
}

const setStatus = (core: Core, room: Conference, status: Conference['status']): void =>
  change(
    core,
    room,
    (one) => conferenceView(core, one),
    () => {
      room.status = status
    },
  )

/** Opens a room, or finds the open one. The settings of the first to come are the room's; later ones are ignored. */
export const openRoom = (core: Core, name: string, joining: Joining): Conference => {
  const found = findRoom(core, name)
  if (found !== null && found.status !== 'completed') {
    const same = (found.watch?.target.url ?? '') === (joining.watch?.target.url ?? '')
    if (!same) core.log.add('warning', found.sid, 'callback settings of a later participant are ignored')
    return found
  }
  const now = core.clock.now()
  const room: Conference = {
    sid: core.random.sid('CF'),
    friendlyName: name,
    status: 'init',
    createdAt: now,
    updatedAt: now,
    participants: new Map(),
    watch: joining.watch,
    watchSettled: true,
    record: joining.record,
    recordingSid: null,
    sequence: 0,
    maxParticipants: joining.maxParticipants,
    endReason: null,
    endedBy: null,
    shown: null,
    shownUntil: 0,
  }
  core.conferences.set(room.sid, room)
  const oldest =
    core.conferences.size > 2000 ? [...core.conferences.values()].find((one) => one.status === 'completed') : undefined
  if (oldest !== undefined) core.conferences.delete(oldest.sid)
  return room
}

/** The label is already used by a leg of this room (error 16025). */
export const labelTaken = (room: Conference, label: string | null): boolean =>
  label !== null && live(room).some((one) => one.joining.label === label)

/** Puts a leg on the list of a room while it is still being dialled. */
export const reserve = (core: Core, room: Conference, call: Call, joining: Joining): Participant => {
  const now = core.clock.now()
  const one: Participant = {
    call,
    joining,
    state: 'pending',
    createdAt: now,
    updatedAt: now,
    leftAt: null,
    muted: joining.muted,
    hold: false,
    coaching: joining.coach,
    endOnExit: joining.endOnExit,
    beepOnExit: joining.beep === 'true' || joining.beep === 'onExit',
    aside: null,
    left: null,
    shown: null,
    shownUntil: 0,
  }
  room.participants.set(call.sid, one)
  return one
}

const beep = (core: Core, room: Conference): void => {
  for (const one of connected(room)) hear(core, one.call, { kind: 'tone', text: 'beep' })
}

const start = (core: Core, room: Conference): void => {
  setStatus(core, room, 'in-progress')
  for (const one of connected(room)) if (!one.hold) stopAside(one)
  reportRoom(core, room, 'start', 'conference-start')
  const first = connected(room)[0]
  if (room.record === null || first === undefined) return
  const { target, events, trim } = room.record
  const recording = startRecording(core, first.call, {
    source: 'Conference',
    conferenceSid: room.sid,
    channels: 1,
    track: 'both',
    target,
    events,
    trim,
  })
  room.recordingSid = recording.sid
}

/**
 * A leg enters. The room starts with its second participant once one of them starts it; until then everybody hears the
 * wait document. `left` is called once when the leg is out, whoever caused it.
 */
export const join = (core: Core, room: Conference, one: Participant, left: (reason: LeaveReason) => void): void => {
  one.state = 'connected'
  one.updatedAt = core.clock.now()
  one.left = left
  const { call, joining } = one
  call.seat = {
    kind: 'conference',
    conferenceSid: room.sid,
    say: (text) => saidInRoom(core, room, one, text),
    leave: (why) => {
      // A redirected leg goes on with its new document, so nobody is told that it is free.
      if (why === 'redirect') one.left = null
      leave(core, room, one, why === 'redirect' ? 'participant_updated_via_api' : 'participant_hung_up')
    },
  }
  reportRoom(core, room, 'join', 'participant-join', { one })
  if (joining.beep === 'true' || joining.beep === 'onEnter') beep(core, room)
  const inside = connected(room)
  if (room.status === 'init' && inside.length >= 2 && inside.some((other) => other.joining.startOnEnter))
    start(core, room)
  else if (room.status === 'init') {
    const params = { ConferenceSid: room.sid, FriendlyName: room.friendlyName }
    const fallOut = (): void => leave(core, room, one, 'participant_updated_via_api')
    playAside(core, one, joining.wait, params, fallOut)
  }
}

/** Takes a leg out of the room; ends the room when the leg ends it or was the last. */
export const leave = (core: Core, room: Conference, one: Participant, reason: LeaveReason, kicked = false): void => {
  if (one.state === 'gone') return
  const wasPending = one.state === 'pending'
  one.state = 'gone'
  one.leftAt = core.clock.now()
  one.updatedAt = one.leftAt
  stopAside(one)
  if (one.call.seat?.conferenceSid === room.sid) one.call.seat = null
  const extra = {
    ReasonParticipantLeft: wasPending ? 'participant_add_failed' : reason,
    ParticipantCallStatus: one.call.status,
  }
  reportRoom(core, room, 'leave', 'participant-leave', { one, extra })
  if (!wasPending && one.beepOnExit) beep(core, room)
  const told = one.left
  one.left = null
  told?.(reason)
  if (room.status === 'completed') return
  if (!wasPending && one.endOnExit)
    endRoom(core, room, `participant-with-end-conference-on-exit-${kicked ? 'kicked' : 'left'}`, one.call.sid)
  else if (live(room).length === 0)
    endRoom(core, room, kicked ? 'last-participant-kicked' : 'last-participant-left', one.call.sid)
}

/** Ends the room. Legs with a document go on with it; legs added by REST are hung up; legs still ringing are cancelled. */
export const endRoom = (core: Core, room: Conference, why: EndReason, by: string | null): void => {
  if (room.status === 'completed') return
  setStatus(core, room, 'completed')
  room.endReason = why
  room.endedBy = by
  const reason = why === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference'
  for (const one of live(room)) {
    // A leg that still rings is cancelled; it leaves the list because its call ends.
    if (one.state === 'pending' && isLive(one.call)) endCall(core, one.call, 'canceled')
    leave(core, room, one, reason)
  }
  const recording = room.recordingSid === null ? undefined : core.recordings.get(room.recordingSid)
  if (recording !== undefined && !isFinal(recording)) stopRecording(core, recording)
  const extra = { ReasonConferenceEnded: why, ...(by === null ? {} : { CallSidEndingConference: by }) }
  reportRoom(core, room, 'end', 'conference-end', { extra })
}
