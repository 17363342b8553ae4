import type { Read } from '../../db/db.ts'
import { keysWith, type TokenGroups } from '../../db/dialect/search/word-index.ts'
import { gramsNeeded, spread } from './grams.rules.ts'
import { hotlineOnly } from './index-tickets.ts'

/** Tokens of a search at most, all words together. */
const mostTokens = 24

/** Which documents may have every word: of what only the hotline reads, too, or not. Empty where the words are single characters and signs. */
export const tokensFor = (words: readonly string[], withHotline: boolean): string[][] =>
  spread([...new Set(words.flatMap(gramsNeeded))], mostTokens).map((gram) =>
    withHotline ? [gram, hotlineOnly(gram)] : [gram],
  )

/** What is looked for among documents. */
export interface Asked<Row> {
  groups: TokenGroups
  /** Whether the groups tell anything of the words: without, fewer are looked at. */
  exact: boolean
  /** Keys below this one, and above that one. */
  below: number
  above: number
  /** How many are wanted. */
  want: number
  /** Rows by keys, those alone that meet every condition, the greatest key first. */
  rowsOf(keys: readonly number[]): Promise<Row[]>
  keyOf(row: Row): number
  /** Those of some rows in which everything is found. */
  keep(rows: readonly Row[]): Promise<Row[]>
}

/** What was found, the newest first; `bounded`: it ends where looking further would take too long, below `reached` there may be more. */
export interface Found<Row> {
  rows: Row[]
  bounded: boolean
  reached: number
}

/** Candidates that are looked at in one search at most. */
const mostLooked = { byTokens: 2_000, byAll: 1_000 } as const

/** Looks through documents from the newest on, by steps that grow, until enough are found or there are no others. */
export const find = async <Row>(db: Read, asked: Asked<Row>): Promise<Found<Row>> => {
  const { groups, above, want, rowsOf, keep } = asked
  const most = asked.exact ? mostLooked.byTokens : mostLooked.byAll
  const rows: Row[] = []
  let [below, looked, step] = [asked.below, 0, want + 10]
  for (;;) {
    const keys = await keysWith(db, { groups, below, above, most: step })
    const kept = await keep(keys.length === 0 ? [] : await rowsOf(keys))
    for (const row of kept) {
      rows.push(row)
      if (rows.length === want) return { rows, bounded: false, reached: asked.keyOf(row) }
    }
    if (keys.length < step) return { rows, bounded: false, reached: above }
    looked += keys.length
    below = keys.at(-1) ?? above
    if (looked >= most) return { rows, bounded: true, reached: below }
    step = Math.min(step * 4, 400)
  }
}
