import { changeEffect } from './call.effects.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { playScene } from './call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { Call } from './calls.store.ts'
import { ownCallIn } from './own-call.ts'

/**
 * Asks the carrier to hold the citizen, or to let them back. The call's state follows the carrier's own event, so that held time is real.
 * Throws `auth.forbidden`, `call.not-found`, `call.not-yours`, `call.illegal-transition`.
 */
export const holdCall =
  (deps: CallsDeps) =>
  async (actor: StaffActor, callId: string, hold: boolean): Promise<Call> => {
    return playScene(deps)(actor, async (scene) => {
      const call = await ownCallIn(scene, actor, callId, [hold ? 'talking' : 'held'])
      scene.notes.audit.push({ action: hold ? 'call.askHold' : 'call.askResume', entity: 'call', entityId: call.id })
      scene.notes.outbox.push(
        changeEffect.promise(`call.change:${call.id}:${call.version}`, {
          room: call.conferenceRef ?? call.room,
          leg: call.carrierRef,
          change: { hold },
        }),
      )
      return call
    })
  }
