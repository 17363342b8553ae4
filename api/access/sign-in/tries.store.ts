import { eq, inArray, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { deleteOldest, type Sweep } from '../../../db/sweep.ts'

/** When nothing is owed any more under each of some keys, ms since the epoch; keys that owe nothing are missing. */
export const findDebts = async (db: Read, keys: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { signInDebt } = db.t
  const rows = await db.q
    .select()
    .from(signInDebt)
    .where(inArray(signInDebt.key, [...keys]))
  return new Map(rows.map(({ key, paidAt }) => [key, paidAt]))
}

/** Adds `ms` to what is owed under a key; several servers that do so at once all count. */
export const addDebt = async (tx: Tx, key: string, ms: number, now: number) => {
  const { signInDebt: debt } = tx.t
  await tx.q
    .insert(debt)
    .values({ key, paidAt: now + ms })
    .onConflictDoUpdate({
      target: debt.key,
      set: { paidAt: sql`case when ${debt.paidAt} > ${now} then ${debt.paidAt} else ${now} end + ${ms}` },
    })
    .returning({ key: debt.key })
}

/** Nothing is owed any more under a key. */
export const removeDebt = async (tx: Tx, key: string) => {
  await tx.q.delete(tx.t.signInDebt).where(eq(tx.t.signInDebt.key, key)).returning({ key: tx.t.signInDebt.key })
}

/** Forgets what is paid off. */
export const sweepDebts: Sweep = (tx, asked) => {
  const { signInDebt } = tx.t
  return deleteOldest(tx, asked, {
    table: signInDebt,
    key: signInDebt.key,
    at: signInDebt.paidAt,
    than: asked.before.getTime(),
  })
}

/** Which of some places an account was signed in to from. */
export const findKnownPlaces = async (db: Read, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const { signInPlace } = db.t
  const rows = await db.q
    .select({ key: signInPlace.key })
    .from(signInPlace)
    .where(inArray(signInPlace.key, [...keys]))
  return new Set(rows.map(({ key }) => key))
}

/** Notes that an account was signed in to from a place. */
export const rememberPlace = async (tx: Tx, key: string, lastAt: Date) => {
  const { signInPlace } = tx.t
  await tx.q
    .insert(signInPlace)
    .values({ key, lastAt })
    .onConflictDoUpdate({ target: signInPlace.key, set: { lastAt } })
    .returning({ key: signInPlace.key })
}

/** Forgets places that were not used for long. */
export const sweepPlaces: Sweep = (tx, asked) => {
  const { signInPlace } = tx.t
  return deleteOldest(tx, asked, { table: signInPlace, key: signInPlace.key, at: signInPlace.lastAt })
}
