import { sqliteColumns } from './columns.ts'
import { defineSchema } from './schema/index.ts'

/** The tables as SQLite sees them; also what the migration generator reads. */
export const sqliteSchema = defineSchema(sqliteColumns)
