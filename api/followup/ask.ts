import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { systemActor } from '../vocabulary/actor.ts'
import { record } from '../audit/record.ts'
import { findTicketRow, type Ticket } from '../tickets/tickets.ts'
import { followUpNote } from './followup-note.ts'
import { askingIn, saveFollowUp, waitingIn } from './followup.store.ts'
import type { FollowUp, AskDeps } from './followup.types.ts'
import type { FollowUpStep, ListingReason } from '../vocabulary/follow-up.ts'

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

/**
 * Puts a citizen on the call list, with the reason, where the wait begins anew: what could not be asked is no silence. The ticket tells it.
 * Under `lockAsking`.
 */
export const callInstead = async (
  deps: AskDeps,
  tx: Tx,
  followUp: FollowUp,
  listedFor: ListingReason,
): Promise<FollowUp> => {
  const { id, ticketId } = followUp
  const listed = await saveFollowUp(tx, followUp, {
    state: 'calling',
    channel: 'call',
    listedFor,
    expiresAt: waitsUntil(deps),
  })
  await record(tx, deps, systemActor('followUp'), {
    timeline: [{ ticketId, type: 'followUpListed', visibility: 'unit', data: { followUpId: id, listedFor } }],
    audit: [{ action: 'followUp.listed', entity: 'followUp', entityId: id, after: { ticketId, listedFor } }],
    live: [
      followUpNote(await findTicketRow(tx, ticketId), id, { type: 'started', payload: { ticketId, state: 'calling' } }),
    ],
  })
  return listed
}

/** Asks about the next ticket of a citizen whose question has ended; its wait begins now. Under `lockAsking`. */
export const askNext = async (deps: AskDeps, tx: Tx, citizenId: string): Promise<void> => {
  const waiting = await waitingIn(tx, citizenId)
  if (!waiting || (await askingIn(tx, citizenId))) return
  if (!(await deps.mayText(tx, citizenId))) {
    await callInstead(deps, tx, waiting, 'noTexts')
    return askNext(deps, tx, citizenId)
  }
  if (await deps.hasQuestion(tx, citizenId)) return
  const ticket = await findTicketRow(tx, waiting.ticketId)
  const asking = await saveFollowUp(tx, waiting, {
    state: 'asking',
    askedAt: deps.clock.now(),
    expiresAt: waitsUntil(deps),
  })
  await askStep(deps, tx, systemActor('followUp'), asking, 'contacted', ticket)
}
