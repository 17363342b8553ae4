import type { Scene } from '../call/call.scene.ts'
import { saveCallback } from './callbacks.store.ts'
import { callbacksHeldBy, openCallbacksOf } from './citizen-callbacks.store.ts'
import { tellCallback } from './tell-callback.ts'

/**
 * Takes a citizen off the call-back list because they are being spoken to: ringing them again would only puzzle them. A message
 * they left stays, for somebody has to hear it, and so does what an agent has taken already.
 */
export const dropCallbacks = async (scene: Scene, citizenId: string): Promise<void> => {
  for (const before of await openCallbacksOf(scene.tx, citizenId))
    if (before.reason !== 'voicemail')
      tellCallback(
        scene,
        before,
        await saveCallback(scene.tx, before, { state: 'done', doneAt: scene.now, outcome: 'answered' }),
        'complete',
      )
}

/** Gives back to the list what an agent took and leaves undone on going, so that no citizen waits for somebody who went home. */
export const releaseCallbacks = async (scene: Scene, staffId: string): Promise<void> => {
  for (const before of await callbacksHeldBy(scene.tx, staffId))
    tellCallback(scene, before, await saveCallback(scene.tx, before, { state: 'open', claimedBy: null }), 'release')
}
