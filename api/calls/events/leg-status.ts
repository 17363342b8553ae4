import type { CallNews, LegStatus } from '../../telephony/call-events.types.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { agentLeft } from './agent-left.ts'
import { playScene, type Scene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCall, findCallByRef, lockCall, saveCall } from '../call/calls.store.ts'
import { citizenGone } from './citizen-gone.ts'
import { eventTime } from './event-time.rules.ts'

type LegNews = Extract<CallNews, { kind: 'legStatus' }>

const ends: Partial<Record<LegStatus, 'hungUp' | 'unanswered' | 'failed'>> = {
  hungUp: 'hungUp',
  declined: 'unanswered',
  unanswered: 'unanswered',
  cancelled: 'unanswered',
  failed: 'failed',
}

/** How a leg in this state ended; null while it has not. */
export const endOf = (status: LegStatus) => ends[status] ?? null

/** Whether a leg in this state is over. */
export const isOver = (status: LegStatus) => ends[status] !== undefined

/**
 * Takes what became of a leg, once; only ends matter, the rest is learnt from rooms and questions. Its owner is the call of a citizen
 * who is rung (whose leg may be unknown yet) or the offer of an agent's leg; a leg without one is a caller's.
 */
export const legStatus = (deps: CallsDeps) => {
  const citizenEnd = async (scene: Scene, news: LegNews, callId: string | null) => {
    const found = callId ? await findCall(scene.tx, callId) : await findCallByRef(scene.tx, news.leg)
    const call = found && (await lockCall(scene.tx, found.id))
    const how = endOf(news.status)
    if (!call || !how) return null
    const known = call.carrierRef.startsWith('pending:')
      ? await saveCall(scene.tx, call, { carrierRef: news.leg })
      : call
    if (known.carrierRef !== news.leg) return null
    return citizenGone(deps.ids)(scene, known, eventTime(news.at, scene.now), how)
  }

  return async (news: LegNews): Promise<void> => {
    if (!isOver(news.status)) return
    await playScene(deps)(systemActor('calls'), async (scene) => {
      if (!(await deps.claimIn(scene.tx, [news.key], 'voice.status'))) return null
      if (!news.owner || 'callId' in news.owner) return citizenEnd(scene, news, news.owner?.callId ?? null)
      return agentLeft(deps.ids)(scene, news.owner.offerId, news.leg, news.status, eventTime(news.at, scene.now))
    })
  }
}
