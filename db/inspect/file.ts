import Database from 'better-sqlite3'

/** What a database holds, as far as one must know before it is touched. */
export interface Held {
  tables: ReadonlySet<string>
  /** When the newest migration it knows was made, ms since the epoch; null when it knows none. */
  newest: number | null
}

/** Looks into a SQLite file without changing anything, for it may not be ours. Throws what the engine says. */
export const lookAtFile = (file: string): Held => {
  const database = new Database(file, { readonly: true })
  try {
    const names = database.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all()
    const tables = new Set(names.map(({ name }) => name))
    const known = tables.has('__drizzle_migrations')
      ? database.prepare<[], { at: number | null }>('select max(created_at) at from __drizzle_migrations').get()
      : undefined
    return { tables, newest: known?.at ?? null }
  } finally {
    database.close()
  }
}

/** Where a SQLite file keeps the number that programs may set (`user_version`): in its first page, from this byte on. */
const markAt = 60

/** The mark in the first bytes of a file, read without the engine: opening a database would already take its `-wal` in. */
export const markIn = (head: Buffer): number | null => (head.length < markAt + 4 ? null : head.readUInt32BE(markAt))

/** Gives a SQLite file a new mark, in its own first page and not in a `-wal`. Throws what the engine says. */
export const markFile = (file: string): number => {
  const mark = 1 + Math.floor(Math.random() * 0x7fff_fffe)
  const database = new Database(file)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma(`user_version = ${mark}`)
    database.pragma('wal_checkpoint(TRUNCATE)')
    return mark
  } finally {
    database.close()
  }
}
