import type { Tx } from '../../../db/db.ts'
import type { Clock } from '../../platform/clock.ts'
import { hasGreaterKey, insertKeys } from './inbox.store.ts'

/**
 * Takes a webhook delivery, in the transaction that acts on it: true for the first, false for every repeat, whichever of its keys
 * (natural key, delivery token) was seen before. Two racers: one waits for the other's commit and then loses.
 */
export const claimIn =
  (deps: { clock: Clock }) =>
  async (tx: Tx, keys: readonly (string | null)[], route: string): Promise<boolean> => {
    const given = [...new Set(keys.filter((key) => key !== null))].toSorted()
    return (await insertKeys(tx, given, route, deps.clock.now())) === given.length
  }

/** Whether news that undoes this one, and happened later, was taken already. */
export const newerTaken = (tx: Tx, news: { group: string; key: string }): Promise<boolean> =>
  hasGreaterKey(tx, news.group, news.key)

export { sweepKeys } from './inbox.store.ts'
