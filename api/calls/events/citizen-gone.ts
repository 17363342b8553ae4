import type { Ids } from '../../platform/ids.ts'
import { citizenWaits, isTalk, isWaiting } from '../call/call.machine.ts'
import { moveCall, movePresence, tellCall, type Scene } from '../call/call.scene.ts'
import type { Call } from '../call/calls.store.ts'
import { closeContact } from '../../contacts/close-contact.ts'
import { dropLeg } from '../call/drop-legs.ts'
import { endTalk } from '../call/end-talk.ts'
import { decideOffer, lastOffer } from '../queue/offers.store.ts'
import { promiseCallback } from '../callbacks/promise-callback.ts'

/** Takes a ringing call away from its agent: the offer is cancelled, the leg dropped, the agent free again. */
export const withdrawOffer = async (scene: Scene, call: Call) => {
  if (call.state !== 'ringing' || !call.agentId) return
  const offer = await lastOffer(scene.tx, call.id)
  if (offer) await decideOffer(scene.tx, offer.id, 'cancelled', scene.now)
  dropLeg(scene, call.agentLegRef)
  tellCall(scene, call, 'withdrawn')
  await movePresence(scene, call.agentId, call.id, 'release')
}

/**
 * The citizen's leg is gone, in whatever state the call was: a talk is over, a caller who waited is put on the call-back list and
 * every leg that still rings is dropped, a call to a citizen who did not answer ends. Twice told is once done.
 */
export const citizenGone =
  (ids: Ids) =>
  async (scene: Scene, call: Call, at: Date, how: 'hungUp' | 'unanswered' | 'failed' = 'hungUp'): Promise<Call> => {
    const { tx } = scene
    if (isTalk(call.state)) return endTalk(scene, call, at, how === 'failed' ? 'carrier' : 'citizen')
    if (isWaiting(call.state)) {
      await withdrawOffer(scene, call)
      const over = { endedAt: at, agentId: citizenWaits(call) ? null : call.agentId }
      await closeContact(tx, call.contactId, at)
      if (!citizenWaits(call))
        return moveCall(scene, call, 'close', {
          ...over,
          endReason: how === 'failed' ? 'carrier' : 'unanswered',
          wrapUpEndedAt: at,
        })
      await promiseCallback(ids, scene, call, 'abandoned')
      return moveCall(scene, call, 'abandon', { ...over, endReason: 'abandoned' })
    }
    if (call.state === 'greeting') {
      await closeContact(tx, call.contactId, at)
      return moveCall(scene, call, 'close', { endedAt: at, endReason: how === 'failed' ? 'carrier' : 'citizen' })
    }
    // Somebody who was asked to leave a message and hung up: on an open line nobody served them, so they are rung back.
    if (call.state === 'voicemail') {
      if (call.endReason !== 'closed') await promiseCallback(ids, scene, call, 'abandoned')
      await closeContact(tx, call.contactId, at)
      return moveCall(scene, call, 'close', { endedAt: at, endReason: call.endReason ?? 'abandoned' })
    }
    return call
  }
