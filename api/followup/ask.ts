import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { systemActor } from '../vocabulary/actor.ts'
import { findTicketRow, type Ticket } from '../tickets/tickets.ts'
import { askingIn, saveFollowUp, waitingIn } from './followup.store.ts'
import type { FollowUp, AskDeps } from './followup.types.ts'
import type { FollowUpStep } from '../vocabulary/follow-up.ts'

/** Texts the open question. The key holds version and question, so that a repeated transaction never asks twice. */
export const askStep = async (
  deps: AskDeps,
  tx: Tx,
  actor: Actor,
  followUp: FollowUp,
  step: FollowUpStep,
  ticket: Ticket,
) => {
  if (step === 'done') return
  await deps.notices.tell(tx, actor, {
    notice: { name: `followUp.${step}` },
    to: { citizenId: followUp.citizenId, ticket },
    key: `followUp:${followUp.id}:${followUp.version}:${step}`,
  })
}

/** Until when a question that is asked now waits for its answer. */
export const waitsUntil = (deps: Pick<AskDeps, 'clock' | 'config'>) =>
  new Date(deps.clock.now().getTime() + deps.config.followUpWaitHours * 3_600_000)

/** Puts somebody who takes no texts any more on the call list, where the wait begins anew: what could not be asked is no silence. */
export const callInstead = (deps: AskDeps, tx: Tx, followUp: FollowUp) =>
  saveFollowUp(tx, followUp, { state: 'calling', channel: 'call', expiresAt: waitsUntil(deps) })

/** Asks about the next ticket of a citizen whose question has ended; its wait begins now. Under `lockAsking`. */
export const askNext = async (deps: AskDeps, tx: Tx, citizenId: string): Promise<void> => {
  const waiting = await waitingIn(tx, citizenId)
  if (!waiting || (await askingIn(tx, citizenId))) return
  if (!(await deps.mayText(tx, citizenId))) {
    await callInstead(deps, tx, waiting)
    return askNext(deps, tx, citizenId)
  }
  const ticket = await findTicketRow(tx, waiting.ticketId)
  const asking = await saveFollowUp(tx, waiting, { state: 'asking', expiresAt: waitsUntil(deps) })
  await askStep(deps, tx, systemActor('followUp'), asking, 'contacted', ticket)
}
