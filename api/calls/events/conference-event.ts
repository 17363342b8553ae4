import { z } from 'zod'
import { systemActor } from '../../vocabulary/actor.ts'
import { agentJoined } from './agent-joined.ts'
import { agentLeft } from './agent-left.ts'
import { nextCallState } from '../call/call.machine.ts'
import { moveCall, playScene, tellCall, type Scene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByRoom, lockCall, newerTaken, saveCall, type Call } from '../call/calls.store.ts'
import { citizenGone } from './citizen-gone.ts'
import { heldUntil } from '../call/end-talk.ts'
import { eventTime } from './event-time.rules.ts'
import { roomStarted } from './room-started.ts'

/** What the carrier says of a room (Twilio conference status callback). */
export const ConferenceEvent = z.object({
  ConferenceSid: z.string(),
  FriendlyName: z.string(),
  SequenceNumber: z.coerce.number().int().nonnegative(),
  StatusCallbackEvent: z.string(),
  Timestamp: z.string().optional(),
  CallSid: z.string().default(''),
  ParticipantLabel: z.string().default(''),
  ParticipantCallStatus: z.string().default(''),
  ReasonParticipantLeft: z.string().default(''),
  ReasonConferenceEnded: z.string().default(''),
})
export type ConferenceEvent = z.output<typeof ConferenceEvent>

/** Events that undo each other share a group, in which only the newest counts. */
const groupOf: Record<string, string> = {
  'participant-mute': 'mute',
  'participant-unmute': 'mute',
  'participant-hold': 'hold',
  'participant-unhold': 'hold',
}

const over = ['completed', 'busy', 'failed', 'no-answer', 'canceled']

/** Why legs leave when their room ends. */
const endings = ['moderator_ended_conference', 'conference_ended_via_api']

/** The offer that a leg's label names: `agent:<offer id>`. */
export const offerOf = (label: string) => (label.startsWith('agent:') ? label.slice('agent:'.length) : null)

/**
 * Takes one event of a room, once, in whatever order events arrive: entries and exits are matched by offer, hold and mute
 * count only when no newer one was taken, and an event that no longer fits changes nothing.
 */
export const conferenceEvent = (deps: CallsDeps, route: () => Promise<number>) => {
  const inRoom = async (scene: Scene, room: string) => {
    const found = await findCallByRoom(scene.tx, room)
    return found && (await lockCall(scene.tx, found.id))
  }

  const left = async (scene: Scene, event: ConferenceEvent, at: Date) => {
    const offerId = offerOf(event.ParticipantLabel)
    const roomGoesOn = !endings.includes(event.ReasonParticipantLeft)
    if (offerId) return agentLeft(deps.ids)(scene, offerId, event.CallSid, event.ParticipantCallStatus, at, roomGoesOn)
    const call = await inRoom(scene, event.FriendlyName)
    if (!call || call.carrierRef !== event.CallSid) return null
    const gone = event.ReasonParticipantLeft === 'participant_hung_up' || over.includes(event.ParticipantCallStatus)
    return gone ? citizenGone(deps.ids)(scene, call, at) : null
  }

  /** Only the citizen's leg ends a room by leaving it. */
  const ended = async (scene: Scene, event: ConferenceEvent, at: Date) => {
    const call =
      event.ReasonConferenceEnded.startsWith('participant-with-end-conference-on-exit') &&
      (await inRoom(scene, event.FriendlyName))
    return call ? citizenGone(deps.ids)(scene, call, at) : null
  }

  const joined = async (scene: Scene, event: ConferenceEvent) => {
    const offerId = offerOf(event.ParticipantLabel)
    if (offerId) return agentJoined(scene, offerId, event.CallSid, event.ConferenceSid)
    const call = await inRoom(scene, event.FriendlyName)
    if (!call || event.ParticipantLabel !== 'citizen' || !call.carrierRef.startsWith('pending:')) return null
    return saveCall(scene.tx, call, { carrierRef: event.CallSid })
  }

  const held = async (scene: Scene, call: Call, event: ConferenceEvent, at: Date) => {
    const move = event.StatusCallbackEvent === 'participant-hold' ? 'hold' : 'resume'
    if (call.carrierRef !== event.CallSid || !nextCallState(call.state, move)) return null
    return moveCall(
      scene,
      call,
      move,
      move === 'hold' ? { heldSince: at } : { heldMs: heldUntil(call, at), heldSince: null },
    )
  }

  const muted = async (scene: Scene, call: Call, event: ConferenceEvent) => {
    if (call.agentLegRef !== event.CallSid) return null
    const after = await saveCall(scene.tx, call, { muted: event.StatusCallbackEvent === 'participant-mute' })
    tellCall(scene, after, after.muted ? 'muted' : 'unmuted', { muted: after.muted })
    return after
  }

  return async (event: ConferenceEvent): Promise<void> => {
    const name = event.StatusCallbackEvent
    const group = `conference:${event.ConferenceSid}:${groupOf[name] ?? name}:${groupOf[name] ? event.CallSid : ''}`
    const key = `${group}:${String(event.SequenceNumber).padStart(9, '0')}`
    const { queueMoved } = await playScene(deps)(systemActor('calls'), async (scene) => {
      if (!(await deps.claimIn(scene.tx, [key], 'voice.conference'))) return null
      const at = eventTime(event.Timestamp, scene.now)
      if (name === 'participant-join') return joined(scene, event)
      if (name === 'participant-leave') return left(scene, event, at)
      if (name === 'conference-end') return ended(scene, event, at)
      if (name === 'conference-start') {
        const call = await findCallByRoom(scene.tx, event.FriendlyName)
        return call ? roomStarted(deps.ids)(scene, call.id, event.ConferenceSid, at) : null
      }
      if (!groupOf[name] || (await newerTaken(scene.tx, group, key))) return null
      const call = await inRoom(scene, event.FriendlyName)
      if (!call) return null
      return groupOf[name] === 'hold' ? held(scene, call, event, at) : muted(scene, call, event)
    })
    if (queueMoved) await route()
  }
}
