import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db.ts'

/** Puts rows into a table and answers how many went in; `conflicts: 'skip'` leaves out rows whose key is taken. */
export type InsertRows = <Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: Table['$inferInsert'][],
  options?: { conflicts?: 'skip' },
) => Promise<number>

/** The plain way, right on both engines: the query builder's one statement for all rows. */
export const insertBuilt: InsertRows = async (tx, table, rows, options = {}) => {
  if (rows.length === 0) return 0
  const query = tx.q.insert(table).values(rows)
  const result = options.conflicts === 'skip' ? await query.onConflictDoNothing().returning() : await query.returning()
  return Array.isArray(result) ? result.length : 0
}
