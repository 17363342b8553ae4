import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Read } from '../../db.ts'

/** Rows whose normalised search column contains `needle`; case, width and traditional writing are settled by `searchable` before storing. */
export const containsText = (db: Pick<Read, 'engine'>, column: AnyColumn | SQL, needle: string): SQL =>
  db.engine === 'sqlite' ? sql`instr(${column}, ${needle}) > 0` : sql`position(${needle} in ${column}) > 0`
