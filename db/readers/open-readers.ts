import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { availableParallelism } from 'node:os'
import type { Read, ReadLoad } from '../db.ts'
import { asker } from './asker.ts'
import { readLimits } from './limits.ts'
import { createPool, type ReaderPool } from './pool.ts'
import { startReader } from './reader-process.ts'

/** Starting a reader takes some tenths of a second: whoever left may finish what is shorter. */
const graceMs = 300

/** The query builder over a pool; as with the engine's own connection, what it answers alike is all that is seen. */
const queriesOver = (pool: ReaderPool) =>
  drizzle(
    async (sql, params, method) => ({ rows: (await pool.read({ sql, params, method }, asker())) as unknown[] }), // of `get`: one row, or nothing
    undefined,
    { casing: 'snake_case' },
  ) as unknown as Read['q']

/** Readers of a SQLite file for lists and, apart from them, for reports: one processor is left to the event loop. */
export const openReaders = (file: string) => {
  const start = () => startReader(file)
  const lists = createPool({ ...readLimits.lists, size: Math.max(1, availableParallelism() - 1), graceMs, start })
  const reports = createPool({ ...readLimits.reports, size: 1, graceMs, start })
  return {
    lists: queriesOver(lists),
    reports: queriesOver(reports),
    load: (): ReadLoad[] => [
      { class: 'lists', ...lists.load() },
      { class: 'reports', ...reports.load() },
    ],
    close: () => {
      lists.close()
      reports.close()
    },
  }
}
