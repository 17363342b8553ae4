import { and, gt, lte } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import { deleteOldest, type Sweep } from '../../../db/sweep.ts'
import { insertRows } from '../../../db/dialect/insert/insert-rows.ts'

/** Writes the keys that were not there yet; answers how many of them that were. A racer waits for the other's commit. */
export const insertKeys = (tx: Tx, keys: string[], route: string, at: Date): Promise<number> =>
  insertRows(
    tx,
    tx.t.inbox,
    keys.map((key) => ({ key, route, receivedAt: at })),
    { conflicts: 'skip' },
  )

/** Forgets old keys. */
export const sweepKeys: Sweep = (tx, asked) => {
  const { inbox } = tx.t
  return deleteOldest(tx, asked, { table: inbox, key: inbox.key, at: inbox.receivedAt })
}

/**
 * Whether a key of the same group with a greater number is there. Keys end in a number padded to nine digits, so both ends of
 * the range differ in digits only, which every collation of PostgreSQL sorts alike.
 */
export const hasGreaterKey = async (tx: Tx, group: string, key: string): Promise<boolean> => {
  const { inbox } = tx.t
  const [row] = await tx.q
    .select({ key: inbox.key })
    .from(inbox)
    .where(and(gt(inbox.key, key), lte(inbox.key, `${group}:999999999`)))
    .limit(1)
  return row !== undefined
}
