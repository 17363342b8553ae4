import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import type { TalkOutcome } from '../../vocabulary/call.ts'
import { moveCall, movePresence, playIn, playScene, type Scene } from './call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByContact, lockCall, saveCall, type Call } from './calls.store.ts'
import { closeContact } from '../../contacts/close-contact.ts'
import type { FilingListener } from '../../contacts/file-contact.ts'
import { ownCallIn } from './own-call.ts'

/** How a write-up is finished. */
export interface Finish {
  /** What the talk came to; needs not be said of one that was filed. */
  outcome?: TalkOutcome | undefined
  /** Its words; demanded of `other`. */
  note?: string | undefined
  /** What the agent does next; left out: what they did before the call, or take calls. */
  next?: 'ready' | 'break' | undefined
}

/** A talk's outcome, as it is kept. */
type Kept = Pick<Call, 'outcome' | 'outcomeNote'>

/** Ends a write-up with what the talk came to: the agent is free (or on a break), a contact nobody filed needed no ticket. */
export const finish = async (scene: Scene, call: Call, kept: Kept, next?: 'ready' | 'break'): Promise<Call> => {
  await closeContact(scene.tx, call.contactId, call.endedAt ?? scene.now, { handledBy: call.agentId })
  const after = await moveCall(scene, call, 'finish', { wrapUpEndedAt: scene.now, ...kept })
  if (call.agentId) await movePresence(scene, call.agentId, call.id, finishEvents[next ?? 'back'])
  return after
}

const finishEvents = { ready: 'finishToReady', break: 'finishToBreak', back: 'finish' } as const

/**
 * The agent has written up the call and takes the next one, or a break. Throws `auth.forbidden`, `call.not-found`, `call.not-yours`,
 * `call.illegal-transition`, `call.outcome-missing` (nothing was filed and nothing said of what it came to; or something else, without words).
 */
export const finishWrapUp =
  (deps: CallsDeps) =>
  async (actor: StaffActor, callId: string, { outcome, note, next }: Finish): Promise<Call> => {
    return playScene(deps)(actor, async (scene) => {
      const call = await ownCallIn(scene, actor, callId, ['wrapUp'])
      if (outcome === undefined && call.outcome === null) throw callProblem('call.outcome-missing')
      if (outcome === 'other' && note === undefined) throw callProblem('call.outcome-missing')
      const kept = outcome === undefined ? call : { outcome, outcomeNote: note ?? null }
      return finish(scene, call, { outcome: kept.outcome, outcomeNote: kept.outcomeNote }, next)
    })
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
      const kept = { outcome: 'filed', outcomeNote: null } as const
      const filed = await saveCall(tx, call, { ticketId, ...(call.answeredAt === null ? {} : kept) })
      if (filed.state === 'wrapUp') await finish(scene, filed, kept)
    })
  },
})
