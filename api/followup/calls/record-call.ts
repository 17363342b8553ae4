import { z } from 'zod'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { Remark } from '../../tickets/life/ticket.input.ts'
import type { FollowUp } from '../followup.types.ts'
import { mustBeFree, mustBeOpen } from '../open-follow-up.ts'
import { lockRound, settleIn, type SettleDeps } from '../settle.ts'
import { keepAttempt, proven } from './keep-attempt.ts'
import { proofIn } from './proof.ts'

export const CallInput = z
  .strictObject({
    version: z.number().int().positive(),
    contacted: z.boolean(),
    solved: z.boolean(),
    grade: z.number().int().min(1).max(5),
    reason: Remark.optional(),
    /** Why the hotline made no call of it: the result then waits for a supervisor's look. */
    withoutCall: Remark.optional(),
  })
  .meta({
    id: 'FollowUpAnswersBody',
    samples: [{ version: 2, contacted: true, solved: true, grade: 5, withoutCall: '市民来中心当面答复' }],
  })

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
      await lockRound(tx, before)
      const proof = await proofIn(tx, id, { talked: true, withoutCall: input.withoutCall })
      const isProven = proof.callId !== null
      await keepAttempt(deps, tx, actor, before, { outcome: 'answered', note: null, ...proof, unproven: !isProven })
      const patch = {
        channel: 'call' as const,
        contacted,
        solved,
        grade,
        reason: reason ?? before.reason,
        attempts: before.attempts + 1,
        lastAttemptAt: deps.clock.now(),
        ...proven(isProven),
      }
      return settleIn(deps, tx, actor, before, { state: 'answered', patch })
    })
  }
