import Database from 'better-sqlite3'

/** Locks in force: one that nobody refers to any more would be closed with its memory, and so be lost. */
const held = new Set<Database.Database>()

/**
 * Locks a file until released, or until the process ends however it ends: the operating system's lock, taken through SQLite, which has one on
 * every platform. Nobody may read the file by other means, for closing it would end the lock. Null when somebody else has it.
 */
export const lockFile = (file: string, how: 'alone' | 'shared'): { release(): void } | null => {
  const lock = new Database(file, { timeout: 0 })
  try {
    if (how === 'alone') lock.exec('BEGIN EXCLUSIVE')
    else {
      lock.exec('BEGIN')
      lock.prepare('select count(*) from sqlite_master').get()
    }
    held.add(lock)
    return {
      release: () => {
        held.delete(lock)
        lock.close()
      },
    }
  } catch (error) {
    lock.close()
    if (error instanceof Error && Reflect.get(error, 'code') === 'SQLITE_BUSY') return null
    throw error
  }
}
