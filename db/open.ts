import type { Db } from './db.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Opens and migrates the database an address names: `file:./data/yixian.db` or `postgres://…`. */
export const openDb = async (url: string): Promise<Db> => {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url)
  if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length))
  throw new Error('DATABASE_URL must begin with file: or postgres://')
}
