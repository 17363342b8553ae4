import type { Statement } from 'better-sqlite3'
import { getTableColumns, getTableName, type Column } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db.ts'
import { writerOf } from './raw-writer.ts'

interface Prepared {
  columns: [key: string, column: Column][]
  insert: Statement
  insertNew: Statement
}

const prepared = new WeakMap<object, Map<PgTable, Prepared>>()

/**
 * Inserts rows on the paths every text and every verb takes. SQLite runs a statement prepared once for each table
 * (about twenty times cheaper than building the query anew); PostgreSQL gets one statement for all rows.
 * `conflicts: 'skip'` leaves out rows whose key is taken. Answers how many rows went in.
 */
export const insertRows = async <Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: Table['$inferInsert'][],
  options: { conflicts?: 'skip' } = {},
): Promise<number> => {
  if (rows.length === 0) return 0
  const writer = writerOf(tx)
  if (!writer) {
    const query = tx.q.insert(table).values(rows)
    const result = options.conflicts === 'skip' ? await query.onConflictDoNothing().returning() : await query.returning()
    return Array.isArray(result) ? result.length : 0
  }
  let tables = prepared.get(writer)
  if (!tables) prepared.set(writer, (tables = new Map<PgTable, Prepared>()))
  let statement = tables.get(table)
  if (!statement) {
    const columns = Object.entries(getTableColumns(table) as Record<string, Column>)
    const names = columns.map(([, column]) => `"${column.keyAsName ? toSnakeCase(column.name) : column.name}"`).join(', ')
    const values = columns.map(() => '?').join(', ')
    const target = `into "${getTableName(table)}" (${names}) values (${values})`
    statement = { columns, insert: writer.prepare(`insert ${target}`), insertNew: writer.prepare(`insert ${target} on conflict do nothing`) }
    tables.set(table, statement)
  }
  let count = 0
  for (const row of rows) {
    const values = statement.columns.map(([key, column]) => {
      const value: unknown = Reflect.get(row, key)
      return value === undefined || value === null ? null : column.mapToDriverValue(value)
    })
    count += (options.conflicts === 'skip' ? statement.insertNew : statement.insert).run(values).changes
  }
  return count
}
