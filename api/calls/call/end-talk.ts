import { moveCall, movePresence, type Scene } from './call.scene.ts'
import type { Call } from './calls.store.ts'
import { endContact } from '../../contacts/close-contact.ts'
import { readContact } from '../../contacts/read-contacts.ts'

/** Held time up to a moment, ms. */
export const heldUntil = (call: Pick<Call, 'heldMs' | 'heldSince'>, at: Date) =>
  call.heldMs + (call.heldSince ? Math.max(0, at.getTime() - call.heldSince.getTime()) : 0)

/**
 * Ends the talk of a locked call: the agent writes it up, or is free at once when its ticket was filed while talking.
 * `endReason`: citizen, agent, carrier.
 */
export const endTalk = async (
  scene: Scene,
  call: Call,
  at: Date,
  endReason: 'citizen' | 'agent' | 'carrier',
): Promise<Call> => {
  const contact = await readContact(scene.tx, call.contactId)
  const filed = contact?.state === 'filed'
  const endedAt = call.answeredAt && at < call.answeredAt ? call.answeredAt : at
  const after = await moveCall(scene, call, filed ? 'finishTalk' : 'hangUp', {
    endedAt,
    endReason,
    heldMs: heldUntil(call, endedAt),
    heldSince: null,
    wrapUpEndedAt: filed ? endedAt : null,
  })
  await endContact(scene.tx, call.contactId, { endedAt, handledBy: call.agentId })
  if (call.agentId) await movePresence(scene, call.agentId, call.id, filed ? 'finish' : 'hangUp')
  return after
}
