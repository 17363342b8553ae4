import { and, asc, eq, gt } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

/** Row of the counters that says which spelling the stored search texts have. */
const name = 'search-spelling'

/** The spelling that all search texts are known to have; 0 before any was. */
export const knownSpelling = async (db: Read): Promise<number> => {
  const [row] = await db.q.select({ value: db.t.counter.value }).from(db.t.counter).where(eq(db.t.counter.name, name))
  return row?.value ?? 0
}

/** Notes that every search text has this spelling. */
export const noteSpelling = async (tx: Tx, value: number): Promise<void> => {
  await tx.q
    .insert(tx.t.counter)
    .values({ name, value })
    .onConflictDoUpdate({ target: tx.t.counter.name, set: { value } })
    .returning()
}

/** Search texts, a page by id. */
export const searchTextsAfter = (db: Read, id: string, most: number): Promise<{ id: string; searchText: string }[]> =>
  db.q
    .select({ id: db.t.ticket.id, searchText: db.t.ticket.searchText })
    .from(db.t.ticket)
    .where(gt(db.t.ticket.id, id))
    .orderBy(asc(db.t.ticket.id))
    .limit(most)
    .execute()

/** Gives a ticket another search text, unless an act has changed it meanwhile: that one wrote the new spelling already. */
export const changeSearchText = async (tx: Tx, id: string, from: string, to: string): Promise<void> => {
  await tx.q
    .update(tx.t.ticket)
    .set({ searchText: to })
    .where(and(eq(tx.t.ticket.id, id), eq(tx.t.ticket.searchText, from)))
    .returning({ id: tx.t.ticket.id })
}
