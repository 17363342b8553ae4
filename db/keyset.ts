import { asc, desc, sql, type AnyColumn, type SQL } from 'drizzle-orm'

/** The row after which a keyset page goes on: its moment and its id. */
export interface After {
  at: Date
  id: string
}

/** From old to new, or from new to old. */
export type Direction = 'ascending' | 'descending'

/** A value as its column stores it; another column as it stands. */
const stored = (value: Date | string | AnyColumn, column: AnyColumn) =>
  typeof value === 'string' || value instanceof Date ? sql.param(value, column) : value

/**
 * The condition that a row comes after another in the order of a moment and, among equals, the id; undefined on the first page. The two are
 * compared as one, so that an index leads to the row itself, however far from the first and among however many of one moment.
 */
export const beyond = (
  at: AnyColumn,
  id: AnyColumn,
  direction: Direction,
  after: { at: Date | AnyColumn; id: string | AnyColumn } | null,
): SQL | undefined => {
  if (after === null) return undefined
  const past = sql.raw(direction === 'ascending' ? '>' : '<')
  return sql`(${at}, ${id}) ${past} (${stored(after.at, at)}, ${stored(after.id, id)})`
}

/** The order that `beyond` goes by. */
export const inOrder = (at: AnyColumn, id: AnyColumn, direction: Direction): [SQL, SQL] =>
  direction === 'ascending' ? [asc(at), asc(id)] : [desc(at), desc(id)]
