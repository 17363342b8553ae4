import { and, asc, eq, inArray, lte, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db.ts'

type Outbox = Tx['t']['outbox']

/**
 * Picks due outbox rows for this worker. On PostgreSQL rows that another worker holds are skipped
 * (`FOR UPDATE SKIP LOCKED`); on SQLite the writer is alone anyway.
 */
export const pickDue = async (tx: Tx, outbox: Outbox, now: Date, limit: number, extra?: SQL) => {
  const due = tx.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.state, ['pending']), lte(outbox.runAt, now), extra))
    .orderBy(asc(outbox.runAt))
    .limit(limit)
  const rows = tx.engine === 'sqlite' ? await due : await due.for('update', { skipLocked: true })
  return rows.map((row) => row.id)
}

/** Rows whose worker died: running, and past their lock. */
export const pickStale = async (tx: Tx, outbox: Outbox, now: Date, limit: number) => {
  const stale = tx.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'running'), lte(outbox.lockedUntil, now)))
    .limit(limit)
  const rows = tx.engine === 'sqlite' ? await stale : await stale.for('update', { skipLocked: true })
  return rows.map((row) => row.id)
}
