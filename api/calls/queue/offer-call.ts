import { offerEffect } from '../call/call.effects.ts'
import type { Ids } from '../../platform/ids.ts'
import { callNow, moveCall, tellInCall, tellPresence, type Scene } from '../call/call.scene.ts'
import { offerMs } from '../calls.limits.ts'
import type { Call } from '../call/calls.store.ts'
import { insertOffer } from './offers.store.ts'
import { claimReady } from '../agent/presence.store.ts'

/**
 * Offers a locked, queued call to one agent, if that agent is still ready: a room of its own for this offer, so that news of an
 * earlier ringing cannot be mistaken for this one. Answers null when the agent was taken meanwhile.
 */
export const offerTo =
  (ids: Ids) =>
  async (scene: Scene, call: Call, staffId: string): Promise<Call | null> => {
    const { tx, now } = scene
    const presence = await claimReady(tx, staffId, call.id, now)
    if (!presence) return null
    const offerId = ids.next('offer')
    const expiresAt = new Date(now.getTime() + offerMs)
    const room = ids.next('room')
    await insertOffer(tx, { id: offerId, callId: call.id, staffId, room, offeredAt: now, expiresAt, result: 'pending' })
    const after = await moveCall(scene, call, 'offer', {
      agentId: staffId,
      agentLegRef: null,
      conferenceRef: null,
      room,
      muted: false,
      offeredAt: call.offeredAt ?? now,
    })
    tellPresence(scene, presence, 'offer')
    tellInCall(scene, after, {
      type: 'offered',
      payload: { ...callNow(after), offerId, expiresAt: expiresAt.toISOString(), direction: call.direction },
    })
    scene.notes.outbox.push(offerEffect.promise(`call.offer:${offerId}`, { offerId }))
    return after
  }
