import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Schema } from './schema/index.ts'

type Full = PgDatabase<PgQueryResultHKT>
type ReadQueries = Pick<Full, 'select' | 'selectDistinct' | '$count'>
type WriteQueries = Pick<Full, keyof ReadQueries | 'insert' | 'update' | 'delete'>

export type Engine = 'sqlite' | 'postgres'

/** What a read needs: the tables and the read half of the query builder. */
export interface Read {
  readonly engine: Engine
  readonly t: Schema
  readonly q: ReadQueries
}

/** What a write needs: only a transaction has it, so a write outside one does not compile. */
export interface Tx {
  readonly engine: Engine
  readonly t: Schema
  readonly q: WriteQueries
  /**
   * Runs at the end of the transaction, in order, still inside it: for locks that must be held only for a moment, and taken last. `first`: before
   * those, for what is only to be done once.
   */
  beforeCommit(run: () => Promise<void>, turn?: 'first' | 'last'): void
  /** Runs after the commit, in order; not at all after a rollback. For waking workers, never for promised effects. */
  afterCommit(run: () => void): void
}

/** A database as an engine makes it; `guard` adds the end of the transaction. */
export interface EngineDb extends Omit<Db, 'tx'> {
  tx<T>(work: (tx: Omit<Tx, 'beforeCommit'>) => Promise<T>): Promise<T>
}

/** How busy the readers of a class are. */
export interface ReadLoad {
  class: 'lists' | 'reports'
  running: number
  waiting: number
}

/** The database: committed reads, and transactions. */
export interface Db extends Read {
  /** For lists, searches and counts: read beside the event loop, within seconds, and given up with whoever asked (`forAsker`). Throws `ReadRefused`. */
  readonly lists: Read
  /** For reports and exports, which may take longer and must not take the lists' turn. Throws `ReadRefused`. */
  readonly reports: Read
  /**
   * Runs `work` in one transaction: all of it or nothing. No network call and no sleep inside.
   * A nested call throws; reading through the outer `Db` inside throws; the `Tx` dies with its callback.
   */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Hears that another process committed live events (PostgreSQL only; SQLite is one process). */
  onNotify(listener: () => void): () => void
  /** What is read beside the event loop now; nothing where there is no such reader. */
  load(): readonly ReadLoad[]
  close(): Promise<void>
}
