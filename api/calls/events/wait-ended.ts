import type { WaitEnd } from '../../telephony/call-events.types.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { nextCallState } from '../call/call.machine.ts'
import { moveCall, playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, type Call } from '../call/calls.store.ts'
import { citizenGone, withdrawOffer } from './citizen-gone.ts'

/**
 * How the wait ended: a caller who hung up is abandoned and goes on the call-back list; one the queue could not
 * hold is asked for a message; redirected or leaving ones go on where the call's state says. Answers the call as it is now.
 */
export const waitEnded =
  (deps: CallsDeps) =>
  async (call: Call, how: WaitEnd): Promise<Call> => {
    const hungUp = how === 'hungUp'
    if (!hungUp && how !== 'full' && how !== 'failed') return call
    return playScene(deps)(systemActor('calls'), async (scene) => {
      const locked = await lockCall(scene.tx, call.id)
      if (!locked) return call
      if (hungUp)
        return locked.state === 'queued' || locked.state === 'ringing'
          ? citizenGone(deps.ids)(scene, locked, scene.now)
          : locked
      if (!nextCallState(locked.state, 'record')) return locked
      await withdrawOffer(scene, locked)
      return moveCall(scene, locked, 'record', { agentId: null, agentLegRef: null })
    })
  }
