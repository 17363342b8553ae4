import type { Tx } from '../../../db/db.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Job } from '../../platform/jobs.ts'
import { deleteKeys, hasGreaterKey, insertKeys } from './inbox.store.ts'

/** Days a taken key is remembered; the carrier repeats within minutes. */
const rememberDays = 14

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

/** Forgets old keys, hourly. */
export const inboxJob = (deps: Pick<Deps, 'db' | 'clock'>): Job => ({
  name: 'inbox',
  everyMs: 3_600_000,
  run: () => deps.db.tx((tx) => deleteKeys(tx, new Date(deps.clock.now().getTime() - rememberDays * 86_400_000))),
})
