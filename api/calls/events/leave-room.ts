import { systemActor } from '../../vocabulary/actor.ts'
import { isTalk } from '../call/call.machine.ts'
import { playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, type Call } from '../call/calls.store.ts'
import { requeueCall } from '../queue/requeue-call.ts'

/** The citizen's leg came out of the room and is still there: in the middle of a talk the citizen was left alone and waits again, at the front. */
export const leaveRoom =
  (deps: CallsDeps) =>
  async (call: Call): Promise<Call> => {
    if (!isTalk(call.state)) return call
    return playScene(deps)(systemActor('calls'), async (scene) => {
      const locked = await lockCall(scene.tx, call.id)
      if (!locked || !isTalk(locked.state) || locked.room !== call.room) return locked ?? call
      return requeueCall(deps.ids)(scene, locked, scene.now, {
        type: 'leftAlone',
        presence: 'dropLeg',
        redirect: false,
      })
    })
  }
