import { and, gte, lt, type AnyColumn, type SQL } from 'drizzle-orm'

/** Rows whose path lies in the subtree of `path` (which ends by a slash); a plain range, so an index serves it on both engines. */
export const inSubtree = (column: AnyColumn, path: string): SQL => {
  const end = `${path.slice(0, -1)}0` // '0' follows '/' in byte order
  const range = and(gte(column, path), lt(column, end))
  if (!range) throw new Error('a range always has two ends')
  return range
}
