import type Database from 'better-sqlite3'
import type { Tx } from '../../db.ts'

const writers = new WeakMap<Tx['q'], Database.Database>()

/** Told by the SQLite engine: the connection behind its writing query builder. */
export const setWriter = (queries: Tx['q'], connection: Database.Database) => {
  writers.set(queries, connection)
}

/** The connection behind a SQLite transaction; undefined on PostgreSQL. */
export const writerOf = (tx: Tx) => (tx.engine === 'sqlite' ? writers.get(tx.q) : undefined)
