import Database from 'better-sqlite3'
import type { FillEngine, StoredRow } from './engine.types.ts'

const names = (rows: readonly StoredRow[]) => Object.keys(rows[0] ?? {})

/** A SQLite file, filled without a thought for power cuts. */
export const sqliteEngine = (file: string): FillEngine => {
  const db = new Database(file)
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -800000', 'temp_store = MEMORY'])
    db.pragma(pragma)
  // Sorting for an index may use the second processor.
  db.pragma('threads = 2')
  return {
    all: async (sql) => db.prepare(sql).all() as StoredRow[], // rows are objects by their columns' names
    run: async (sql) => void db.exec(sql),
    insert: async (table, rows) => {
      const columns = names(rows)
      const statement = db.prepare(
        `insert into "${table}" (${columns.map((name) => `"${name}"`).join(',')}) values (${columns.map(() => '?').join(',')})`,
      )
      db.transaction(() => {
        for (const row of rows) statement.run(...columns.map((name) => row[name]))
      })()
    },
    readMoment: (value) => Number(value),
    writeMoment: (ms) => ms,
    later: (moment, ms) => `${moment} + ${ms}`,
    json: (text) => text,
    dropIndexes: async (tables) => {
      const kept = db
        .prepare(
          `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${tables.map(() => '?').join(',')})`,
        )
        .all(...tables) as { name: string; sql: string }[] // the columns asked for
      for (const { name } of kept) db.exec(`drop index "${name}"`)
      return async () => {
        for (const { sql } of kept) db.exec(sql)
        db.exec('analyze')
      }
    },
    close: async () => {
      db.pragma('journal_mode = WAL')
      db.close()
    },
  }
}
