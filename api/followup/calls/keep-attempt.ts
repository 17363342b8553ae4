import type { Tx } from '../../../db/db.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import type { FollowUp } from '../followup.types.ts'
import type { Known } from '../replies/reply.types.ts'
import type { SettleDeps } from '../settle.ts'
import { attemptsOf, awaitCheck, insertAttempt, type Attempt } from './attempts.store.ts'
import { restOnCalls, type Proof } from './proof.ts'

const knownOf = ({ contacted, solved, grade, reason }: FollowUp): Known => ({ contacted, solved, grade, reason })

/** Writes down a try and what it rests on. `unproven`: it ended the round, and a supervisor must look at it. */
export const keepAttempt = async (
  deps: SettleDeps,
  tx: Tx,
  actor: StaffActor,
  before: FollowUp,
  { unproven, ...made }: Pick<Attempt, 'outcome' | 'note'> & Proof & { unproven: boolean },
) => {
  const id = deps.ids.next('followUpAttempt')
  await insertAttempt(tx, { id, followUpId: before.id, at: deps.clock.now(), by: actor.id, ...made })
  if (unproven) await awaitCheck(tx, id, knownOf(before))
}

/** What a round that ends by telephone says of its proof. */
export const proven = (isProven: boolean) => ({
  withoutCall: !isProven,
  check: isProven ? null : ('pending' as const),
})

/**
 * What a round says of its proof that ends with vain calls because the wait is over: as one that ends with the last of them. Nothing where no try
 * was written down, as in rounds from before.
 */
export const endVainCalls = async (tx: Tx, before: FollowUp): Promise<Partial<FollowUp>> => {
  const tries = await attemptsOf(tx, [before.id])
  const last = tries.findLast(({ outcome }) => outcome === 'noAnswer')
  if (!last) return {}
  const isProven = restOnCalls(tries)
  if (!isProven) await awaitCheck(tx, last.id, knownOf(before))
  return { channel: 'call', ...proven(isProven) }
}
