import { eq } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { insertRows } from '../../../db/dialect/insert/insert-rows.ts'
import { beyond, inOrder, type After } from '../../../db/keyset.ts'
import { deleteOldest, type Sweep } from '../../../db/sweep.ts'

export type StrayText = Read['t']['strayText']['$inferSelect']

/** Keeps a text to a number that is no line; one that comes again is kept once. */
export const insertStray = (tx: Tx, row: StrayText): Promise<number> =>
  insertRows(tx, tx.t.strayText, [row], { conflicts: 'skip' })

/** Kept texts, newest first. */
export const selectStrays = (db: Read, after: After | null, limit: number): Promise<StrayText[]> => {
  const { strayText } = db.t
  return db.q
    .select()
    .from(strayText)
    .where(beyond(strayText.receivedAt, strayText.id, 'descending', after))
    .orderBy(...inOrder(strayText.receivedAt, strayText.id, 'descending'))
    .limit(limit)
    .execute()
}

/** How many texts are kept. */
export const countStrays = (db: Read): Promise<number> => db.q.$count(db.t.strayText)

/** One kept text; null when somebody has dealt with it. */
export const findStray = async (db: Read, id: string): Promise<StrayText | null> => {
  const [row] = await db.q.select().from(db.t.strayText).where(eq(db.t.strayText.id, id))
  return row ?? null
}

/** Throws a kept text away; false when it was gone already. */
export const deleteStray = async (tx: Tx, id: string): Promise<boolean> => {
  const { strayText } = tx.t
  const rows = await tx.q.delete(strayText).where(eq(strayText.id, id)).returning({ id: strayText.id })
  return rows.length > 0
}

/** Throws away what nobody has dealt with. */
export const sweepStrays: Sweep = (tx, asked) => {
  const { strayText } = tx.t
  return deleteOldest(tx, asked, { table: strayText, key: strayText.id, at: strayText.receivedAt })
}
