import { and, asc, count, eq, inArray, lte, min, sql } from 'drizzle-orm'
import type { Db, Read, Tx } from '../../db/db.ts'
import { pickDue, pickStale } from '../../db/dialect/claim/due-jobs.ts'
import { preparedQuery } from '../../db/dialect/prepared/prepared-query.ts'
import { deleteOldest, type Sweep } from '../../db/sweep.ts'
import type { Outcome } from './outbox.types.ts'

/** A promised effect as stored: its topic, what to do, how often it was tried, and what became of it. */
export type Job = Db['t']['outbox']['$inferSelect']

/** Takes up to `limit` due jobs of a topic for `lockMs`; each try counts from the moment it is taken. */
export const claimDue = async (db: Db, topic: string, now: Date, lockMs: number, limit: number): Promise<Job[]> => {
  const next = await nextRunAt(db, topic)
  // Most looks find nothing: they cost a read, not a write transaction.
  if (next === null || next > now) return []
  return db.tx(async (tx) => {
    const ids = await pickDue(tx, tx.t.outbox, topic, now, limit)
    if (ids.length === 0) return []
    const { outbox } = tx.t
    return tx.q
      .update(outbox)
      .set({ state: 'running', attempts: sql`${outbox.attempts} + 1`, lockedUntil: new Date(now.getTime() + lockMs) })
      .where(and(inArray(outbox.id, ids), eq(outbox.state, 'pending')))
      .returning()
  })
}

const firstStale = preparedQuery((db: Read, { topic, now }: { topic: string; now: Date }) => {
  const { outbox } = db.t
  return db.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'running'),
        eq(outbox.topic, topic),
        lte(outbox.lockedUntil, sql.param(now, outbox.lockedUntil)),
      ),
    )
    .limit(1)
})

/** Jobs of a worker that died: repeatable ones go back to the queue, the others become `unknown`. */
export const releaseStale = async (db: Db, topic: string, now: Date, repeatable: boolean) => {
  const [stale] = await firstStale(db, { topic, now })
  if (!stale) return
  await db.tx(async (tx) => {
    const ids = await pickStale(tx, tx.t.outbox, topic, now, 100)
    if (ids.length === 0) return
    const change = repeatable
      ? { state: 'pending' as const, runAt: now }
      : { state: 'unknown' as const, error: 'the worker ended before the answer', doneAt: now }
    await tx.q
      .update(tx.t.outbox)
      .set({ ...change, lockedUntil: null })
      .where(inArray(tx.t.outbox.id, ids))
      .returning({ id: tx.t.outbox.id })
  })
}

const settle = preparedQuery(
  (tx: Tx, given: { id: string; state: Exclude<Outcome['state'], 'retry'>; at: Date; error: string | null }) =>
    tx.q
      .update(tx.t.outbox)
      .set({ state: given.state, doneAt: given.at, error: sql`${given.error}`, lockedUntil: null })
      .where(eq(tx.t.outbox.id, given.id))
      .returning({ id: tx.t.outbox.id }),
)

const putBack = preparedQuery((tx: Tx, given: { id: string; runAt: Date; error: string }) =>
  tx.q
    .update(tx.t.outbox)
    .set({ state: 'pending', runAt: given.runAt, error: given.error, lockedUntil: null })
    .where(eq(tx.t.outbox.id, given.id))
    .returning({ id: tx.t.outbox.id }),
)

/** Notes what became of a try. A retry without a time was the last one: the effect has failed. */
export const finish = (db: Db, id: string, outcome: Outcome, now: Date, retryAt: Date | null) =>
  db.tx(async (tx) => {
    if (outcome.state === 'done') await settle(tx, { id, state: 'done', at: now, error: null })
    else if (outcome.state === 'retry' && retryAt) await putBack(tx, { id, runAt: retryAt, error: outcome.error })
    else
      await settle(tx, { id, state: outcome.state === 'unknown' ? 'unknown' : 'failed', at: now, error: outcome.error })
  })

const nextDue = preparedQuery((db: Read, { topic }: { topic: string }) => {
  const { outbox } = db.t
  return db.q
    .select({ runAt: outbox.runAt })
    .from(outbox)
    .where(and(eq(outbox.state, 'pending'), eq(outbox.topic, topic)))
    .orderBy(asc(outbox.runAt))
    .limit(1)
})

/** When the next pending job of a topic is due; null when none waits. */
export const nextRunAt = async (db: Db, topic: string) => {
  const [row] = await nextDue(db, { topic })
  return row?.runAt ?? null
}

/** Effects that are not done yet, by topic, and when the oldest of them was promised. */
export const countWaiting = (db: Db) => {
  const { outbox } = db.t
  return db.q
    .select({ topic: outbox.topic, count: count(), since: min(outbox.createdAt) })
    .from(outbox)
    .where(inArray(outbox.state, ['pending', 'running']))
    .groupBy(outbox.topic)
    .execute()
}

/** Forgets effects that were done, given up or unknown long ago; what waits or is held has no end yet. */
export const sweepEffects: Sweep = (tx, asked) => {
  const { outbox } = tx.t
  return deleteOldest(tx, asked, { table: outbox, key: outbox.id, at: outbox.doneAt })
}
