import type { Read, Tx } from '../../../db/db.ts'
import type { WriteDeps } from '../deps.ts'
import type { Job } from '../jobs.ts'
import { knownSpelling, noteSpelling } from './spelling.store.ts'

/** Texts that are stored in a spelling of the program's (searched, learnt from), and what brings them up to date. */
export interface StoredTexts<Row extends { id: string }> {
  /** Of the job, and of the note that it is done. */
  name: string
  /** Goes up by one when they come to be written in another way. */
  spelling: number
  /** A page by id. */
  after: (db: Read, id: string, most: number) => Promise<Row[]>
  /** Whether a row is written in an older way. */
  isStale: (row: Row) => boolean
  /** Writes it anew, unless it was changed meanwhile: whoever did wrote it as it is to be. */
  rewrite: (tx: Tx, row: Row) => Promise<void>
}

const page = 500

/**
 * Brings stored texts into the spelling that they are to have by now, a page a transaction; once done it is noted and never done
 * again. Answers how many changed. Nothing else of a row is touched, so nothing is told or audited.
 * @internal exported for its test
 */
export const respell =
  <Row extends { id: string }>(deps: Pick<WriteDeps, 'db'>, texts: StoredTexts<Row>) =>
  async (): Promise<number> => {
    if ((await knownSpelling(deps.db, texts.name)) >= texts.spelling) return 0
    let count = 0
    for (let last = ''; ;) {
      const rows = await texts.after(deps.db, last, page)
      const stale = rows.filter(texts.isStale)
      const end = rows.length < page ? undefined : rows.at(-1)
      await deps.db.tx(async (tx) => {
        for (const row of stale) await texts.rewrite(tx, row)
        if (end === undefined) await noteSpelling(tx, texts.name, texts.spelling)
      })
      count += stale.length
      if (end === undefined) return count
      last = end.id
    }
  }

/** Looks every ten minutes whether texts wait to be respelt: right after an update they do, later never. */
export const respellJob = <Row extends { id: string }>(deps: Pick<WriteDeps, 'db'>, texts: StoredTexts<Row>): Job => ({
  name: texts.name,
  everyMs: 600_000,
  run: respell(deps, texts),
})
