import type { Db } from '../../db/db.ts'
import type { After } from '../../db/keyset.ts'
import type { Job } from '../platform/jobs.ts'
import { indexSpelling, indexTickets } from './index-tickets.ts'
import { addEntries, forgetAll, waitingForIndex, withoutEntry } from './search.store.ts'

/** Documents that are written in one transaction: some hundredths of a second, in which nobody else writes. */
const atOnce = 100

/** Makes the documents that wait to be made, the newest first, in steps; answers how many. `told` hears of each step. */
export const indexWaiting = async (
  db: Db,
  { step = atOnce, told = () => {} }: { step?: number; told?: (count: number) => void } = {},
): Promise<number> => {
  let count = 0
  for (;;) {
    const ids = await waitingForIndex(db, indexSpelling, step)
    if (ids.length === 0) return count
    await db.tx((tx) => indexTickets(tx, ids))
    count += ids.length
    told(count)
    // a turn for whoever waits
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Makes every document anew, also of tickets that were put in past the program; what is searched meanwhile is found as far as it is made. */
export const rebuildIndex = async (db: Db, options: Parameters<typeof indexWaiting>[1] = {}): Promise<number> => {
  for (let after: After | null = null; ;) {
    const page: Awaited<ReturnType<typeof withoutEntry>> = await db.tx(async (tx) => {
      const found = await withoutEntry(tx, after, 5_000)
      await addEntries(tx, found.missing)
      return found
    })
    after = page.next
    if (after === null) break
  }
  await db.tx(forgetAll)
  return indexWaiting(db, options)
}

/** Right after an update, documents of before are made anew in the background; later there are hardly any. */
export const indexJob = (db: Db): Job => ({
  name: 'search.index',
  everyMs: 60_000,
  run: () => indexWaiting(db),
})
