import type { Db } from './db.ts'

/**
 * Opens and migrates the database an address names: `file:./data/yixian.db` or `postgres://…`. `readers`: lists and reports of a file are read
 * beside the event loop, as a server wants it; `bulk`: a file that may be lost in a power cut flushes nothing.
 */
export const openDb = async (url: string, options: { readers?: boolean; bulk?: boolean } = {}): Promise<Db> => {
  // Only the engine in use is loaded: its driver costs start-up and memory.
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./postgres.ts')).openPostgres(url)
  if (url.startsWith('file:')) return (await import('./sqlite.ts')).openSqlite(url.slice('file:'.length), options)
  throw new Error('DATABASE_URL must begin with file: or postgres://')
}
