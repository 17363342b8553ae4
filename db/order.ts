import { asc, desc, sql, type AnyColumn, type SQL } from 'drizzle-orm'

/** Ascending with nulls last on both engines (they differ by default). */
export const ascNullsLast = (column: AnyColumn): SQL => sql`${asc(column)} nulls last`

/** Descending with nulls last on both engines. */
export const descNullsLast = (column: AnyColumn): SQL => sql`${desc(column)} nulls last`
