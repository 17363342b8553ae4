import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { playScene, type Scene } from '../call/call.scene.ts'
import { findCallback, saveCallback, type Callback } from './callbacks.store.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { tellCallback } from './tell-callback.ts'

/** How a call-back ended. */
export const callbackOutcomes = ['reached', 'noAnswer', 'wrongNumber', 'notNeeded'] as const
export type CallbackOutcome = (typeof callbackOutcomes)[number]

const load = async (scene: Scene, actor: StaffActor, id: string): Promise<Callback> => {
  demand(actor, 'call.take')
  const callback = await findCallback(scene.tx, id)
  if (!callback) throw callProblem('callback.not-found')
  if (callback.state === 'done' || (callback.claimedBy !== null && callback.claimedBy !== actor.id))
    throw callProblem('callback.taken')
  return callback
}

const settled = (
  scene: Scene,
  before: Callback,
  after: Callback | undefined,
  action: 'claim' | 'complete' | 'release',
): Callback => {
  if (!after) throw callProblem('callback.taken')
  tellCallback(scene, before, after, action)
  return after
}

/** Takes a call-back so that nobody else rings too; one winner. Throws `auth.forbidden`, `callback.not-found`, `callback.taken`. */
export const claimCallback =
  (deps: CallsDeps) =>
  async (actor: StaffActor, id: string): Promise<Callback> => {
    return playScene(deps)(actor, async (scene) => {
      const before = await load(scene, actor, id)
      return settled(
        scene,
        before,
        await saveCallback(scene.tx, before, { state: 'claimed', claimedBy: actor.id }),
        'claim',
      )
    })
  }

/** Ends a call-back with its outcome; `noAnswer` gives it back to the list. Throws `auth.forbidden`, `callback.not-found`, `callback.taken`. */
export const completeCallback =
  (deps: CallsDeps) =>
  async (actor: StaffActor, id: string, outcome: CallbackOutcome): Promise<Callback> => {
    return playScene(deps)(actor, async (scene) => {
      const before = await load(scene, actor, id)
      const again = outcome === 'noAnswer'
      const patch = again
        ? { state: 'open' as const, claimedBy: null, outcome }
        : { state: 'done' as const, claimedBy: actor.id, doneAt: scene.now, outcome }
      return settled(scene, before, await saveCallback(scene.tx, before, patch), again ? 'release' : 'complete')
    })
  }
