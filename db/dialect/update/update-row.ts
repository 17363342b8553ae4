import type { Statement } from 'better-sqlite3'
import { and, eq, getTableColumns, getTableName, sql, type Column } from 'drizzle-orm'
import type { PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db.ts'
import { writerOf } from '../insert/raw-writer.ts'
import { written, writtenColumns, type WrittenColumn } from '../insert/written-columns.ts'

/** Values by the names of their columns. */
type ByName = Readonly<Record<string, unknown>>

interface Prepared {
  set: WrittenColumn[]
  where: WrittenColumn[]
  update: Statement
}

const prepared = new WeakMap<object, Map<PgTable, Map<string, Prepared>>>()

const prepare = (
  writer: NonNullable<ReturnType<typeof writerOf>>,
  table: PgTable,
  names: readonly string[],
  keys: readonly string[],
): Prepared => {
  const columns = new Map(writtenColumns(table).map((column) => [column.key, column]))
  const some = (wanted: readonly string[]) =>
    wanted.map((key) => {
      const column = columns.get(key)
      if (!column) throw new Error(`${getTableName(table)} has no ${key}`)
      return column
    })
  const [set, where] = [some(names), some(keys)]
  const equal = (list: readonly WrittenColumn[], between: string) => list.map(({ name }) => `${name} = ?`).join(between)
  return {
    set,
    where,
    update: writer.prepare(`update "${getTableName(table)}" set ${equal(set, ', ')} where ${equal(where, ' and ')}`),
  }
}

/**
 * Changes the row that has these values (an id, and the version that was seen), and answers whether there was one. On SQLite by a statement prepared once
 * for each table and set of columns, past the query builder; on PostgreSQL the plain way. `undefined` leaves a column as it is.
 */
export const updateRow = async <Table extends PgTable>(
  tx: Tx,
  table: Table,
  where: Partial<Table['$inferSelect']>,
  change: PgUpdateSetSource<Table> & Partial<Table['$inferInsert']>,
): Promise<boolean> => {
  const [given, found]: [ByName, ByName] = [change, where]
  const names = Object.keys(given).filter((key) => given[key] !== undefined)
  const keys = Object.keys(found)
  const writer = writerOf(tx)
  if (!writer) {
    const columns = getTableColumns(table) as Record<string, Column>
    const conditions = keys.flatMap((key) => {
      const column = columns[key]
      return column ? [eq(column, found[key])] : []
    })
    const rows: unknown = await tx.q
      .update(table)
      .set(change)
      .where(and(...conditions))
      .returning({ one: sql`1` })
    return Array.isArray(rows) && rows.length > 0
  }
  let tables = prepared.get(writer)
  if (!tables) prepared.set(writer, (tables = new Map()))
  let shapes = tables.get(table)
  if (!shapes) tables.set(table, (shapes = new Map()))
  const shape = `${names.join()} ${keys.join()}`
  let ready = shapes.get(shape)
  if (!ready) shapes.set(shape, (ready = prepare(writer, table, names, keys)))
  const values = [
    ...ready.set.map((column) => written(column, given[column.key])),
    ...ready.where.map((column) => written(column, found[column.key])),
  ]
  return ready.update.run(values).changes > 0
}

/** A row after a change, as it is stored: what is `undefined` stays as it was. */
export const changed = <Row extends object>(before: Row, change: { [Key in keyof Row]?: Row[Key] | undefined }): Row =>
  Object.fromEntries([
    ...Object.entries(before),
    ...Object.entries(change).filter(([, value]) => value !== undefined),
  ]) as Row // the keys and values of a row
