import type { Tx } from '../../../db/db.ts'
import type { Actor, StaffActor } from '../../vocabulary/actor.ts'
import { moveCall, movePresence, playIn, playScene, type Scene } from './call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByContact, lockCall, saveCall, type Call } from './calls.store.ts'
import { closeContact, patchContact } from '../../contacts/contacts.store.ts'
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
  (deps: CallsDeps, route: () => Promise<number>) =>
  async (actor: StaffActor, callId: string, then: 'ready' | 'break' = 'ready'): Promise<Call> => {
    const { out, queueMoved } = await playScene(deps)(actor, async (scene) =>
      finish(scene, await ownCallIn(scene, actor, callId, ['wrapUp']), then),
    )
    if (queueMoved) await route()
    return out
  }

/**
 * The first step of a transaction that files a contact: locks its call, if it has one. Calls are locked before the live stream everywhere
 * (`record` locks that), so a filing that took the stream's lock first could wait for a call event that waits for it.
 */
export const lockContactIn = async (tx: Tx, contactId: string): Promise<void> => {
  const call = await findCallByContact(tx, contactId)
  if (call) await lockCall(tx, call.id)
}

/**
 * The contact became a ticket, or belongs to one: it is filed, and the write-up of its call ends by itself; filed while talking, it ends with
 * the talk. In the caller's transaction, which must have begun with `lockContactIn`. A text's contact is filed the same way.
 */
export const callFiledIn =
  (deps: CallsDeps, route: () => Promise<number>) =>
  async (tx: Tx, actor: Actor, input: { contactId: string; ticketId: string }): Promise<void> => {
    const { queueMoved } = await playIn(deps, tx, actor, async (scene) => {
      const found = await findCallByContact(tx, input.contactId)
      const call = found && (await lockCall(tx, found.id))
      await patchContact(tx, input.contactId, {
        state: 'filed',
        ticketId: input.ticketId,
        ...(actor.kind === 'staff' ? { handledBy: actor.id } : {}),
      })
      if (!call) return
      const filed = await saveCall(tx, call, { ticketId: input.ticketId })
      if (filed.state === 'wrapUp') await finish(scene, filed, 'ready')
    })
    if (queueMoved)
      tx.afterCommit(() => void route().catch((error: unknown) => deps.log.error({ err: error }, 'route calls')))
  }
