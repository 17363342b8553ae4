import { and, asc, desc, eq, gt, lt, or, type AnyColumn, type SQL } from 'drizzle-orm'

/** The row after which a keyset page goes on: its moment and its id. */
export interface After {
  at: Date
  id: string
}

/** From old to new, or from new to old. */
export type Direction = 'ascending' | 'descending'

/** The condition that a row comes after another in the order of a moment and, among equals, the id; undefined on the first page. */
export const beyond = (
  at: AnyColumn,
  id: AnyColumn,
  direction: Direction,
  after: { at: Date | AnyColumn; id: string | AnyColumn } | null,
): SQL | undefined => {
  if (after === null) return undefined
  const past = direction === 'ascending' ? gt : lt
  return or(past(at, after.at), and(eq(at, after.at), past(id, after.id)))
}

/** The order that `beyond` goes by. */
export const inOrder = (at: AnyColumn, id: AnyColumn, direction: Direction): [SQL, SQL] =>
  direction === 'ascending' ? [asc(at), asc(id)] : [desc(at), desc(id)]
