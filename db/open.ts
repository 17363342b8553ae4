import type { Db } from './db.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Opens and migrates the database an address names: `file:./data/yixian.db` or `postgres://…`. `bulk` skips the flush of each commit, for filling a fresh database. */
export const openDb = async (url: string, options: { bulk?: boolean } = {}): Promise<Db> => {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, options)
  if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length), options)
  throw new Error('DATABASE_URL must begin with file: or postgres://')
}
