import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db.ts'

/** Raw execution is hidden from verbs; this file is one of the few that may use it. */
const raw = (tx: Tx) => tx.q as unknown as PgDatabase<PgQueryResultHKT>

/**
 * Keeps everybody else who asks for the same key waiting until the transaction ends: for a rule over several rows, of which none could be
 * locked alone. SQLite has one writer and needs nothing. Two keys of equal hash wait for each other, which costs time only.
 */
export const lockKey = async (tx: Tx, key: string) => {
  if (tx.engine === 'sqlite') return
  await raw(tx).execute(sql`select pg_advisory_xact_lock(311000003, hashtext(${key}))`)
}

/** What a citizen said becomes one ticket, whether an agent, the citizen or the clock decides first. Before a ticket is opened or touched for it. */
export const lockContacts = async (tx: Tx, ids: readonly string[]) => {
  for (const id of ids.toSorted()) await lockKey(tx, `contact:${id}`)
}
