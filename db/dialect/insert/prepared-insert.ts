import type { Statement } from 'better-sqlite3'
import { Column, getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'
import { insertBuilt, type InsertRows } from './built-insert.ts'
import { writerOf } from './raw-writer.ts'

interface Prepared {
  keys: string[]
  /** How a column's value is written; null where the driver takes it as it is. */
  encoders: (((value: unknown) => unknown) | null)[]
  insert: Statement
  insertNew: Statement
}

const prepared = new WeakMap<object, Map<PgTable, Prepared>>()

/** A row by the names of its columns. */
const byName = (row: object) => row as Readonly<Record<string, unknown>>

const prepare = (writer: NonNullable<ReturnType<typeof writerOf>>, table: PgTable): Prepared => {
  const columns = Object.entries(getTableColumns(table) as Record<string, Column>)
  const names = columns.map(([, column]) => `"${column.keyAsName ? toSnakeCase(column.name) : column.name}"`).join(', ')
  const values = columns.map(() => '?').join(', ')
  const target = `into "${getTableName(table)}" (${names}) values (${values})`
  return {
    keys: columns.map(([key]) => key),
    encoders: columns.map(([, column]) =>
      column.mapToDriverValue === Column.prototype.mapToDriverValue ? null : (value) => column.mapToDriverValue(value),
    ),
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
  const { keys, encoders } = ready
  const statement = options.conflicts === 'skip' ? ready.insertNew : ready.insert
  let count = 0
  for (const row of rows) {
    const given = byName(row)
    const values: unknown[] = []
    for (let i = 0; i < keys.length; i++) {
      const value = given[keys[i] ?? '']
      const encode = encoders[i]
      values.push(value === undefined || value === null ? null : encode ? encode(value) : value)
    }
    count += statement.run(values).changes
  }
  return count
}
