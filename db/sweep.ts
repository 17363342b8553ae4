import { and, asc, inArray, lt, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './db.ts'
import type { After } from './keyset.ts'

/** What a sweep is asked for: what is older than `before`, `limit` rows at most, on from after the last one it looked at. */
export interface SweepAsked {
  before: Date
  after: After | null
  limit: number
  now: Date
}

/** What a sweep did: how many rows it erased, and the last one it looked at; null: nothing that is old enough is left. */
export interface Swept {
  erased: number
  next: After | null
}

/** Erases old rows of one kind, a page of them in a transaction that is open already. What it has erased it does not find again. */
export type Sweep = (tx: Tx, asked: SweepAsked) => Promise<Swept>

/** Where a sweep goes on after the rows it looked at; null when there were fewer than it asked for. */
export const nextAfter = (rows: readonly After[], limit: number): After | null => {
  const last = rows.length < limit ? undefined : rows.at(-1)
  return last ? { at: last.at, id: last.id } : null
}

/** How old rows are found and named; an index begins with `at`. */
interface OldRows {
  table: PgTable
  key: PgColumn
  at: PgColumn
  /** What `at` lies before, where it is no moment. */
  than?: number
  only?: SQL | undefined
}

/** A sweep that deletes whole rows, the oldest first. */
export const deleteOldest = async (
  tx: Tx,
  { before, limit }: SweepAsked,
  { table, key, at, than, only }: OldRows,
): Promise<Swept> => {
  const rows = await tx.q
    .select({ key })
    .from(table)
    .where(and(lt(at, than ?? before), only))
    .orderBy(asc(at))
    .limit(limit)
  const keys = rows.map((row) => row.key)
  if (keys.length > 0) await tx.q.delete(table).where(inArray(key, keys)).returning({ key })
  // Nothing stays behind that would have to be passed by: the next page begins at the start again.
  return { erased: keys.length, next: keys.length < limit ? null : { at: before, id: '' } }
}
