import type { Read, Tx } from '../../../db/db.ts'
import { namesOf } from '../../citizens/ticket-citizen.ts'
import { maskWords } from '../../platform/personal/mask-words.rules.ts'
import { renameInIndex } from '../../search/rename-in-index.ts'
import { searchable } from '../../platform/writing/searchable.ts'
import { changeSearchTexts, confidentialTicketsOf, searchTextsOf, type SearchTexts } from '../reading/respell.store.ts'
import { secretCitizensIn } from './secret-citizens.store.ts'

type Searched = Pick<SearchTexts, 'confidential' | 'citizenId' | 'searchText'>

/** What units search of a ticket that has just been opened; see `unitSearchText`. */
export const newUnitSearchText = (db: Read | Tx, ticket: Searched): Promise<string | null> =>
  without(db, ticket, ticket.confidential ? [ticket.citizenId] : [])

const without = async (db: Read | Tx, { searchText }: Searched, secret: readonly string[]): Promise<string | null> => {
  if (secret.length === 0) return null
  const names = [...(await namesOf(db, secret)).values()].flat()
  return searchable(maskWords(searchText, { names }))
}

/**
 * What of a ticket its units search: null where nobody in it asked confidentially and they search everything, else the same without what tells who
 * asked, in the ticket or in what was merged into it.
 */
export const unitSearchText = async (db: Read | Tx, ticket: Searched & { id: string }): Promise<string | null> => {
  const { id, confidential, citizenId } = ticket
  const merged = (await secretCitizensIn(db, [id])).get(id) ?? []
  return without(db, ticket, confidential ? [citizenId, ...merged] : merged)
}

/** What units search of some tickets is made anew: something was merged into them, or somebody in them wishes confidentiality or is called otherwise. */
export const renewUnitSearch = async (tx: Tx, ticketIds: readonly string[]): Promise<void> => {
  for (const row of await searchTextsOf(tx, ticketIds)) {
    const { searchText } = row
    await changeSearchTexts(tx, row, { searchText, unitSearchText: await unitSearchText(tx, row) })
  }
}

/** The same for every confidential ticket of a citizen, and those that they were merged into: their name has changed. */
export const renameInSearch = async (tx: Tx, citizenId: string): Promise<void> => {
  await renameInIndex(tx, [citizenId])
  const own = await confidentialTicketsOf(tx, citizenId)
  await renewUnitSearch(tx, [...new Set(own.flatMap(({ id, mainTicketId }) => [id, mainTicketId ?? id]))])
}
