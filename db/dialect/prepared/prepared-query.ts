import { sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
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

/** Shapes kept for each query and connection, those used last. */
const keptShapes = 200

/**
 * The same for a query that has several shapes (who asks, how many are asked for): one is built for each `keyOf(shape)`. Whatever else `build`
 * takes from the shape must stand in the key.
 */
export const preparedByShape = <Source extends Read | Tx, Shape, Values extends Record<string, Value>, Row>(
  keyOf: (shape: Shape) => string | number,
  build: (db: Source, shape: Shape, values: Values) => Query<Row>,
) => {
  const prepared = new WeakMap<Source['q'], LRUCache<string | number, Prepared<Row>>>()
  return async (db: Source, shape: Shape, values: Values): Promise<Row[]> => {
    if (db.engine !== 'sqlite') return build(db, shape, values).execute()
    const { q } = db
    let shapes = prepared.get(q)
    if (!shapes) prepared.set(q, (shapes = new LRUCache({ max: keptShapes })))
    const key = keyOf(shape)
    let query = shapes.get(key)
    if (!query) shapes.set(key, (query = build(db, shape, placeholders(values)).prepare('')))
    return query.execute(values)
  }
}

/** Values of a list of one length by names of their own, and the list back out of them: for `preparedByShape` by that length. */
export const listed = {
  values: (list: readonly string[]): Record<string, string> =>
    Object.fromEntries(list.map((value, at) => [`n${at}`, value])),
  list: (values: Readonly<Record<string, string>>): string[] => Object.values(values),
}
