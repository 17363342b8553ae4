import { fileURLToPath } from 'node:url'
import type { Engine } from './db.ts'

/** Where the generated migrations of an engine lie; both folders hold the same names. */
export const migrationsFolder = (engine: Engine) => fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url))
