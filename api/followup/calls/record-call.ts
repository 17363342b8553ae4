import { z } from 'zod'
import type { Tx } from '../../../db/db.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { attemptOutcomes } from '../../vocabulary/follow-up.ts'
import { demand } from '../../platform/demand.ts'
import { record } from '../../audit/record.ts'
import { Remark } from '../../tickets/life/ticket.input.ts'
import { followUpNote } from '../followup-note.ts'
import { lockAsking, saveFollowUp } from '../followup.store.ts'
import type { FollowUp } from '../followup.types.ts'
import { mustBeFree, mustBeOpen } from '../open-follow-up.ts'
import type { Known } from '../replies/reply.types.ts'
import { settleIn, type SettleDeps } from '../settle.ts'
import { attemptsOf, insertAttempt, type Attempt } from './attempts.store.ts'
import { proofIn, provingCall, type Proof } from './proof.ts'
import { ownCallsOf } from './own-calls.store.ts'

const version = z.number().int().positive()
/** Why the hotline made no call of it: the result then waits for a supervisor's look. */
const withoutCall = Remark.optional()

export const CallInput = z
  .strictObject({
    version,
    contacted: z.boolean(),
    solved: z.boolean(),
    grade: z.number().int().min(1).max(5),
    reason: Remark.optional(),
    withoutCall,
  })
  .meta({
    id: 'FollowUpAnswersBody',
    samples: [{ version: 2, contacted: true, solved: true, grade: 5, withoutCall: '市民来中心当面答复' }],
  })
export const AttemptInput = z
  .strictObject({
    version,
    outcome: z.enum(attemptOutcomes),
    note: Remark.optional(),
    withoutCall,
  })
  .meta({
    id: 'FollowUpAttemptBody',
    samples: [{ version: 2, outcome: 'noAnswer', withoutCall: '软电话故障，用值班电话拨打' }],
  })

/** After so many vain calls, each at least this long after the one before, a citizen counts as unreachable (the visible rule of the rates). */
const attemptRule = { calls: 3, hoursApart: 2 } as const

const knownOf = ({ contacted, solved, grade, reason }: FollowUp): Known => ({ contacted, solved, grade, reason })

/** Writes down a try, what it rests on, and, where it ended the round without a call, that a supervisor must look at it. */
const keepAttempt = async (
  deps: SettleDeps,
  tx: Tx,
  actor: StaffActor,
  before: FollowUp,
  made: Pick<Attempt, 'outcome' | 'note'> & Proof & { ends: boolean },
) => {
  const { ends, ...rest } = made
  await insertAttempt(tx, {
    id: deps.ids.next('followUpAttempt'),
    followUpId: before.id,
    at: deps.clock.now(),
    by: actor.id,
    ...rest,
    known: ends ? knownOf(before) : null,
    check: ends && rest.callId === null ? 'pending' : null,
  })
}

/** What a round that ends by telephone says of its proof. */
const proven = (withCall: boolean) => ({ withoutCall: !withCall, check: withCall ? null : ('pending' as const) })

/**
 * What a citizen answered on the phone: all three questions, and why if they are not satisfied. It rests on a call to them for it that is over and
 * was answered, or on a reason in words. Throws `follow-up.not-found`, `follow-up.conflict`, `follow-up.claimed`, `follow-up.settled`,
 * `follow-up.call-running`, `follow-up.no-call`.
 */
export const recordCall =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof CallInput>): Promise<FollowUp> => {
    demand(actor, 'followUp.desk')
    const { contacted, solved, grade, reason } = input
    return deps.db.tx(async (tx) => {
      const { followUp: before } = await mustBeOpen(tx, actor, id, input.version)
      mustBeFree(before, actor)
      await lockAsking(tx, before.citizenId)
      const proof = await proofIn(tx, id, { talked: true, withoutCall: input.withoutCall })
      await keepAttempt(deps, tx, actor, before, { outcome: 'answered', note: null, ...proof, ends: true })
      const patch = {
        channel: 'call' as const,
        contacted,
        solved,
        grade,
        reason: reason ?? before.reason,
        attempts: before.attempts + 1,
        lastAttemptAt: deps.clock.now(),
        ...proven(proof.callId !== null),
      }
      return settleIn(deps, tx, actor, before, { state: 'answered', patch })
    })
  }

/** What a try rests on. One that is only put off needs nothing, and is linked to its call where there is one. */
const proofOf = async (tx: Tx, id: string, input: z.output<typeof AttemptInput>): Promise<Proof> => {
  if (input.outcome !== 'later')
    return proofIn(tx, id, { talked: input.outcome === 'refused', withoutCall: input.withoutCall })
  const used = new Set((await attemptsOf(tx, [id])).map(({ callId }) => callId))
  const call = provingCall(await ownCallsOf(tx, [id]), used, false)
  return { callId: call?.id ?? null, withoutCall: call ? null : (input.withoutCall ?? null) }
}

/**
 * A call that got no answers: tried again later; refused ends the asking, so do enough vain calls hours apart. Who was not there, or refused,
 * was rung, or there is a reason in words. Throws as `recordCall`.
 */
export const recordAttempt =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof AttemptInput>): Promise<FollowUp> => {
    demand(actor, 'followUp.desk')
    return deps.db.tx(async (tx) => {
      const { followUp: before, ticket } = await mustBeOpen(tx, actor, id, input.version)
      mustBeFree(before, actor)
      await lockAsking(tx, before.citizenId)
      const proof = await proofOf(tx, id, input)
      const now = deps.clock.now()
      // Two rings within the hours are one try.
      const counts =
        before.lastAttemptAt === null ||
        now.getTime() - before.lastAttemptAt.getTime() >= attemptRule.hoursApart * 3_600_000
      const attempts = before.attempts + (input.outcome === 'noAnswer' && counts ? 1 : 0)
      const patch = { attempts, claimedBy: null, ...(counts ? { lastAttemptAt: now } : {}) }
      const state =
        input.outcome === 'refused' ? 'noReply' : attempts >= attemptRule.calls ? ('unreachable' as const) : null
      await keepAttempt(deps, tx, actor, before, {
        outcome: input.outcome,
        note: input.note ?? null,
        ...proof,
        ends: state !== null,
      })
      if (state !== null)
        return settleIn(deps, tx, actor, before, {
          state,
          patch: { ...patch, channel: 'call', ...proven(proof.callId !== null) },
          note: input.note,
        })
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
            after: { outcome: input.outcome, attempts, callId: proof.callId },
          },
        ],
        live: [followUpNote(ticket, id, { type: 'attempted', payload: { attempts } })],
      })
      return after
    })
  }
