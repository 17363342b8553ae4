import type { Tx } from '../../db/db.ts'
import { putWords } from '../../db/dialect/search/word-index.ts'
import { printOf } from './print.rules.ts'
import { facetsOf } from './facets.rules.ts'
import { gramsOf } from './grams.rules.ts'
import { holdersOf, keysFor, notePrint, rowsFor } from './search.store.ts'
import { searchForm } from './search-form.rules.ts'
import { foundTexts } from './texts.store.ts'
import type { FoundText } from './texts.types.ts'

/** Goes up by one when documents come to be made otherwise; those of before are then made anew in the background. */
export const indexSpelling = 1

/** A token of what only the hotline reads. */
export const hotlineOnly = (gram: string): string => `¤${gram}`

/** Tokens of a ticket's texts: plain what units may find, marked what only the hotline may. */
const wordsIn = (texts: readonly FoundText[]): string[] => {
  const [unit, hotline] = [new Set<string>(), new Set<string>()]
  const form = new Map<string, Set<string>>()
  const grams = (text: string) => {
    const known = form.get(text) ?? gramsOf(searchForm(text))
    form.set(text, known)
    return known
  }
  for (const text of texts) {
    if (text.unit) for (const gram of grams(text.unit)) unit.add(gram)
    for (const gram of grams(text.hotline)) hotline.add(gram)
  }
  return [...unit, ...[...hotline].filter((gram) => !unit.has(gram)).map(hotlineOnly)]
}

/** Writes the documents of some tickets anew, where they changed; answers how many did. */
export const indexTickets = async (tx: Tx, ticketIds: readonly string[]): Promise<number> => {
  // in one order, and before anything is read: whoever else changes one of them waits, and then reads both changes
  const known = await keysFor(tx, [...ticketIds].toSorted())
  const rows = await rowsFor(tx, ticketIds)
  const texts = await foundTexts(tx, rows)
  const holders = await holdersOf(tx, ticketIds)
  const documents = rows.flatMap((row) => {
    const entry = known.get(row.id)
    if (!entry) return []
    const { held = [], led = [] } = holders.get(row.id) ?? {}
    const tokens = [...new Set([...wordsIn(texts.get(row.id) ?? []), ...facetsOf(row, held, led)])]
    const print = printOf(tokens)
    if (entry.spelling === indexSpelling && entry.print === print) return []
    return [{ key: entry.key, tokens, print, replaces: entry.print !== 0 }]
  })
  await putWords(tx, documents)
  for (const { key, print } of documents) await notePrint(tx, key, indexSpelling, print)
  return documents.length
}

const touched = new WeakMap<Tx, Set<string>>()

/** Tickets that something was written about: their documents are written anew at the end of the transaction, once. */
export const touchTickets = (tx: Tx, ticketIds: readonly string[]): void => {
  if (ticketIds.length === 0) return
  const already = touched.get(tx)
  if (already) {
    for (const id of ticketIds) already.add(id)
    return
  }
  const ids = new Set(ticketIds)
  touched.set(tx, ids)
  tx.beforeCommit(async () => {
    touched.delete(tx)
    await indexTickets(tx, [...ids])
  }, 'first')
}
