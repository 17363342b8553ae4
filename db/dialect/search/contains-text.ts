import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Read } from '../../db.ts'

/** Rows whose normalised search column contains `needle`; case and width are settled by `searchable` before storing. */
export const containsText = (db: Pick<Read, 'engine'>, column: AnyColumn, needle: string): SQL =>
  db.engine === 'sqlite' ? sql`instr(${column}, ${needle}) > 0` : sql`position(${needle} in ${column}) > 0`

/** Text as it is stored for searching and as a needle is written: NFKC, lower case, single spaces. */
export const searchable = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
