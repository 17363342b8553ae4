import type { Endpoint } from '../core/endpoint.ts'
import { change } from '../calls/call.view.ts'
import type { Core } from '../core/core.ts'
import { playAside, stopAside } from './aside.ts'
import { reportRoom } from './conference.events.ts'
import type { Conference, Participant } from './conference.models.ts'
import { participantView } from './conference.view.ts'

/** What may be changed on a leg that is in a room; what is left out stays as it is. */
export type ParticipantUpdate = {
  muted: boolean | null
  hold: boolean | null
  holdUrl: Endpoint | null
  coaching: boolean | null
  coach: string | null
  endOnExit: boolean | null
  beepOnExit: boolean | null
}

/** Changes a participant and reports each change by its own event. */
export const updateParticipant = (core: Core, room: Conference, one: Participant, wanted: ParticipantUpdate): void => {
  const edit = (apply: () => void): void => change(core, one, (leg) => participantView(core, room, leg), apply)
  const { muted, hold, endOnExit, beepOnExit } = wanted
  if (muted !== null && muted !== one.muted) {
    edit(() => {
      one.muted = muted
    })
    reportRoom(core, room, 'mute', muted ? 'participant-mute' : 'participant-unmute', { one })
  }
  if (hold !== null && hold !== one.hold) {
    edit(() => {
      one.hold = hold
    })
    if (hold) playAside(core, one, wanted.holdUrl, { ConferenceSid: room.sid, FriendlyName: room.friendlyName })
    else stopAside(one)
    reportRoom(core, room, 'hold', hold ? 'participant-hold' : 'participant-unhold', { one })
  }
  const coaching = wanted.coaching === false ? null : (wanted.coach ?? one.coaching)
  const changed = coaching !== one.coaching || (endOnExit ?? one.endOnExit) !== one.endOnExit
  edit(() => {
    one.coaching = coaching
    one.endOnExit = endOnExit ?? one.endOnExit
    one.beepOnExit = beepOnExit ?? one.beepOnExit
  })
  if (changed) reportRoom(core, room, 'modify', 'participant-modify', { one })
}
