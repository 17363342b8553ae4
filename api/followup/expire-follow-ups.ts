import type { Tx } from '../../db/db.ts'
import { systemActor } from '../vocabulary/actor.ts'
import type { Job } from '../platform/jobs.ts'
import { record } from '../audit/record.ts'
import { Problem } from '../platform/problem.ts'
import { askNext, callInstead } from './ask.ts'
import { expiredFollowUps, lockAsking, mustFindFollowUp } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'
import { openFollowUpStates } from '../vocabulary/follow-up.ts'
import { nextStep } from './replies/reply.rules.ts'
import { settleIn, type SettleDeps } from './settle.ts'

const page = 100
const everyMs = 60_000

/** How an unanswered round ends: all three answers without the reason are an answer; vain calls are unreachable; silence is no reply. */
const outcomeOf = (followUp: FollowUp): 'answered' | 'noReply' | 'unreachable' => {
  const step = nextStep(followUp)
  if (step === 'reason' || step === 'done') return 'answered'
  return followUp.state === 'calling' && followUp.attempts > 0 ? 'unreachable' : 'noReply'
}

/** A citizen who stopped texts while being asked: rung by somebody instead, and asked on about their other tickets in the same way. */
const listForCall = async (deps: SettleDeps, tx: Tx, followUp: FollowUp) => {
  await lockAsking(tx, followUp.citizenId)
  const { id, ticketId } = await callInstead(deps, tx, followUp)
  await record(tx, deps, systemActor('followUp'), {
    audit: [{ action: 'followUp.listed', entity: 'followUp', entityId: id, after: { ticketId, channel: 'call' } }],
    live: [
      {
        topic: 'followUp',
        type: 'started',
        entityId: id,
        audience: { roles: ['followUp', 'supervisor'] },
        payload: { ticketId, state: 'calling' },
      },
    ],
  })
  await askNext(deps, tx, followUp.citizenId)
}

/** Ends the asking whose wait is over (no reply is counted as such); each in its own transaction, in pages until none is due. */
export const expireFollowUps = (deps: SettleDeps) => async (): Promise<number> => {
  let count = 0
  const failed = new Set<string>()
  for (;;) {
    const due = (await expiredFollowUps(deps.db, deps.clock.now(), page + failed.size)).filter(
      ({ id }) => !failed.has(id),
    )
    if (due.length === 0) return count
    for (const { id } of due) {
      try {
        await deps.db.tx(async (tx) => {
          const now = await mustFindFollowUp(tx, id)
          if (!openFollowUpStates.includes(now.state)) return
          if (now.state === 'asking' && !(await deps.mayText(tx, now.citizenId))) return listForCall(deps, tx, now)
          await settleIn(deps, tx, systemActor('followUp'), now, { state: outcomeOf(now), patch: {} })
        })
        count++
      } catch (error) {
        // A citizen who answers at this very moment wins; anything else must not stop the others.
        failed.add(id)
        if (!(error instanceof Problem)) deps.log.error({ err: error, followUp: id }, 'follow-up expiry')
      }
    }
  }
}

/** Ends unanswered rounds once a minute. */
export const followUpJobs = (deps: SettleDeps): Job[] => [
  { name: 'followUp.expire', everyMs, run: expireFollowUps(deps) },
]
