import { connectEffect, dialEffect, transcribeEffect } from '../call/call.effects.ts'
import { citizenWaits } from '../call/call.machine.ts'
import type { Scene } from '../call/call.scene.ts'
import { lockCall, saveCall, type Call } from '../call/calls.store.ts'
import { dropLeg } from '../call/drop-legs.ts'
import { findCaller } from '../board.store.ts'
import { languageOf } from '../documents/call.documents.ts'
import { decideOffer, findOffer, noteLeg } from '../queue/offers.store.ts'

/**
 * The leg of an offer entered its room: the offer is accepted and the citizen is brought in (from the queue, or by ringing them).
 * A leg that comes too late, after the offer went to somebody else or the caller went away, is dropped.
 */
export const agentJoined = async (
  scene: Scene,
  offerId: string,
  legRef: string,
  conferenceRef: string,
): Promise<Call | null> => {
  const { tx, now, notes } = scene
  const offer = await findOffer(tx, offerId)
  const call = offer && (await lockCall(tx, offer.callId))
  if (!offer || !call) return null
  await noteLeg(tx, offerId, legRef)
  const mine = call.agentId === offer.staffId && (call.agentLegRef === null || call.agentLegRef === legRef)
  if (mine && call.state === 'ringing' && (await decideOffer(tx, offerId, 'accepted', now))) {
    const locale = (await findCaller(tx, call.citizenId))?.locale ?? 'zh-CN'
    notes.outbox.push(
      transcribeEffect.promise(`call.transcribe:${offerId}`, { legRef, language: languageOf(locale) }),
      citizenWaits(call)
        ? connectEffect.promise(`call.connect:${offerId}`, { callId: call.id, room: call.room })
        : dialEffect.promise(`call.dial:${call.id}`, { callId: call.id }),
    )
    return saveCall(tx, call, { agentLegRef: legRef, conferenceRef })
  }
  const fresh = await findOffer(tx, offerId)
  // The room's start overtook the news of the agent's entry: only the leg is still to be learnt.
  if (
    mine &&
    fresh?.result === 'accepted' &&
    (call.state === 'ringing' || call.state === 'talking' || call.state === 'held')
  )
    return saveCall(tx, call, { agentLegRef: legRef, conferenceRef })
  dropLeg(scene, legRef)
  return call
}
