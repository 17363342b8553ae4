import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { systemActor } from '../vocabulary/actor.ts'
import { record, type Happening } from '../audit/record.ts'
import type { Act } from '../tickets/life/act.ts'
import { findTicketRow, mergedInto, renewCloseReason, type Ticket } from '../tickets/tickets.ts'
import { askNext } from './ask.ts'
import { followUpNote } from './followup-note.ts'
import { lockAskingOf, saveFollowUp } from './followup.store.ts'
import { isDissatisfied, type AskDeps, type FollowUp } from './followup.types.ts'

/** What ending a round needs, the redo of the ticket among it. */
export interface SettleDeps extends AskDeps {
  act: Pick<Act, 'actIn'>
}

/** Redone at once no more often than this; then a supervisor decides. */
const automaticRedos = 1

/** Locks the asking of everybody who got the answer that a follow-up is about, in one order: what comes of it may end the asking of all of them. */
export const lockRound = async (tx: Tx, { citizenId, ticketId }: Pick<FollowUp, 'citizenId' | 'ticketId'>) => {
  const others = await mergedInto(tx, ticketId)
  await lockAskingOf(tx, [citizenId, ...others.map((other) => other.citizenId)])
}

/** What dissatisfaction leads to. A merged request is answered through its main ticket, so a person must look at it. */
const decisionOf = (followUp: FollowUp, ticket: Ticket): 'redo' | 'pending' | null => {
  if (followUp.state !== 'answered' || !isDissatisfied(followUp.grade)) return null
  const automatic = followUp.reason !== null && ticket.redoCount < automaticRedos && ticket.state === 'awaitingFollowUp'
  return automatic ? 'redo' : 'pending'
}

/** What is written down of a round that has ended. */
export const outcomeNotes = (ticket: Ticket, before: FollowUp, after: FollowUp, note?: string): Happening => ({
  timeline: [
    {
      ticketId: after.ticketId,
      type: 'followUpAnswered',
      visibility: 'unit',
      text: after.reason ?? note ?? null,
      data: {
        followUpId: after.id,
        outcome: after.state,
        contacted: after.contacted,
        solved: after.solved,
        grade: after.grade,
        round: after.round,
        ...(after.withoutCall === null ? {} : { withoutCall: after.withoutCall }),
      },
    },
  ],
  audit: [
    {
      action: `followUp.${after.state}`,
      entity: 'followUp',
      entityId: after.id,
      before: { state: before.state },
      after: {
        state: after.state,
        contacted: after.contacted,
        solved: after.solved,
        grade: after.grade,
        decision: after.decision,
      },
      reason: after.reason,
    },
  ],
  live: [
    followUpNote(ticket, after.id, {
      type: after.decision === 'pending' ? 'dissatisfied' : after.state === 'answered' ? 'answered' : endOf(after),
      payload: { ticketId: after.ticketId, grade: after.grade, decision: after.decision },
    }),
  ],
})

const endOf = ({ state }: FollowUp) => (state === 'unreachable' ? 'unreachable' : 'noReply')

/**
 * Ends a round of asking with its outcome, and the ticket with it: dissatisfied with a reason is done again under a new limit,
 * everything else closes. Then the citizen is asked about the next ticket that waited.
 */
export const settleIn = async (
  deps: SettleDeps,
  tx: Tx,
  actor: Actor,
  before: FollowUp,
  outcome: { state: 'answered' | 'noReply' | 'unreachable'; patch: Partial<FollowUp>; note?: string | undefined },
): Promise<FollowUp> => {
  await lockRound(tx, before)
  const ticket = await findTicketRow(tx, before.ticketId)
  const decision = decisionOf({ ...before, ...outcome.patch, state: outcome.state }, ticket)
  const after = await saveFollowUp(tx, before, {
    ...outcome.patch,
    state: outcome.state,
    step: 'done',
    doneAt: deps.clock.now(),
    claimedBy: null,
    decision,
    reminded: 0,
  })
  await record(tx, deps, actor, outcomeNotes(ticket, before, after, outcome.note))
  if (decision === 'redo') {
    await deps.act.actIn(tx, systemActor('followUp'), {
      ticketId: ticket.id,
      action: 'redo',
      input: { reason: after.reason ?? '' },
    })
  } else {
    if (ticket.state === 'awaitingFollowUp')
      await deps.act.actIn(tx, systemActor('followUp'), { ticketId: ticket.id, action: 'close', input: {} })
    // Asked again after the close, it may have ended otherwise.
    else await renewCloseReason(tx, ticket)
    if (after.channel === 'sms' && after.state === 'answered') await thank(deps, tx, actor, after, ticket)
  }
  await askNext(deps, tx, after.citizenId)
  return after
}

const thank = (deps: AskDeps, tx: Tx, actor: Actor, followUp: FollowUp, ticket: Ticket) =>
  deps.notices.tell(tx, actor, {
    notice: { name: 'followUp.thanks' },
    to: { citizenId: followUp.citizenId, ticket },
    key: `followUp:${followUp.id}:thanks`,
  })
