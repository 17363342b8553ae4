import { changeEffect } from './call.effects.ts'
import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { playScene } from './call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { Call } from './calls.store.ts'
import { ownCallIn } from './own-call.ts'

/**
 * Asks the carrier to mute the agent's own leg, or to open it again; `muted` follows the carrier's event.
 * Throws `auth.forbidden`, `call.not-found`, `call.not-yours`, `call.illegal-transition`.
 */
export const muteCall =
  (deps: CallsDeps) =>
  async (actor: StaffActor, callId: string, muted: boolean): Promise<Call> => {
    return playScene(deps)(actor, async (scene) => {
      const call = await ownCallIn(scene, actor, callId, ['talking', 'held'])
      if (!call.agentLegRef) throw callProblem('call.illegal-transition', undefined, { state: call.state })
      scene.notes.audit.push({ action: muted ? 'call.askMute' : 'call.askUnmute', entity: 'call', entityId: call.id })
      scene.notes.outbox.push(
        changeEffect.promise(`call.change:${call.id}:${call.version}`, {
          room: call.conferenceRef ?? call.room,
          leg: call.agentLegRef,
          change: { muted },
        }),
      )
      return call
    })
  }
