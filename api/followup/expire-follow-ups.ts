import type { Tx } from '../../db/db.ts'
import { systemActor } from '../vocabulary/actor.ts'
import type { Job } from '../platform/jobs.ts'
import { askNext, callInstead } from './ask.ts'
import { citizensToAsk, expiredFollowUps, lockAsking, mustFindFollowUp } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'
import { endVainCalls } from './calls/keep-attempt.ts'
import { lapseDecisions } from './lapse-decisions.ts'
import { oneApart } from './one-apart.ts'
import { questionNotices } from './record-reply.ts'
import { openFollowUpStates, type ListingReason } from '../vocabulary/follow-up.ts'
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

/** Why silence would be none: texts were stopped, or the question may never have arrived; null: it is silence. */
const notSilent = async (deps: SettleDeps, tx: Tx, followUp: FollowUp): Promise<ListingReason | null> => {
  const { state, citizenId, ticketId, askedAt } = followUp
  if (state !== 'asking' || outcomeOf(followUp) === 'answered') return null
  if (!(await deps.mayText(tx, citizenId))) return 'noTexts'
  const arrival = await deps.arrivalOf(tx, { ticketId, notices: questionNotices, since: askedAt })
  return arrival === null || arrival === 'arrived' ? null : 'undelivered'
}

const expireIn = async (deps: SettleDeps, tx: Tx, id: string): Promise<true> => {
  const now = await mustFindFollowUp(tx, id)
  if (!openFollowUpStates.includes(now.state)) return true
  const instead = await notSilent(deps, tx, now)
  if (instead) {
    // Somebody rings instead, and asks on about their other tickets in the same way.
    await lockAsking(tx, now.citizenId)
    await callInstead(deps, tx, now, instead)
    await askNext(deps, tx, now.citizenId)
    return true
  }
  const state = outcomeOf(now)
  const patch = state === 'unreachable' ? await endVainCalls(tx, now) : {}
  await settleIn(deps, tx, systemActor('followUp'), now, { state, patch })
  return true
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
      if (await oneApart(deps, { followUp: id }, () => deps.db.tx((tx) => expireIn(deps, tx, id)))) count++
      else failed.add(id)
    }
  }
}

/** Asks those who waited for another question that is over by now, or were forgotten. */
const askOn = (deps: SettleDeps) => async (): Promise<number> => {
  const citizens = await citizensToAsk(deps.db, page)
  for (const citizenId of citizens)
    await oneApart(deps, { citizen: citizenId }, () =>
      deps.db.tx(async (tx) => {
        await lockAsking(tx, citizenId)
        await askNext(deps, tx, citizenId)
      }),
    )
  return citizens.length
}

/** Ends unanswered rounds, and asks on, once a minute; decisions that came too late are told as such once an hour. */
export const followUpJobs = (deps: SettleDeps): Job[] => [
  { name: 'followUp.expire', everyMs, run: expireFollowUps(deps) },
  { name: 'followUp.askOn', everyMs, run: askOn(deps) },
  { name: 'followUp.lapse', everyMs: 60 * everyMs, run: lapseDecisions(deps) },
]
