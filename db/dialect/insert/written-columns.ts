import { Column, getTableColumns } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'

/** A column as a statement of our own names it and writes to it. */
export interface WrittenColumn {
  key: string
  /** In quotes. */
  name: string
  /** How a value is written; null where the driver takes it as it is. */
  encode: ((value: unknown) => unknown) | null
}

/** The columns of a table, in order. */
export const writtenColumns = (table: PgTable): WrittenColumn[] =>
  Object.entries(getTableColumns(table) as Record<string, Column>).map(([key, column]) => ({
    key,
    name: `"${column.keyAsName ? toSnakeCase(column.name) : column.name}"`,
    encode:
      column.mapToDriverValue === Column.prototype.mapToDriverValue ? null : (value) => column.mapToDriverValue(value),
  }))

/** A value as the driver takes it. */
export const written = ({ encode }: WrittenColumn, value: unknown): unknown =>
  value === undefined || value === null ? null : encode ? encode(value) : value
