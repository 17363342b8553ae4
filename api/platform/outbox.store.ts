import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import type { Db } from '../../db/db.ts'
import { pickDue, pickStale } from '../../db/dialect/claim/due-jobs.ts'
import type { Outcome } from './outbox.ts'

export type Job = Db['t']['outbox']['$inferSelect']

/** Takes up to 20 due jobs for `lockMs`; each try counts from the moment it is taken. */
export const claimDue = (db: Db, now: Date, lockMs: number) =>
  db.tx(async (tx) => {
    const ids = await pickDue(tx, tx.t.outbox, now, 20)
    if (ids.length === 0) return []
    const rows = await tx.q.select().from(tx.t.outbox).where(inArray(tx.t.outbox.id, ids)).orderBy(asc(tx.t.outbox.runAt), asc(tx.t.outbox.id))
    const taken: Job[] = []
    for (const row of rows) {
      const [job] = await tx.q
        .update(tx.t.outbox)
        .set({ state: 'running', attempts: row.attempts + 1, lockedUntil: new Date(now.getTime() + lockMs) })
        .where(and(eq(tx.t.outbox.id, row.id), eq(tx.t.outbox.state, 'pending')))
        .returning()
      if (job) taken.push(job)
    }
    return taken
  })

/** Jobs of a worker that died: repeatable ones go back to the queue, the others become `unknown`. */
export const releaseStale = (db: Db, now: Date, notRepeatable: ReadonlySet<string>) =>
  db.tx(async (tx) => {
    const ids = await pickStale(tx, tx.t.outbox, now, 100)
    if (ids.length === 0) return
    const once = [...notRepeatable]
    await tx.q.update(tx.t.outbox).set({ state: 'pending', runAt: now, lockedUntil: null })
      .where(and(inArray(tx.t.outbox.id, ids), once.length > 0 ? notInArray(tx.t.outbox.topic, once) : undefined)).returning({ id: tx.t.outbox.id })
    if (once.length > 0)
      await tx.q.update(tx.t.outbox).set({ state: 'unknown', error: 'the worker ended before the answer', lockedUntil: null, doneAt: now })
        .where(and(inArray(tx.t.outbox.id, ids), inArray(tx.t.outbox.topic, once))).returning({ id: tx.t.outbox.id })
  })

export const finish = (db: Db, id: string, outcome: Outcome, now: Date, retryAt: Date | null) =>
  db.tx(async (tx) => {
    const change =
      outcome.state === 'done'
        ? { state: 'done', doneAt: now, error: null }
        : outcome.state === 'retry' && retryAt
          ? { state: 'pending', runAt: retryAt, error: outcome.error }
          : { state: outcome.state === 'unknown' ? 'unknown' : 'failed', doneAt: now, error: outcome.error }
    await tx.q.update(tx.t.outbox).set({ ...change, lockedUntil: null }).where(eq(tx.t.outbox.id, id)).returning({ id: tx.t.outbox.id })
  })

/** When the next pending job is due; null when none waits. */
export const nextRunAt = async (db: Db) => {
  const [row] = await db.q.select({ runAt: db.t.outbox.runAt }).from(db.t.outbox).where(eq(db.t.outbox.state, 'pending')).orderBy(asc(db.t.outbox.runAt)).limit(1)
  return row?.runAt ?? null
}
