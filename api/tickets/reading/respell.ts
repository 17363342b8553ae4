import type { WriteDeps } from '../../platform/deps.ts'
import type { Job } from '../../platform/jobs.ts'
import { searchable } from '../../platform/writing/searchable.ts'
import { changeSearchText, knownSpelling, noteSpelling, searchTextsAfter } from './respell.store.ts'

/** Goes up by one when `searchable` comes to write another spelling. 1: simplified characters. */
const spelling = 1
const page = 500

/**
 * Brings the search texts of older tickets into the spelling that needles have by now, a page a transaction; once done it is noted and
 * never done again. Answers how many changed. Nothing else of a ticket is touched, so nothing is told or audited.
 * @internal exported for its test
 */
export const respell = (deps: Pick<WriteDeps, 'db'>) => async (): Promise<number> => {
  if ((await knownSpelling(deps.db)) >= spelling) return 0
  let count = 0
  for (let last = ''; ;) {
    const rows = await searchTextsAfter(deps.db, last, page)
    const stale = rows.filter(({ searchText }) => searchable(searchText) !== searchText)
    const end = rows.length < page ? undefined : rows.at(-1)
    await deps.db.tx(async (tx) => {
      for (const { id, searchText } of stale) await changeSearchText(tx, id, searchText, searchable(searchText))
      if (end === undefined) await noteSpelling(tx, spelling)
    })
    count += stale.length
    if (end === undefined) return count
    last = end.id
  }
}

/** Looks every ten minutes whether search texts wait to be respelt: right after an update they do, later never. */
export const respellJob = (deps: Pick<WriteDeps, 'db'>): Job => ({
  name: 'tickets.respell',
  everyMs: 600_000,
  run: respell(deps),
})
