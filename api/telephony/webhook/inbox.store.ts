import { lt } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'

/** Writes the keys that were not there yet; answers how many of them that were. */
export const insertKeys = async (tx: Tx, keys: string[], route: string, at: Date): Promise<number> => {
  const rows = await tx.q
    .insert(tx.t.inbox)
    .values(keys.map((key) => ({ key, route, receivedAt: at })))
    .onConflictDoNothing()
    .returning({ key: tx.t.inbox.key })
  return rows.length
}

/** Forgets keys taken before a moment; answers how many. */
export const deleteKeys = async (tx: Tx, before: Date): Promise<number> => {
  const rows = await tx.q.delete(tx.t.inbox).where(lt(tx.t.inbox.receivedAt, before)).returning({ key: tx.t.inbox.key })
  return rows.length
}
