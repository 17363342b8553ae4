import { dropEffect } from './call.effects.ts'
import type { Scene } from './call.scene.ts'

/** Promises that a leg is hung up, whatever state it is in; a leg the carrier never confirmed (null) is dropped when it turns up. */
export const dropLeg = (scene: Scene, legRef: string | null) => {
  if (legRef === null || legRef.startsWith('pending:')) return
  scene.notes.outbox.push(dropEffect.promise(`call.drop:${legRef}`, { legRef }))
}
