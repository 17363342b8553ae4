import type { Scene } from './call.scene.ts'
import { saveCallback, type Callback } from './callbacks.store.ts'
import { callbacksHeldBy, openCallbacksOf } from './citizen-callbacks.store.ts'

const told = (scene: Scene, before: Callback, after: Callback | undefined, action: 'complete' | 'release') => {
  if (!after) return
  scene.notes.audit.push({
    action: `callback.${action}`,
    entity: 'callback',
    entityId: after.id,
    before: { state: before.state, claimedBy: before.claimedBy },
    after: { state: after.state, claimedBy: after.claimedBy, outcome: after.outcome },
  })
  scene.notes.live.push({
    topic: 'callback',
    type: action,
    entityId: after.id,
    audience: { roles: ['agent', 'followUp', 'supervisor'] },
    payload: { state: after.state },
  })
}

/**
 * Takes a citizen off the call-back list because they are being spoken to: ringing them again would only puzzle them. A message
 * they left stays, for somebody has to hear it, and so does what an agent has taken already.
 */
export const dropCallbacks = async (scene: Scene, citizenId: string): Promise<void> => {
  for (const before of await openCallbacksOf(scene.tx, citizenId))
    if (before.reason !== 'voicemail')
      told(
        scene,
        before,
        await saveCallback(scene.tx, before, { state: 'done', doneAt: scene.now, outcome: 'answered' }),
        'complete',
      )
}

/** Gives back to the list what an agent took and leaves undone on going, so that no citizen waits for somebody who went home. */
export const releaseCallbacks = async (scene: Scene, staffId: string): Promise<void> => {
  for (const before of await callbacksHeldBy(scene.tx, staffId))
    told(scene, before, await saveCallback(scene.tx, before, { state: 'open', claimedBy: null }), 'release')
}
