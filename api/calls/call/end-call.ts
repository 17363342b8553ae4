import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { citizenWaits, isTalk } from './call.machine.ts'
import { moveCall, playScene } from './call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { Call } from './calls.store.ts'
import { withdrawOffer } from '../events/citizen-gone.ts'
import { closeContact } from '../../contacts/close-contact.ts'
import { dropLeg } from './drop-legs.ts'
import { endTalk } from './end-talk.ts'
import { ownCall } from './own-call.ts'

/**
 * The agent ends the talk (and writes it up), or gives up ringing a citizen. Both legs are hung up.
 * Throws `auth.forbidden`, `call.not-found`, `call.not-yours`, `call.illegal-transition`.
 */
export const endCall =
  (deps: CallsDeps) =>
  async (actor: StaffActor, callId: string): Promise<Call> => {
    return playScene(deps)(actor, async (scene) => {
      const call = await ownCall(scene, actor, callId)
      const dialling = call.state === 'ringing' && !citizenWaits(call)
      if (!isTalk(call.state) && !dialling)
        throw callProblem('call.illegal-transition', undefined, { state: call.state })
      dropLeg(scene, call.carrierRef)
      if (!dialling) {
        dropLeg(scene, call.agentLegRef)
        return endTalk(scene, call, scene.now, 'agent')
      }
      await withdrawOffer(scene, call)
      await closeContact(scene.tx, call.contactId, scene.now)
      return moveCall(scene, call, 'close', { endedAt: scene.now, endReason: 'agent', wrapUpEndedAt: scene.now })
    })
  }
