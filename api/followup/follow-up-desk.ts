import { platformProblem } from '../platform/problem.ts'
import { followUpProblem } from './followup.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { hasRole } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { record } from '../audit/record.ts'
import { Remark } from '../tickets/life/ticket.input.ts'
import { findTicketRow } from '../tickets/tickets.ts'
import { lockAsking, mustFindFollowUp, saveFollowUp } from './followup.store.ts'
import { isDissatisfied, type FollowUp } from './followup.types.ts'
import { attemptOutcomes, openFollowUpStates } from '../vocabulary/follow-up.ts'
import { settleIn, type SettleDeps } from './settle.ts'

const version = z.number().int().positive()

export const ClaimInput = z
  .strictObject({ version, claim: z.boolean() })
  .meta({ id: 'FollowUpClaimBody', samples: [{ version: 1, claim: true }] })
export const CallInput = z
  .strictObject({
    version,
    contacted: z.boolean(),
    solved: z.boolean(),
    grade: z.number().int().min(1).max(5),
    reason: Remark.optional(),
  })
  .meta({ id: 'FollowUpAnswersBody', samples: [{ version: 2, contacted: true, solved: true, grade: 5 }] })
export const AttemptInput = z
  .strictObject({
    version,
    outcome: z.enum(attemptOutcomes),
    note: Remark.optional(),
  })
  .meta({ id: 'FollowUpAttemptBody', samples: [{ version: 2, outcome: 'noAnswer' }] })
export const DecisionInput = z
  .strictObject({ version, decision: z.enum(['redo', 'keep']), reason: Remark })
  .meta({ id: 'FollowUpDecisionBody', samples: [{ version: 3, decision: 'redo', reason: '问题未解决' }] })

/** After so many vain calls, each at least this long after the one before, a citizen counts as unreachable (the visible rule of the rates). */
const attemptRule = { calls: 3, hoursApart: 2 } as const

/** Loads an open follow-up as it was seen. Throws `follow-up.not-found`, `follow-up.conflict`, `follow-up.settled`. */
const mustBeOpen = async (tx: Tx, id: string, seen: number): Promise<FollowUp> => {
  const row = await mustFindFollowUp(tx, id)
  if (!openFollowUpStates.includes(row.state))
    throw followUpProblem('follow-up.settled', undefined, { state: row.state })
  if (row.version !== seen) throw followUpProblem('follow-up.conflict', undefined, { version: row.version })
  return row
}

/** What somebody else has taken is theirs to call. Throws `follow-up.claimed`. */
const mustBeFree = (row: FollowUp, actor: StaffActor) => {
  if (row.claimedBy !== null && row.claimedBy !== actor.id) throw followUpProblem('follow-up.claimed')
}

/**
 * Takes an entry of the call list, or gives it back, so that two people do not ring the same citizen; a supervisor may give back what
 * somebody left lying.
 */
export const claimFollowUp =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof ClaimInput>): Promise<FollowUp> => {
    demand(actor, 'followUp.desk')
    return deps.db.tx(async (tx) => {
      const before = await mustBeOpen(tx, id, input.version)
      if (input.claim || !hasRole(actor, 'supervisor')) mustBeFree(before, actor)
      const after = await saveFollowUp(tx, before, { claimedBy: input.claim ? actor.id : null })
      await record(tx, deps, actor, {
        audit: [{ action: input.claim ? 'followUp.claimed' : 'followUp.released', entity: 'followUp', entityId: id }],
        live: [
          {
            topic: 'followUp',
            type: 'claimed',
            entityId: id,
            audience: { roles: ['followUp', 'supervisor'] },
            payload: { claimedBy: after.claimedBy },
          },
        ],
      })
      return after
    })
  }

/** What a citizen answered on the phone: all three questions, and why if they are not satisfied. */
export const recordCall =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof CallInput>): Promise<FollowUp> => {
    demand(actor, 'followUp.desk')
    const { version, contacted, solved, grade, reason } = input
    return deps.db.tx(async (tx) => {
      const before = await mustBeOpen(tx, id, version)
      mustBeFree(before, actor)
      const patch = {
        channel: 'call' as const,
        contacted,
        solved,
        grade,
        reason: reason ?? before.reason,
        attempts: before.attempts + 1,
        lastAttemptAt: deps.clock.now(),
      }
      return settleIn(deps, tx, actor, before, { state: 'answered', patch })
    })
  }

/** A call that got no answers: tried again later; refused ends the asking, so do enough vain calls hours apart. */
export const recordAttempt =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof AttemptInput>): Promise<FollowUp> => {
    demand(actor, 'followUp.desk')
    return deps.db.tx(async (tx) => {
      const before = await mustBeOpen(tx, id, input.version)
      mustBeFree(before, actor)
      const now = deps.clock.now()
      // Two rings within the hours are one try.
      const counts =
        before.lastAttemptAt === null ||
        now.getTime() - before.lastAttemptAt.getTime() >= attemptRule.hoursApart * 3_600_000
      const attempts = before.attempts + (input.outcome === 'noAnswer' && counts ? 1 : 0)
      const patch = { attempts, claimedBy: null, ...(counts ? { lastAttemptAt: now } : {}) }
      if (input.outcome === 'refused')
        return settleIn(deps, tx, actor, before, { state: 'noReply', patch, note: input.note })
      if (attempts >= attemptRule.calls)
        return settleIn(deps, tx, actor, before, { state: 'unreachable', patch, note: input.note })
      const after = await saveFollowUp(tx, before, patch)
      await record(tx, deps, actor, {
        timeline: [
          {
            ticketId: after.ticketId,
            type: 'followUpAttempt',
            visibility: 'hotline',
            text: input.note ?? null,
            data: { followUpId: id, outcome: input.outcome, attempts },
          },
        ],
        audit: [
          {
            action: 'followUp.attempted',
            entity: 'followUp',
            entityId: id,
            after: { outcome: input.outcome, attempts },
          },
        ],
        live: [
          {
            topic: 'followUp',
            type: 'attempted',
            entityId: id,
            audience: { roles: ['followUp', 'supervisor'] },
            payload: { attempts },
          },
        ],
      })
      return after
    })
  }

/** A supervisor settles what was not redone at once: done again (the main ticket of a merged request), or left, with the reason. */
export const decideFollowUp =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof DecisionInput>): Promise<FollowUp> => {
    if (!hasRole(actor, 'supervisor')) throw platformProblem('auth.forbidden')
    return deps.db.tx(async (tx) => {
      const before = await mustFindFollowUp(tx, id)
      if (before.version !== input.version)
        throw followUpProblem('follow-up.conflict', undefined, { version: before.version })
      if (before.decision !== 'pending' || !isDissatisfied(before.grade)) throw followUpProblem('follow-up.settled')
      const after = await saveFollowUp(tx, before, { decision: input.decision === 'redo' ? 'redone' : 'kept' })
      const ticket = await findTicketRow(tx, before.ticketId)
      const main = ticket.mainTicketId === null ? ticket : await findTicketRow(tx, ticket.mainTicketId)
      await record(tx, deps, actor, {
        timeline: [
          {
            ticketId: ticket.id,
            type: 'followUpDecided',
            visibility: 'hotline',
            text: input.reason,
            data: { decision: after.decision },
          },
        ],
        audit: [
          {
            action: 'followUp.decided',
            entity: 'followUp',
            entityId: id,
            after: { decision: after.decision },
            reason: input.reason,
          },
        ],
      })
      if (input.decision === 'redo') {
        await lockAsking(tx, main.citizenId)
        await deps.act.actIn(tx, actor, { ticketId: main.id, action: 'redo', input: { reason: input.reason } })
      }
      return after
    })
  }
