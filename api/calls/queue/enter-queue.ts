import { systemActor } from '../../vocabulary/actor.ts'
import { moveCall, playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, type Call } from '../call/calls.store.ts'

/**
 * The carrier asked for what a waiting caller hears: the first time the call enters the queue (`queuedAt`, from which the service
 * level counts), later nothing changes.
 */
export const enterQueue =
  (deps: CallsDeps) =>
  async (call: Call): Promise<Call> => {
    if (call.state !== 'greeting') return call
    return playScene(deps)(systemActor('calls'), async (scene) => {
      const locked = await lockCall(scene.tx, call.id)
      if (!locked || locked.state !== 'greeting') return locked ?? call
      return moveCall(scene, locked, 'enqueue', { queuedAt: scene.now })
    })
  }
