import type { Db } from '../../db/db.ts'
import { markFile } from '../../db/inspect/file.ts'
import { quickCheck } from '../../db/inspect/quick-check.ts'
import { openDb } from '../../db/open.ts'
import type { Places } from '../platform/config.ts'
import { awaitPostgres } from './await-postgres.ts'
import { checkFile } from './check-file.ts'
import { readRecord, writeRecord } from './data-lock.ts'
import { databaseFault, whyNotYet } from './database-fault.ts'
import { databaseFaults, startFaults, startNotes } from './start.sentences.ts'
import { StartFault, type Said } from './start-fault.ts'

/** How long the check of a large database file holds up the start, ms; a file of half a gigabyte is read within. */
const checkPatienceMs = 10_000

/** What a check that was not waited for finds in the end; null: nothing. */
interface Later {
  laterFound: Promise<string | null>
}

const nothing: Later = { laterFound: Promise.resolve(null) }

/**
 * Looks at the database before anything is done with it: waits for a PostgreSQL that is not there yet, reads a file through; one that is too
 * large to wait for is read on while the program runs. Throws a `StartFault`.
 */
export const checkDatabase = async ({ databaseUrl, dataDir }: Places, say: (said: Said) => void): Promise<Later> => {
  const before = readRecord(dataDir)
  if (before?.unfinishedRestore) throw new StartFault(startFaults.unfinishedRestore(before.unfinishedRestore))
  if (!databaseUrl.startsWith('file:')) {
    await awaitPostgres(databaseUrl, say)
    return nothing
  }
  const file = databaseUrl.slice('file:'.length)
  if (checkFile(file, before) === 'fresh') return nothing
  const { stillRunning, found, last } = await quickCheck(file, checkPatienceMs)
  if (stillRunning) say(startNotes.longCheck(file, checkPatienceMs / 1000))
  else if (found !== null) throw new StartFault(databaseFaults.corrupt(file, found))
  return { laterFound: last }
}

/** Checks the database, marks a file as this start's, and opens it, migrated. Throws a `StartFault`. */
export const openCheckedDb = async (places: Places, say: (said: Said) => void): Promise<Later & { db: Db }> => {
  const { databaseUrl, dataDir } = places
  const isFile = databaseUrl.startsWith('file:')
  for (;;) {
    const { laterFound } = await checkDatabase(places, say)
    try {
      if (isFile) writeRecord(dataDir, { mark: markFile(databaseUrl.slice('file:'.length)) })
      return { db: await openDb(databaseUrl, { readers: true }), laterFound }
    } catch (error) {
      // It was there a moment ago, and is waited for again.
      if (!isFile && whyNotYet(error) !== null) continue
      throw databaseFault(databaseUrl, error) ?? error
    }
  }
}
