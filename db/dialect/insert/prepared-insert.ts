import type { Statement } from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { insertBuilt, type InsertRows } from './built-insert.ts'
import { writerOf } from './raw-writer.ts'
import { written, writtenColumns, type WrittenColumn } from './written-columns.ts'

interface Prepared {
  columns: WrittenColumn[]
  insert: Statement
  insertNew: Statement
}

const prepared = new WeakMap<object, Map<PgTable, Prepared>>()

/** A row by the names of its columns. */
const byName = (row: object) => row as Readonly<Record<string, unknown>>

const prepare = (writer: NonNullable<ReturnType<typeof writerOf>>, table: PgTable): Prepared => {
  const columns = writtenColumns(table)
  const names = columns.map(({ name }) => name).join(', ')
  const values = columns.map(() => '?').join(', ')
  const target = `into "${getTableName(table)}" (${names}) values (${values})`
  return {
    columns,
    insert: writer.prepare(`insert ${target}`),
    insertNew: writer.prepare(`insert ${target} on conflict do nothing`),
  }
}

/**
 * The quick way on SQLite: a statement prepared once for each table and run for each row, past the query builder. Where the transaction
 * has no connection of its own to prepare it on, as on PostgreSQL, rows go the plain way.
 */
export const insertPrepared: InsertRows = async (tx, table, rows, options = {}) => {
  const writer = writerOf(tx)
  if (!writer) return insertBuilt(tx, table, rows, options)
  let tables = prepared.get(writer)
  if (!tables) prepared.set(writer, (tables = new Map<PgTable, Prepared>()))
  let ready = tables.get(table)
  if (!ready) tables.set(table, (ready = prepare(writer, table)))
  const statement = options.conflicts === 'skip' ? ready.insertNew : ready.insert
  let count = 0
  for (const row of rows) {
    const given = byName(row)
    count += statement.run(ready.columns.map((column) => written(column, given[column.key]))).changes
  }
  return count
}
