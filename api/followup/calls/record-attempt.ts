import { z } from 'zod'
import type { Tx } from '../../../db/db.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { attemptOutcomes } from '../../vocabulary/follow-up.ts'
import { demand } from '../../platform/demand.ts'
import { record } from '../../audit/record.ts'
import { Remark } from '../../tickets/life/ticket.input.ts'
import { followUpNote } from '../followup-note.ts'
import { saveFollowUp } from '../followup.store.ts'
import type { FollowUp } from '../followup.types.ts'
import { mustBeFree, mustBeOpen } from '../open-follow-up.ts'
import { lockRound, settleIn, type SettleDeps } from '../settle.ts'
import { attemptsOf } from './attempts.store.ts'
import { keepAttempt, proven } from './keep-attempt.ts'
import { ownCallsOf } from './own-calls.store.ts'
import { proofIn, provingCall, restOnCalls, type Proof } from './proof.ts'

export const AttemptInput = z
  .strictObject({
    version: z.number().int().positive(),
    outcome: z.enum(attemptOutcomes),
    note: Remark.optional(),
    /** Why the hotline made no call of it: an end that rests on it waits for a supervisor's look. */
    withoutCall: Remark.optional(),
  })
  .meta({
    id: 'FollowUpAttemptBody',
    samples: [{ version: 2, outcome: 'noAnswer', withoutCall: '软电话故障，用值班电话拨打' }],
  })

/** After so many vain calls, each at least this long after the one before, a citizen counts as unreachable (the visible rule of the rates). */
const attemptRule = { calls: 3, hoursApart: 2 } as const

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
      await lockRound(tx, before)
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
      // Nobody is unreachable by calls of which one was never made.
      const isProven =
        proof.callId !== null && (state !== 'unreachable' || restOnCalls(await attemptsOf(tx, [before.id])))
      await keepAttempt(deps, tx, actor, before, {
        outcome: input.outcome,
        note: input.note ?? null,
        ...proof,
        unproven: state !== null && !isProven,
      })
      if (state !== null)
        return settleIn(deps, tx, actor, before, {
          state,
          patch: { ...patch, channel: 'call', ...proven(isProven) },
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
