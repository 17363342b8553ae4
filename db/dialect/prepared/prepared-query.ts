import { sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db.ts'

/** What may change from run to run. Null only where the value meets SQL as it is: a comparison or an expression, never a column that converts. */
type Value = string | number | Date | null

interface Prepared<Row> {
  execute(values?: Record<string, unknown>): Promise<Row[]>
}
interface Query<Row> extends Prepared<Row> {
  prepare(name: string): Prepared<Row>
}

/** On SQLite a builder sees a placeholder where a value will stand; it only passes them on to the query builder, which takes either. */
const placeholders = <Values extends Record<string, Value>>(values: Values) =>
  Object.fromEntries(Object.keys(values).map((name) => [name, sql.placeholder(name)])) as unknown as Values

/**
 * A query of the hot paths, built once for each SQLite connection and then only run: building one anew costs ten times the running.
 * PostgreSQL, whose transactions each have a connection of their own, builds it every time. `build` must shape the query by the
 * names alone, never by a value, and every run gives the same names. A moment that is compared with a column must be told how it is
 * written: `lte(column, sql.param(moment, column))`; in `set` and `values` the builder does so by itself.
 */
export const preparedQuery = <Source extends Read | Tx, Values extends Record<string, Value>, Row>(
  build: (db: Source, values: Values) => Query<Row>,
) => {
  const prepared = new WeakMap<Source['q'], Prepared<Row>>()
  return async (db: Source, values: Values): Promise<Row[]> => {
    if (db.engine !== 'sqlite') return build(db, values).execute()
    const { q } = db
    let query = prepared.get(q)
    if (!query) prepared.set(q, (query = build(db, placeholders(values)).prepare('')))
    return query.execute(values)
  }
}
