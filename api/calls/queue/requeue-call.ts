import { requeueEffect } from '../call/call.effects.ts'
import type { Ids } from '../../platform/ids.ts'
import { moveCall, movePresence, tellCall, type Scene } from '../call/call.scene.ts'
import { priorities } from '../calls.limits.ts'
import type { Call } from '../call/calls.store.ts'
import { dropLeg } from '../call/drop-legs.ts'
import { heldUntil } from '../call/end-talk.ts'
import type { PresenceEvent } from '../../vocabulary/call.ts'

/**
 * A citizen who talked goes back to the front of the queue, with a word of apology: left alone by a lost leg, or passed on.
 * The call gets a new room, so that the end of the old one cannot end the new talk; its first answer stays what it was.
 * `redirect`: the carrier must be told to bring the citizen back; false where it is asking for the next document anyway.
 */
export const requeueCall =
  (ids: Ids) =>
  async (
    scene: Scene,
    call: Call,
    at: Date,
    how: { type: 'leftAlone' | 'transferred'; presence: PresenceEvent; redirect: boolean },
  ): Promise<Call> => {
    const { agentId, agentLegRef } = call
    tellCall(scene, call, how.type)
    const after = await moveCall(scene, call, 'requeue', {
      agentId: null,
      agentLegRef: null,
      conferenceRef: null,
      room: ids.next('room'),
      priority: Math.max(call.priority, priorities.front),
      heldMs: heldUntil(call, at),
      heldSince: null,
      muted: false,
    })
    dropLeg(scene, agentLegRef)
    if (how.redirect) scene.notes.outbox.push(requeueEffect.promise(`call.requeue:${after.room}`, { callId: call.id }))
    if (agentId) await movePresence(scene, agentId, call.id, how.presence)
    return after
  }
