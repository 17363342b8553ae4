import type { Scene } from './call.scene.ts'
import { saveCallback } from './callbacks.store.ts'
import { openCallbacksOf } from './citizen-callbacks.store.ts'

/**
 * Takes a citizen off the call-back list because they are being spoken to: ringing them again would only puzzle them. A message
 * they left stays, for somebody has to hear it, and so does what an agent has taken already.
 */
export const dropCallbacks = async (scene: Scene, citizenId: string): Promise<void> => {
  for (const before of await openCallbacksOf(scene.tx, citizenId)) {
    if (before.reason === 'voicemail') continue
    const after = await saveCallback(scene.tx, before, { state: 'done', doneAt: scene.now, outcome: 'answered' })
    if (!after) continue
    scene.notes.audit.push({ action: 'callback.complete', entity: 'callback', entityId: after.id, before: { state: before.state }, after: { state: after.state, outcome: after.outcome } })
    scene.notes.live.push({ topic: 'callback', type: 'complete', entityId: after.id, audience: { roles: ['agent', 'followUp', 'supervisor'] }, payload: { state: after.state } })
  }
}
