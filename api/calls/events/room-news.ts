import type { CallNews } from '../../telephony/call-events.types.ts'
import { newerTaken } from '../../telephony/inbox/claim.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { agentJoined } from './agent-joined.ts'
import { agentLeft } from './agent-left.ts'
import { nextCallState } from '../call/call.machine.ts'
import { callNow, moveCall, playScene, tellInCall, type Scene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByRoom, lockCall, saveCall, type Call } from '../call/calls.store.ts'
import { citizenLabel, offerOf } from '../call/leg-labels.ts'
import { citizenGone } from './citizen-gone.ts'
import { heldUntil } from '../call/end-talk.ts'
import { eventTime } from './event-time.rules.ts'
import { isOver } from './leg-status.ts'
import { noteConference } from '../queue/note-conference.ts'
import { roomStarted } from './room-started.ts'

type News<Kind extends CallNews['kind']> = Extract<CallNews, { kind: Kind }>
type RoomNews = News<'joined' | 'left' | 'roomStarted' | 'roomEnded' | 'heldChanged' | 'mutedChanged'>

/**
 * Takes one piece of news of a room, once, in whatever order it arrives: entries and exits are matched by offer, hold and mute
 * count only when no newer one was taken, and news that no longer fits changes nothing.
 */
export const roomNews = (deps: CallsDeps) => {
  const inRoom = async (scene: Scene, room: string) => {
    const found = await findCallByRoom(scene.tx, room)
    return found && (await lockCall(scene.tx, found.id))
  }

  const left = async (scene: Scene, news: News<'left'>, at: Date) => {
    const offerId = offerOf(news.label)
    const roomGoesOn = news.reason !== 'roomEnded'
    if (offerId) return agentLeft(deps.ids)(scene, offerId, news.leg, news.status, at, roomGoesOn)
    const call = await inRoom(scene, news.room)
    if (!call || call.carrierRef !== news.leg) return null
    const gone = news.reason === 'hungUp' || (news.status !== null && isOver(news.status))
    return gone ? citizenGone(deps.ids)(scene, call, at) : null
  }

  /** Only the citizen's leg ends a room by leaving it. */
  const ended = async (scene: Scene, news: News<'roomEnded'>, at: Date) => {
    const call = news.byLeg && (await inRoom(scene, news.room))
    return call ? citizenGone(deps.ids)(scene, call, at) : null
  }

  const joined = async (scene: Scene, news: News<'joined'>) => {
    const offerId = offerOf(news.label)
    if (offerId) return agentJoined(scene, offerId, news.leg, news.roomRef)
    const call = await inRoom(scene, news.room)
    if (!call || news.label !== citizenLabel || !call.carrierRef.startsWith('pending:')) return null
    return saveCall(scene.tx, call, { carrierRef: news.leg })
  }

  const held = async (scene: Scene, call: Call, news: News<'heldChanged'>, at: Date) => {
    const move = news.held ? 'hold' : 'resume'
    if (call.carrierRef !== news.leg || !nextCallState(call.state, move)) return null
    return moveCall(scene, call, move, news.held ? { heldSince: at } : { heldMs: heldUntil(call, at), heldSince: null })
  }

  const muted = async (scene: Scene, call: Call, news: News<'mutedChanged'>) => {
    if (call.agentLegRef !== news.leg) return null
    const after = await saveCall(scene.tx, call, { muted: news.muted })
    const { muted } = after
    tellInCall(scene, after, { type: muted ? 'muted' : 'unmuted', payload: { ...callNow(after), muted } })
    return after
  }

  const switched = async (scene: Scene, news: News<'heldChanged' | 'mutedChanged'>, at: Date) => {
    if (await newerTaken(scene.tx, news)) return null
    const call = await inRoom(scene, news.room)
    if (!call) return null
    return news.kind === 'heldChanged' ? held(scene, call, news, at) : muted(scene, call, news)
  }

  const started = async (scene: Scene, news: News<'roomStarted'>, at: Date) => {
    const call = await findCallByRoom(scene.tx, news.room)
    return call ? roomStarted(deps.ids)(scene, call.id, news.roomRef, at) : null
  }

  return async (news: RoomNews): Promise<void> => {
    await playScene(deps)(systemActor('calls'), async (scene) => {
      if (!(await deps.claimIn(scene.tx, [news.key], 'voice.conference'))) return null
      await noteConference(scene.tx, news.room, news.roomRef)
      const at = eventTime(news.at, scene.now)
      switch (news.kind) {
        case 'joined':
          return joined(scene, news)
        case 'left':
          return left(scene, news, at)
        case 'roomStarted':
          return started(scene, news, at)
        case 'roomEnded':
          return ended(scene, news, at)
        case 'heldChanged':
        case 'mutedChanged':
        default:
          return switched(scene, news, at)
      }
    })
  }
}
