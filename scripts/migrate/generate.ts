import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsFolder } from '../../db/migrations.ts'
import { postgresSchema } from '../../db/schema.postgres.ts'
import { sqliteSchema } from '../../db/schema.sqlite.ts'

interface Journal {
  version: string
  dialect: string
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[]
}

const engines = {
  sqlite: {
    dialect: 'sqlite',
    version: '6',
    snapshot: (previous: string | undefined) => generateSQLiteDrizzleJson(sqliteSchema, previous, 'snake_case'),
    empty: () => generateSQLiteDrizzleJson({}),
    diff: async (from: unknown, to: unknown) => generateSQLiteMigration(asSnapshot(from), asSnapshot(to)),
  },
  postgres: {
    dialect: 'postgresql',
    version: '7',
    snapshot: async (previous: string | undefined) =>
      generateDrizzleJson(postgresSchema, previous, undefined, 'snake_case'),
    empty: async () => generateDrizzleJson({}),
    diff: async (from: unknown, to: unknown) => generateMigration(asSnapshot(from), asSnapshot(to)),
  },
}

/** Snapshots go through JSON files, so their type is the generator's own word only. */
function asSnapshot<T>(value: unknown): T {
  return value as T
}

/**
 * The statements that would bring an engine's migrations up to the schema; empty when nothing is missing.
 * @internal exported for its test
 */
export const pending = async (engine: keyof typeof engines) => {
  const { snapshot, empty, diff } = engines[engine]
  const folder = migrationsFolder(engine)
  const journal = readJournal(engine)
  const last = journal.entries.at(-1)
  const before: { id?: string } = last
    ? JSON.parse(readFileSync(join(folder, 'meta', `${prefix(last.idx)}_snapshot.json`), 'utf8'))
    : await empty()
  const after = await snapshot(before.id)
  return { statements: await diff(before, after), after, journal }
}

const prefix = (index: number) => String(index).padStart(4, '0')

const readJournal = (engine: keyof typeof engines): Journal => {
  const file = join(migrationsFolder(engine), 'meta', '_journal.json')
  if (!existsSync(file)) return { version: '7', dialect: engines[engine].dialect, entries: [] }
  return JSON.parse(readFileSync(file, 'utf8')) as Journal
}

/** Writes the next migration of both engines under one name. */
const generate = async (name: string) => {
  const when = Date.now()
  for (const engine of ['sqlite', 'postgres'] as const) {
    const { statements, after, journal } = await pending(engine)
    if (statements.length === 0) {
      process.stdout.write(`${engine}: nothing to do\n`)
      continue
    }
    const folder = migrationsFolder(engine)
    const index = journal.entries.length
    const tag = `${prefix(index)}_${name}`
    mkdirSync(join(folder, 'meta'), { recursive: true })
    writeFileSync(join(folder, `${tag}.sql`), `${statements.join('\n--> statement-breakpoint\n')}\n`)
    writeFileSync(join(folder, 'meta', `${prefix(index)}_snapshot.json`), `${JSON.stringify(after, null, 1)}\n`)
    journal.entries.push({ idx: index, version: engines[engine].version, when, tag, breakpoints: true })
    writeFileSync(join(folder, 'meta', '_journal.json'), `${JSON.stringify(journal, null, 1)}\n`)
    process.stdout.write(`${engine}: ${tag}.sql, ${statements.length} statements\n`)
  }
}

if (process.argv[1] === import.meta.filename) {
  const name = process.argv[2]
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('usage: npm run migrate:generate -- name_in_snake_case')
  await generate(name)
}
