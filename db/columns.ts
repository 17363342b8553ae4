import * as pg from 'drizzle-orm/pg-core'
import * as sl from 'drizzle-orm/sqlite-core'

/** Reads one of a list of words; anything else in the column is damage, and no value to go on with. */
const oneOf = <const Words extends readonly string[]>(words: Words) => {
  const known: ReadonlyMap<string, Words[number]> = new Map(words.map((word) => [word, word]))
  return (value: string): Words[number] => {
    const word = known.get(value)
    if (word === undefined) throw new Error(`a column of ${words.join(', ')} holds something else`)
    return word
  }
}

/** The column vocabulary. PostgreSQL's types are canonical; every table is written in these words only. */
export const postgresColumns = {
  table: pg.pgTable,
  /** A prefixed random id, made by `Ids`. */
  id: () => pg.text().primaryKey(),
  /** A number that grows with every row; gaps are allowed. */
  serial: () => pg.bigserial({ mode: 'number' }).primaryKey(),
  text: () => pg.text(),
  /** One of a few words; a row that holds another is not read. */
  listed: <const Words extends readonly string[]>(words: Words) =>
    pg.customType<{ data: Words[number]; driverData: string }>({ dataType: () => 'text', fromDriver: oneOf(words) })(),
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
  listed: <const Words extends readonly string[]>(words: Words) =>
    sl.customType<{ data: Words[number]; driverData: string }>({ dataType: () => 'text', fromDriver: oneOf(words) })(),
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
