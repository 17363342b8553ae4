import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dangerSigns } from '../../api/triage/danger/lexicon/lexicon.ts'
import { synonyms } from '../../api/triage/danger/lexicon/synonyms.ts'
import { compileFiltered } from '../../api/triage/danger/phrases/filtered-matcher.ts'
import { compilePlain } from '../../api/triage/danger/phrases/plain-matcher.ts'
import { normalise } from '../../api/triage/text.rules.ts'
import type { Db } from '../../db/db.ts'
import { insertBuilt, type InsertRows } from '../../db/dialect/insert/built-insert.ts'
import { insertPrepared } from '../../db/dialect/insert/prepared-insert.ts'
import { openDb } from '../../db/open.ts'
import { stories } from '../sample-city/stories/index.ts'

const rounds = 5
const write = (name: string, quick: number, plain: number, unit: string): void =>
  void process.stdout.write(
    `${name}: ${quick.toFixed(1)} ${unit}, the plain way ${plain.toFixed(1)}: ${(plain / quick).toFixed(1)} times\n`,
  )
const least = (times: number[]): number => times.reduce((best, one) => Math.min(best, one))

/** Microseconds a text, the best round of some after one to warm up. */
const timed = (texts: string[], work: (text: string) => unknown): number =>
  least(
    Array.from({ length: rounds + 1 }, () => {
      const from = performance.now()
      texts.forEach(work)
      return ((performance.now() - from) * 1000) / texts.length
    }).slice(1),
  )

/** Microseconds a row, one row a call as the hot path does it, fifty to a transaction. */
const timedRows = async (db: Db, insert: InsertRows, name: string): Promise<number> => {
  const times: number[] = []
  const at = new Date(0)
  for (let round = 0; round < rounds; round++) {
    let ms = 0
    for (let group = 0; group < 40; group++) {
      await db.tx(async (tx) => {
        const from = performance.now()
        for (let i = 0; i < 50; i++)
          await insert(tx, tx.t.inbox, [{ key: `${name}-${round}-${group}-${i}`, route: 'bench', receivedAt: at }])
        ms += performance.now() - from
      })
    }
    times.push((ms * 1000) / 2_000)
  }
  return least(times)
}

/** `npm run bench -- shortcuts`: what each way around the plain one buys, both in the same run (`docs/decisions/0007`, `0013`). */
export const run = async (): Promise<void> => {
  const texts = stories.map(({ text }) => normalise(text))
  const [filtered, plain] = [compileFiltered(dangerSigns, synonyms), compilePlain(dangerSigns, synonyms)]
  write('danger phrases, a text', timed(texts, filtered), timed(texts, plain), 'µs')
  const folder = await mkdtemp(join(tmpdir(), 'yixian-shortcuts-'))
  const db = await openDb(`file:${join(folder, 'bench.db')}`)
  try {
    write('an insert', await timedRows(db, insertPrepared, 'quick'), await timedRows(db, insertBuilt, 'plain'), 'µs')
  } finally {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
}
