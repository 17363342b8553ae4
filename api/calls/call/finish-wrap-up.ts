import type { StaffActor } from '../../vocabulary/actor.ts'
import { moveCall, movePresence, playIn, playScene, type Scene } from './call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByContact, lockCall, saveCall, type Call } from './calls.store.ts'
import { closeContact } from '../../contacts/close-contact.ts'
import type { FilingListener } from '../../contacts/file-contact.ts'
import { ownCallIn } from './own-call.ts'

/** Ends a write-up: the agent is free (or on a break), a contact nobody filed needed no ticket. */
export const finish = async (scene: Scene, call: Call, then: 'ready' | 'break'): Promise<Call> => {
  await closeContact(scene.tx, call.contactId, call.endedAt ?? scene.now, { handledBy: call.agentId })
  const after = await moveCall(scene, call, 'finish', { wrapUpEndedAt: scene.now })
  if (call.agentId) await movePresence(scene, call.agentId, call.id, then === 'ready' ? 'finish' : 'finishToBreak')
  return after
}

/**
 * The agent has written up the call and takes the next one, or a break.
 * Throws `auth.forbidden`, `call.not-found`, `call.not-yours`, `call.illegal-transition`.
 */
export const finishWrapUp =
  (deps: CallsDeps) =>
  async (actor: StaffActor, callId: string, then: 'ready' | 'break' = 'ready'): Promise<Call> => {
    return playScene(deps)(actor, async (scene) =>
      finish(scene, await ownCallIn(scene, actor, callId, ['wrapUp']), then),
    )
  }

/** What is done with the call of a contact that is filed: its write-up ends by itself; filed while talking, it ends with the talk. */
export const fileCall = (deps: CallsDeps): FilingListener => ({
  lock: async (tx, contactId) => {
    const call = await findCallByContact(tx, contactId)
    if (call) await lockCall(tx, call.id)
  },
  filed: async (tx, actor, { contactId, ticketId }) => {
    const found = await findCallByContact(tx, contactId)
    if (!found) return
    await playIn(deps, tx, actor, async (scene) => {
      const call = await lockCall(tx, found.id)
      if (!call) return
      const filed = await saveCall(tx, call, { ticketId })
      if (filed.state === 'wrapUp') await finish(scene, filed, 'ready')
    })
  },
})
