import Database from 'better-sqlite3'

/** Texts that share a flush, as in the product under load. */
const together = 32

/** A stored row by the names of its columns, as the driver gives it. */
type Row = Record<string, unknown>

const tablesOf = (db: Database.Database) =>
  db
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'`,
    )
    .all()
    .map(({ name }) => name)

const lastRow = (db: Database.Database, table: string) =>
  db.prepare<[], { last: number | null }>(`select max(rowid) as last from "${table}"`).get()?.last ?? 0

/** Where each table ends now, by name. */
export const endsOf = (file: string): Map<string, number> => {
  const db = new Database(file, { readonly: true })
  const ends = new Map(tablesOf(db).map((table) => [table, lastRow(db, table)]))
  db.close()
  return ends
}

/**
 * Takes out the rows that were added since and writes the same ones again by bare prepared statements, as many texts to a flush as the
 * product has: what the rows themselves cost, without any program. Answers rows written and milliseconds.
 */
export const writeAgain = (file: string, ends: Map<string, number>, texts: number): { rows: number; ms: number } => {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -24000')
  const tables = [...ends].flatMap(([table, end]) => {
    const rows = db.prepare<[number], Row>(`select * from "${table}" where rowid > ? order by rowid`).all(end)
    db.prepare(`delete from "${table}" where rowid > ?`).run(end)
    const [first] = rows
    if (!first) return []
    const names = Object.keys(first)
    const insert = db.prepare(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
    )
    return [{ insert, rows: rows.map((row) => Object.values(row)) }]
  })
  const groups = Math.ceil(texts / together)
  const writeGroup = db.transaction((group: number) => {
    for (const { insert, rows } of tables) {
      const share = rows.length / groups
      for (const row of rows.slice(Math.round(group * share), Math.round((group + 1) * share))) insert.run(row)
    }
  })
  const start = performance.now()
  for (let group = 0; group < groups; group++) writeGroup.immediate(group)
  const ms = performance.now() - start
  db.close()
  return { rows: tables.reduce((sum, { rows }) => sum + rows.length, 0), ms }
}
