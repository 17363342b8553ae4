import type { Read, Tx } from '../../../db/db.ts'
import { namesOf } from '../../citizens/ticket-citizen.ts'
import { maskWords } from '../../platform/personal/mask-words.rules.ts'
import { searchable } from '../../platform/writing/searchable.ts'
import { changeSearchTexts, confidentialTextsOf } from '../reading/respell.store.ts'
import type { Ticket } from '../tickets.store.ts'

/** What of a ticket its units search: null where it is not confidential and they search everything, else the same without what tells who asked. */
export const unitSearchText = async (
  db: Read | Tx,
  { confidential, citizenId, searchText }: Pick<Ticket, 'confidential' | 'citizenId' | 'searchText'>,
): Promise<string | null> =>
  confidential
    ? searchable(maskWords(searchText, { names: (await namesOf(db, [citizenId])).get(citizenId) ?? [] }))
    : null

/** What units search of a citizen's confidential tickets is made anew: their name has changed. */
export const renameInSearch = async (tx: Tx, citizenId: string): Promise<void> => {
  for (const row of await confidentialTextsOf(tx, citizenId)) {
    const { searchText } = row
    await changeSearchTexts(tx, row, { searchText, unitSearchText: await unitSearchText(tx, row) })
  }
}
