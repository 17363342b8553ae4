import { lt } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import { insertRows } from '../../../db/dialect/insert/insert-rows.ts'

/** Writes the keys that were not there yet; answers how many of them that were. A racer waits for the other's commit. */
export const insertKeys = (tx: Tx, keys: string[], route: string, at: Date): Promise<number> =>
  insertRows(
    tx,
    tx.t.inbox,
    keys.map((key) => ({ key, route, receivedAt: at })),
    { conflicts: 'skip' },
  )

/** Forgets keys taken before a moment; answers how many. */
export const deleteKeys = async (tx: Tx, before: Date): Promise<number> => {
  const rows = await tx.q.delete(tx.t.inbox).where(lt(tx.t.inbox.receivedAt, before)).returning({ key: tx.t.inbox.key })
  return rows.length
}
