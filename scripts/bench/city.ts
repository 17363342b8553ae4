import { statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rebuildIndex } from '../../api/search/rebuild.ts'
import { openDb } from '../../db/open.ts'
import { seedCity } from '../start/city.ts'
import { multiply } from './city/multiply.ts'
import { postgresEngine } from './city/postgres.engine.ts'
import { sqliteEngine } from './city/sqlite.engine.ts'

/**
 * `npm run bench -- city TICKETS [OPEN]`: a believable city of ten years, out of the sample city's stories, for every figure at a size: a new
 * SQLite file, whose folder is printed, or in the empty PostgreSQL database that `DATABASE_URL` names. `OPEN` (18,000) of the tickets are under way.
 */
export const run = async (args: string[]) => {
  const [count, open] = [Number(args[0] ?? 1_000_000), Number(args[1] ?? 18_000)]
  const folder = await mkdtemp(join(tmpdir(), 'yixian-bench-'))
  const url = process.env['DATABASE_URL'] ?? `file:${join(folder, 'yixian.db')}`
  const began = performance.now()
  const say = (text: string) =>
    process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${text}\n`)
  await seedCity(folder, Number.POSITIVE_INFINITY, url)
  say('sample city')
  const db = await openDb(url)
  await db.close()
  const file = url.startsWith('file:') ? url.slice('file:'.length) : null
  const engine = file === null ? await postgresEngine(url) : sqliteEngine(file)
  await multiply(db, engine, count, Math.min(open, Math.floor(count / 2)), say)
  const size =
    file === null
      ? Number((await engine.all('select pg_database_size(current_database()) as size'))[0]?.['size'])
      : statSync(file).size
  await engine.close()
  const filled = await openDb(url)
  await rebuildIndex(filled, { step: 1_000 })
  await filled.close()
  say('index of words')
  say(`done: ${folder}, ${(size / 1e9).toFixed(2)} GB`)
}
