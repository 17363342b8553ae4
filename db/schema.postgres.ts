import { postgresColumns } from './columns.ts'
import { defineSchema } from './schema/index.ts'

/** The tables as PostgreSQL sees them; also what the migration generator reads. */
export const postgresSchema = defineSchema(postgresColumns)
