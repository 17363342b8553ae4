import { lookAtPostgres } from '../../db/inspect/postgres.ts'
import { newestMigration } from '../../db/migrations.ts'
import { databaseFault, shownDatabase, whyNotYet } from './database-fault.ts'
import { databaseFaults, startNotes } from './start.sentences.ts'
import { StartFault, type Said } from './start-fault.ts'

const visit = async (url: string) => {
  const { tables, newest } = await lookAtPostgres(url)
  const what = shownDatabase(url)
  if (newest === null && tables.size > 0) throw new StartFault(databaseFaults.foreign(what))
  if (newest !== null && newest > newestMigration('postgres')) throw new StartFault(databaseFaults.newer(what))
}

/**
 * Waits until a PostgreSQL answers, for as long as it takes, and says so: at once, then every half minute. Throws a `StartFault` for what no
 * waiting mends: user or password refused, no such database, one that holds another program's tables or those of a newer program.
 */
export const awaitPostgres = async (url: string, say: (said: Said) => void, retryMs = 2_000): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      return await visit(url)
    } catch (error) {
      if (error instanceof StartFault) throw error
      const why = whyNotYet(error)
      if (why === null) throw databaseFault(url, error) ?? error
      if (tries % Math.ceil(30_000 / retryMs) === 0) say(startNotes.waiting(shownDatabase(url), why))
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}
