import { citizenWaits } from '../call/call.machine.ts'
import { moveCall, movePresence, tellCall, type Scene } from '../call/call.scene.ts'
import type { PresenceEvent } from '../../vocabulary/call.ts'
import type { Call } from '../call/calls.store.ts'
import { closeContact } from '../../contacts/close-contact.ts'
import { dropLeg } from '../call/drop-legs.ts'

/**
 * The agent of a locked, ringing call will not take it: a citizen who waits is offered to the next one (and never left the queue),
 * a citizen who was to be rung is not rung. The agent becomes unavailable by `presenceEvent`.
 */
export const passOn = async (
  scene: Scene,
  call: Call,
  type: 'missed' | 'declined' | 'withdrawn',
  presenceEvent: PresenceEvent,
): Promise<Call> => {
  const staffId = call.agentId
  dropLeg(scene, call.agentLegRef)
  tellCall(scene, call, type)
  if (staffId) await movePresence(scene, staffId, call.id, presenceEvent, { missed: type === 'missed' })
  if (citizenWaits(call))
    return moveCall(scene, call, 'passOn', { agentId: null, agentLegRef: null, conferenceRef: null })
  await closeContact(scene.tx, call.contactId, scene.now)
  dropLeg(scene, call.carrierRef)
  return moveCall(scene, call, 'close', { endedAt: scene.now, endReason: 'agent', wrapUpEndedAt: scene.now })
}
