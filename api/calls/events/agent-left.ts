import type { LegStatus } from '../../telephony/call-events.types.ts'
import type { Ids } from '../../platform/ids.ts'
import { isTalk } from '../call/call.machine.ts'
import type { Scene } from '../call/call.scene.ts'
import { lockCall, type Call } from '../call/calls.store.ts'
import { decideOffer, findOffer } from '../queue/offers.store.ts'
import { passOn } from '../queue/pass-on.ts'
import { requeueCall } from '../queue/requeue-call.ts'

/**
 * The leg of an offer ended: unanswered, declined, or lost later. `status` is the leg's last state, as far as it is known.
 * `roomGoesOn`: the leg left a room that did not end with it, so that the citizen sits there alone and is queued again at the front. (When the
 * citizen hangs up, the room ends and the agent's leg leaves, too; that news may come first.)
 */
export const agentLeft =
  (ids: Ids) =>
  async (
    scene: Scene,
    offerId: string,
    legRef: string,
    status: LegStatus | null,
    at: Date,
    roomGoesOn = false,
  ): Promise<Call | null> => {
    const { tx, now } = scene
    const offer = await findOffer(tx, offerId)
    const call = offer && (await lockCall(tx, offer.callId))
    if (!offer || !call || call.agentId !== offer.staffId) return null
    const declined = status === 'declined'
    if (call.state === 'ringing' && (await decideOffer(tx, offerId, declined ? 'declined' : 'missed', now)))
      return passOn(scene, call, declined ? 'declined' : 'missed', 'miss')
    if (call.agentLegRef !== legRef) return null
    if (roomGoesOn && call.state === 'ringing') return passOn(scene, call, 'missed', 'miss')
    if (roomGoesOn && isTalk(call.state))
      return requeueCall(ids)(scene, call, at, { type: 'leftAlone', presence: 'dropLeg', redirect: true })
    return null
  }
