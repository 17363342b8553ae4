import Database from 'better-sqlite3'
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFault } from '../../api/start/start-fault.ts'
import { databaseFault } from '../../api/start/database-fault.ts'
import { backupFaults } from './backup.sentences.ts'
import { flush } from './manifest.ts'

/** All pages in one step: whoever writes meanwhile writes into the `-wal`, and does not make the copy begin anew. */
const allPages = 0x7fff_ffff

/** Reads a whole database file for damage (`integrity_check`), and makes it one file without a `-wal`. Throws a `StartFault` that says what is wrong. */
const checkCopy = (file: string) => {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
    // The mark belongs to the file that a server serves.
    copy.pragma('user_version = 0')
    const rows = copy.prepare<[], { integrity_check: string }>('pragma integrity_check(3)').all()
    const found = rows.map(({ integrity_check }) => integrity_check).join('; ')
    if (found !== 'ok') throw new StartFault(backupFaults.damagedCopy(found))
  } finally {
    copy.close()
  }
}

/** Copies a database file as it is at one moment, while a server writes it; checked. */
export const copyDatabase = async (file: string, to: string): Promise<void> => {
  if (!existsSync(file)) throw new StartFault(backupFaults.noDatabase(file))
  try {
    const source = new Database(file, { readonly: true, timeout: 30_000 })
    try {
      await source.backup(to, { progress: () => allPages })
    } finally {
      source.close()
    }
    checkCopy(to)
  } catch (error) {
    throw error instanceof StartFault ? error : (databaseFault(`file:${file}`, error) ?? error)
  }
  await flush(to)
}

/**
 * Makes a copy the database: prepared beside it under another name by `prepare`, and given the name only when it is ready. What was there,
 * with its `-wal` and `-shm`, is kept under another name, which is answered; null when nothing was there.
 */
export const putDatabaseBack = async (
  copy: string,
  file: string,
  stamp: string,
  prepare: (url: string) => Promise<void>,
): Promise<string | null> => {
  const draft = `${file}.restoring`
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(draft + end, { force: true })
  copyFileSync(copy, draft)
  checkCopy(draft)
  await prepare(`file:${draft}`)
  checkCopy(draft)
  await flush(draft)
  const aside = `${file}.before-${stamp}`
  const found = ['', '-wal', '-shm'].filter((end) => existsSync(file + end))
  for (const end of found.toReversed()) renameSync(file + end, aside + end)
  renameSync(draft, file)
  await flush(dirname(file))
  return found.length === 0 ? null : aside
}
