import { and, asc, eq, lte } from 'drizzle-orm'
import type { Tx } from '../../db.ts'

type Outbox = Tx['t']['outbox']

/**
 * Picks due outbox rows of a topic for this worker. On PostgreSQL rows that another worker holds are skipped
 * (`FOR UPDATE SKIP LOCKED`); on SQLite the writer is alone anyway.
 */
export const pickDue = async (tx: Tx, outbox: Outbox, topic: string, now: Date, limit: number) => {
  const due = tx.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'pending'), eq(outbox.topic, topic), lte(outbox.runAt, now)))
    .orderBy(asc(outbox.runAt))
    .limit(limit)
  const rows = tx.engine === 'sqlite' ? await due : await due.for('update', { skipLocked: true })
  return rows.map((row) => row.id)
}

/** Rows whose worker died: running, and past their lock. */
export const pickStale = async (tx: Tx, outbox: Outbox, topic: string, now: Date, limit: number) => {
  const stale = tx.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'running'), eq(outbox.topic, topic), lte(outbox.lockedUntil, now)))
    .limit(limit)
  const rows = tx.engine === 'sqlite' ? await stale : await stale.for('update', { skipLocked: true })
  return rows.map((row) => row.id)
}
