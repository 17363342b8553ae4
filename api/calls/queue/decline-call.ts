import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { Call } from '../call/calls.store.ts'
import { decideOffer, lastOffer } from './offers.store.ts'
import { ownCallIn } from '../call/own-call.ts'
import { passOn } from './pass-on.ts'

/**
 * An agent will not take the call that is offered: it goes to the next one, the agent is on a break.
 * Throws `auth.forbidden`, `call.not-found`, `call.not-yours`, `call.illegal-transition` (also when it was accepted already).
 */
export const declineCall =
  (deps: CallsDeps) =>
  async (actor: StaffActor, callId: string): Promise<Call> => {
    return playScene(deps)(actor, async (scene) => {
      const call = await ownCallIn(scene, actor, callId, ['ringing'])
      const offer = await lastOffer(scene.tx, call.id)
      if (!offer || !(await decideOffer(scene.tx, offer.id, 'declined', scene.now)))
        throw callProblem('call.illegal-transition', undefined, { state: call.state })
      return passOn(scene, call, 'declined', 'miss')
    })
  }
