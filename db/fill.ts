import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Db } from './db.ts'

/**
 * Fills a fresh database all or nothing: whatever breaks `work` off (an error, Ctrl-C, a power cut) leaves the database as it was, and the
 * next one begins anew. On PostgreSQL everything is one transaction, and whoever else fills the same database waits for its end; a SQLite
 * file that is not there yet gets its name only when it is complete. `work` must not close the database.
 */
export const fillDb = async <T>(url: string, work: (db: Db) => Promise<T>): Promise<T> => {
  if (!url.startsWith('file:')) return (await import('./postgres.ts')).fillPostgres(url, work)
  const file = url.slice('file:'.length)
  if (existsSync(file)) return fillFile(file, work)
  const unfinished = `${file}.unfinished`
  for (const part of ['', '-wal', '-shm']) rmSync(unfinished + part, { force: true })
  const out = await fillFile(unfinished, work)
  renameSync(unfinished, file)
  return out
}

const fillFile = async <T>(file: string, work: (db: Db) => Promise<T>): Promise<T> => {
  const db = (await import('./sqlite.ts')).openSqlite(file, { bulk: true })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}
