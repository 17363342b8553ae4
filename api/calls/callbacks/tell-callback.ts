import type { Scene } from '../call/call.scene.ts'
import type { Callback } from './callbacks.store.ts'

/** Notes what became of a call-back, in the audit and for every desk; nothing where somebody else was faster (`after` undefined). */
export const tellCallback = (
  scene: Scene,
  before: Callback,
  after: Callback | undefined,
  action: 'claim' | 'complete' | 'release',
): void => {
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
