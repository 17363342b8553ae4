import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Db, EngineDb, Read, Tx } from './db.ts'
import { setWriter } from './dialect/insert/raw-writer.ts'
import { reuseStatements } from './dialect/insert/reuse-statements.ts'
import { guard, outsideTransaction } from './guard.ts'
import { migrationsFolder } from './migrations.ts'
import { openReaders } from './readers/open-readers.ts'
import { sqliteSchema } from './schema.sqlite.ts'

/** The one cast of the engine: better-sqlite3's query builder answers the same calls, its synchronous extras stay unseen. */
const asPostgres = (connection: Database.Database) =>
  drizzle(connection, { casing: 'snake_case' }) as unknown as Tx['q'] & Read['q']

interface Waiting {
  /** Runs in a savepoint of its own; what is left to tell the caller goes to `settled`. */
  run(settled: (() => void)[]): Promise<void>
  fail(error: unknown): void
}

/** How many waiting transactions share one disk flush at most. */
const groupSize = 64

/**
 * Opens a SQLite file: a query-only reader, and a private writer behind a queue. Waiting transactions are committed
 * together, one savepoint each, so that `synchronous=FULL` costs one flush for many; each caller hears only after the flush.
 * `bulk` flushes nothing until it is closed: only for filling a database that would be thrown away after a power cut. `readers`: lists and
 * reports are read by processes of their own, for a server that must not stand still meanwhile.
 */
export const openSqlite = (file: string, options: { bulk?: boolean; readers?: boolean } = {}): Db => {
  mkdirSync(dirname(file), { recursive: true })
  const writer = new Database(file)
  writer.pragma('journal_mode = WAL')
  writer.pragma(`synchronous = ${options.bulk ? 'OFF' : 'FULL'}`)
  writer.pragma('foreign_keys = ON')
  // Enough that a group of transactions never spills, and that a page is copied to the file once for many commits, not for each few.
  writer.pragma('cache_size = -24000')
  writer.pragma('wal_autocheckpoint = 8000')
  // What a savepoint may have to undo is kept in memory: by default it goes to a temporary file beyond 64 kB, for every text.
  writer.pragma('temp_store = MEMORY')
  writer.pragma('busy_timeout = 5000')
  migrate(drizzle(writer), { migrationsFolder: migrationsFolder('sqlite') })
  const reader = new Database(file)
  reader.pragma('query_only = ON')
  reader.pragma('busy_timeout = 5000')

  reuseStatements(reader)
  reuseStatements(writer)
  const readQueries = asPostgres(reader)
  const readers = options.readers ? openReaders(file) : null
  const read = (q: Read['q']): Read => ({ engine: 'sqlite', t: sqliteSchema, q })
  const writeQueries = asPostgres(writer)
  setWriter(writeQueries, writer)
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const commit = writer.prepare('COMMIT')
  const rollback = writer.prepare('ROLLBACK')
  const savepoint = writer.prepare('SAVEPOINT one')
  const release = writer.prepare('RELEASE one')
  const undo = writer.prepare('ROLLBACK TO one')

  const waiting: Waiting[] = []
  let draining: Promise<void> | null = null

  /** How many shared a flush lately. */
  let crowd = 0
  /**
   * Waits while more arrive: whoever just misses a flush would wait for a whole further one. A lone caller waits one turn of the event loop,
   * one in a crowd a millisecond, in which the requests under way get this far.
   */
  const gather = async () => {
    for (let before = 0; before < waiting.length && waiting.length < groupSize;) {
      before = waiting.length
      await new Promise((resolve) => (crowd >= 4 ? setTimeout(resolve, 1) : setImmediate(resolve)))
    }
  }

  const drain = async () => {
    while (waiting.length > 0) {
      await gather()
      const group = waiting.splice(0, groupSize)
      crowd = Math.max(group.length, crowd / 2)
      const settled: (() => void)[] = []
      try {
        begin.run()
        for (const one of group) await one.run(settled)
        commit.run()
      } catch (error) {
        if (writer.inTransaction) rollback.run()
        for (const one of group) one.fail(error)
        continue
      }
      for (const settle of settled) settle()
    }
    draining = null
  }

  const tx: EngineDb['tx'] = <T>(work: (tx: Omit<Tx, 'beforeCommit'>) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({
        fail: reject,
        run: async (settled) => {
          const after: (() => void)[] = []
          savepoint.run()
          try {
            const out = await work({
              engine: 'sqlite',
              t: sqliteSchema,
              q: writeQueries,
              afterCommit: (run) => after.push(run),
            })
            release.run()
            settled.push(() => {
              resolve(out)
              for (const run of after) run()
            })
          } catch (error) {
            // A full disk or a broken file ends the whole transaction; then the group fails, not one caller.
            if (!writer.inTransaction) throw error
            undo.run()
            release.run()
            settled.push(() => reject(error))
          }
        },
      })
      draining ??= outsideTransaction(drain)
    })

  return guard({
    engine: 'sqlite',
    t: sqliteSchema,
    q: readQueries,
    lists: read(readers?.lists ?? readQueries),
    reports: read(readers?.reports ?? readQueries),
    tx,
    onNotify: () => () => {},
    load: () => readers?.load() ?? [],
    close: async () => {
      await draining
      readers?.close()
      reader.close()
      writer.pragma('synchronous = FULL')
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  })
}
