import type { Ids } from '../../platform/ids.ts'
import { moveCall, movePresence, type Scene } from '../call/call.scene.ts'
import { findCallbackOfCall, saveCallback } from '../callbacks/callbacks.store.ts'
import { lockCall, type Call } from '../call/calls.store.ts'
import { serveContact } from '../../contacts/serve-contact.ts'
import { dropCallbacks } from '../callbacks/drop-callbacks.ts'
import { decideOffer, lastOffer } from '../queue/offers.store.ts'

/**
 * Agent and citizen are together: the call is answered. The first answer counts (`answeredAt`); the intake form is made
 * with what is known. When the news of the hang-up came first, the answer is written into the ended call.
 */
export const roomStarted =
  (ids: Ids) =>
  async (scene: Scene, callId: string, conferenceRef: string, at: Date): Promise<Call | null> => {
    const { tx, now } = scene
    const call = await lockCall(tx, callId)
    if (!call) return null
    const offer = await lastOffer(tx, call.id)
    const earliest = Math.max(call.startedAt.getTime(), offer?.offeredAt.getTime() ?? 0)
    const answeredAt = new Date(Math.max(at.getTime(), earliest))
    if (call.state === 'abandoned' && call.endedAt) {
      const callback = await findCallbackOfCall(tx, call.id)
      if (callback?.state === 'open')
        await saveCallback(tx, callback, { state: 'done', doneAt: now, outcome: 'answered' })
      return moveCall(scene, call, 'answerLate', {
        answeredAt: answeredAt < call.endedAt ? answeredAt : call.endedAt,
        agentId: offer?.staffId ?? null,
        endReason: 'citizen',
        outcome: 'dropped',
        wrapUpEndedAt: now,
      })
    }
    if (call.state !== 'ringing' || !call.agentId) return null
    if (offer) await decideOffer(tx, offer.id, 'accepted', now)
    const after = await moveCall(scene, call, 'answer', { answeredAt: call.answeredAt ?? answeredAt, conferenceRef })
    await movePresence(scene, call.agentId, call.id, 'answer')
    await dropCallbacks(scene, call.citizenId)
    await serveContact(tx, ids, { contactId: call.contactId, staffId: call.agentId, at: now })
    return after
  }
