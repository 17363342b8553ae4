import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db.ts'

/** Raw execution is hidden from verbs; this file is one of the few that may use it. */
const raw = (tx: Tx) => tx.q as unknown as PgDatabase<PgQueryResultHKT>

/**
 * Makes live events commit in the order of their numbers, so that a reader who has seen number n has seen all before it.
 * SQLite has one writer and needs nothing; PostgreSQL holds a lock from the first event to the commit, and tells other processes.
 */
export const lockStream = async (tx: Tx) => {
  if (tx.engine === 'sqlite') return
  await raw(tx).execute(sql`select pg_advisory_xact_lock(311000002)`)
  await raw(tx).execute(sql`notify yixian_live`)
}
