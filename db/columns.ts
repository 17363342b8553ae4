import * as pg from 'drizzle-orm/pg-core'
import * as sl from 'drizzle-orm/sqlite-core'

/** The column vocabulary. PostgreSQL's types are canonical; every table is written in these words only. */
export const postgresColumns = {
  table: pg.pgTable,
  /** A prefixed random id, made by `Ids`. */
  id: () => pg.text().primaryKey(),
  /** A number that grows with every row; gaps are allowed. */
  serial: () => pg.bigserial({ mode: 'number' }).primaryKey(),
  text: () => pg.text(),
  int: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  bool: () => pg.boolean(),
  /** A moment, millisecond precision as JavaScript dates have, so that keyset pages may compare for equality. */
  instant: () => pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  json: <T>() => pg.jsonb().$type<T>(),
  unique: (name: string) => pg.uniqueIndex(name),
  index: (name: string) => pg.index(name),
}
export type Columns = typeof postgresColumns

const sqlite = {
  table: sl.sqliteTable,
  id: () => sl.text().primaryKey(),
  serial: () => sl.integer({ mode: 'number' }).primaryKey({ autoIncrement: true }),
  text: () => sl.text(),
  int: () => sl.integer(),
  real: () => sl.real(),
  bool: () => sl.integer({ mode: 'boolean' }),
  instant: () => sl.integer({ mode: 'timestamp_ms' }),
  json: <T>() => sl.text({ mode: 'json' }).$type<T>(),
  unique: (name: string) => sl.uniqueIndex(name),
  index: (name: string) => sl.index(name),
} satisfies Record<keyof Columns, unknown>

/** The one cast between engines: each builder yields the same TypeScript value, and only a SQLite connection ever sees these. */
export const sqliteColumns = sqlite as unknown as Columns
