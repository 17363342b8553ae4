import { statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDb } from '../../db/open.ts'
import { seedCity } from '../start/city.ts'
import { multiply } from './city/multiply.ts'
import { sqliteEngine } from './city/sqlite.engine.ts'

/**
 * `npm run bench -- city TICKETS [OPEN]`: a believable city of ten years, out of the sample city's stories, for every figure at a size: a new
 * SQLite file, whose folder is printed. `OPEN` (18,000) of the tickets are under way.
 */
export const run = async (args: string[]) => {
  const [count, open] = [Number(args[0] ?? 1_000_000), Number(args[1] ?? 18_000)]
  const folder = await mkdtemp(join(tmpdir(), 'yixian-bench-'))
  const file = join(folder, 'yixian.db')
  const began = performance.now()
  const say = (text: string) =>
    process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${text}\n`)
  await seedCity(folder, Number.POSITIVE_INFINITY)
  say('sample city')
  const db = await openDb(`file:${file}`)
  await db.close()
  const engine = sqliteEngine(file)
  await multiply(db, engine, count, Math.min(open, Math.floor(count / 2)), say)
  await engine.close()
  say(`done: ${folder}, ${(statSync(file).size / 1e9).toFixed(2)} GB`)
}
