import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Read } from '../../db.ts'

/** Milliseconds from one instant column to another; null where either is. */
export const elapsedMs = (db: Pick<Read, 'engine'>, from: AnyColumn, to: AnyColumn): SQL<number> =>
  db.engine === 'sqlite' ? sql<number>`(${to} - ${from})` : sql<number>`(extract(epoch from (${to} - ${from})) * 1000)`

/** Whole hours since 1970 (UTC) of an instant column, to group by. */
export const hourOf = (db: Pick<Read, 'engine'>, column: AnyColumn): SQL<number> =>
  (db.engine === 'sqlite'
    ? sql<number>`(${column} / 3600000)`
    : sql<number>`floor(extract(epoch from ${column}) / 3600)`
  ).mapWith(Number)
