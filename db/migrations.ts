import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from './db.ts'

/** Where the generated migrations of an engine lie; both folders hold the same names. */
export const migrationsFolder = (engine: Engine) => fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url))

/** When the newest migration of this program was made, ms since the epoch: a database that knows a later one is of a newer program. */
export const newestMigration = (engine: Engine): number => {
  const journal: unknown = JSON.parse(readFileSync(join(migrationsFolder(engine), 'meta', '_journal.json'), 'utf8'))
  const { entries } = journal as { entries: { when: number }[] } // written by drizzle-kit
  return Math.max(...entries.map(({ when }) => when))
}
