import { and, asc, count, eq, inArray, min } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { holdKey } from '../../vocabulary/operations.ts'

/** Effects that waited, or were being done, become held. Answers how many. */
export const holdWaiting = async (tx: Tx): Promise<number> => {
  const { outbox } = tx.t
  const rows = await tx.q
    .update(outbox)
    .set({ state: 'held', lockedUntil: null })
    .where(inArray(outbox.state, ['pending', 'running']))
    .returning({ id: outbox.id })
  return rows.length
}

/** Since when effects are held, and the backup they come from; null when nothing is. */
export interface Hold {
  since: string
  backupAt: string
}

/** The hold that stands; null when none does. */
export const findHold = async (db: Read): Promise<Hold | null> => {
  const { setting } = db.t
  const [row] = await db.q.select({ value: setting.value }).from(setting).where(eq(setting.key, holdKey))
  return row ? (row.value as Hold) : null // written by `beginHold`
}

/** Lets a hold stand; a second restore replaces the first. */
export const beginHold = async (tx: Tx, hold: Hold, at: Date, by: string): Promise<void> => {
  await endHold(tx)
  await tx.q.insert(tx.t.setting).values({ key: holdKey, value: hold, updatedAt: at, updatedBy: by })
}

/** Ends the hold, if one stands. */
export const endHold = async (tx: Tx): Promise<void> => {
  await tx.q.delete(tx.t.setting).where(eq(tx.t.setting.key, holdKey))
}

/** How many effects of each topic are held, and since when the oldest was promised. */
export const countHeld = (db: Read) => {
  const { outbox } = db.t
  return db.q
    .select({ topic: outbox.topic, count: count(), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(eq(outbox.state, 'held'))
    .groupBy(outbox.topic)
    .orderBy(asc(outbox.topic))
}

/** The first held effects, in the order in which they were promised. */
export const selectHeld = (db: Read, limit: number) => {
  const { outbox } = db.t
  return db.q
    .select({ id: outbox.id, topic: outbox.topic, payload: outbox.payload, createdAt: outbox.createdAt })
    .from(outbox)
    .where(eq(outbox.state, 'held'))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(limit)
}
export type HeldEffect = Awaited<ReturnType<typeof selectHeld>>[number]

/** Which of the held effects. */
export type Which = { ids: readonly string[] } | { topic: string } | { all: true }

/**
 * Decides on held effects: `pending` goes out at the worker's next turn, `unknown` never does, for it may have gone out before the restore.
 * Answers the ids of those that were still held.
 */
export const decideHeld = async (tx: Tx, which: Which, to: 'pending' | 'unknown', now: Date): Promise<string[]> => {
  const { outbox } = tx.t
  const rows = await tx.q
    .update(outbox)
    .set(
      to === 'pending'
        ? { state: to, runAt: now }
        : { state: to, doneAt: now, error: 'held after a restore, and not to go out again' },
    )
    .where(
      and(
        eq(outbox.state, 'held'),
        'ids' in which ? inArray(outbox.id, [...which.ids]) : undefined,
        'topic' in which ? eq(outbox.topic, which.topic) : undefined,
      ),
    )
    .returning({ id: outbox.id })
  return rows.map(({ id }) => id)
}
