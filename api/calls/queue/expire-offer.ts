import { systemActor } from '../../vocabulary/actor.ts'
import { playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall } from '../call/calls.store.ts'
import { decideOffer, type Offer } from './offers.store.ts'
import { passOn } from './pass-on.ts'

/**
 * An offer whose time is over is missed, whether or not the carrier said so: its agent is on a break, the call goes to the next one. One that ran out
 * while no server was there (before `runningSince`) nobody could take: its agent is free. Answers whether it was still open.
 */
export const expireOffer =
  (deps: CallsDeps) =>
  async (offer: Offer, runningSince = new Date(0)): Promise<boolean> => {
    const withdrawn = offer.expiresAt < runningSince
    return playScene(deps)(systemActor('calls.offers'), async (scene) => {
      const call = await lockCall(scene.tx, offer.callId)
      if (!(await decideOffer(scene.tx, offer.id, withdrawn ? 'cancelled' : 'missed', scene.now))) return false
      if (call?.state !== 'ringing' || call.agentId !== offer.staffId) return true
      await (withdrawn ? passOn(scene, call, 'withdrawn', 'release') : passOn(scene, call, 'missed', 'miss'))
      return true
    })
  }
