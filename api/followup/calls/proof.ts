import type { Tx } from '../../../db/db.ts'
import { followUpProblem } from '../followup.errors.ts'
import { attemptsOf, type Attempt } from './attempts.store.ts'
import { ownCallsOf, type OwnCall } from './own-calls.store.ts'

/** What a result by telephone rests on: a call of its own, or why there was none. */
export interface Proof {
  callId: string | null
  withoutCall: string | null
}

/** Of a follow-up's calls, newest first, the one that a result may rest on: over, talked in where answers are noted, and no other try's. */
export const provingCall = (
  calls: readonly OwnCall[],
  usedCallIds: ReadonlySet<string | null>,
  talked: boolean,
): OwnCall | undefined =>
  calls.find(
    ({ id, endedAt, answeredAt }) => endedAt !== null && !usedCallIds.has(id) && (!talked || answeredAt !== null),
  )

/** Whether every vain call was one of the hotline's; what came before a result that was not accepted is settled. */
export const restOnCalls = (tries: readonly Attempt[]): boolean =>
  tries
    .slice(tries.findLastIndex(({ check }) => check === 'rejected') + 1)
    .every(({ outcome, callId }) => outcome !== 'noAnswer' || callId !== null)

/**
 * The call that a result rests on, or the reason in words why the hotline made none. `talked`: somebody must have answered it. Throws
 * `follow-up.call-running` while one of its calls still rings or is talked in, `follow-up.no-call`.
 */
export const proofIn = async (
  tx: Tx,
  followUpId: string,
  { talked, withoutCall }: { talked: boolean; withoutCall: string | undefined },
): Promise<Proof> => {
  const calls = await ownCallsOf(tx, [followUpId])
  if (calls.some(({ endedAt }) => endedAt === null)) throw followUpProblem('follow-up.call-running')
  const used = new Set((await attemptsOf(tx, [followUpId])).map(({ callId }) => callId))
  const call = provingCall(calls, used, talked)
  if (call) return { callId: call.id, withoutCall: null }
  if (withoutCall === undefined) throw followUpProblem('follow-up.no-call')
  return { callId: null, withoutCall }
}
