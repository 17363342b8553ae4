import { searchable } from '../../platform/writing/searchable.ts'
import type { StoredTexts } from '../../platform/writing/respell.ts'
import { unitSearchText } from '../privacy/unit-search.ts'
import { changeSearchTexts, searchTextsAfter, type SearchTexts } from './respell.store.ts'

const isStale = ({ searchText, confidential, unitSearchText }: SearchTexts) =>
  searchable(searchText) !== searchText || (confidential && unitSearchText === null)

/** The search texts of tickets. 1: simplified characters; 2: what units search of confidential tickets. */
export const ticketTexts: StoredTexts<SearchTexts> = {
  name: 'tickets.respell',
  spelling: 2,
  after: searchTextsAfter,
  isStale,
  rewrite: async (tx, row) => {
    const searchText = searchable(row.searchText)
    await changeSearchTexts(tx, row, { searchText, unitSearchText: await unitSearchText(tx, { ...row, searchText }) })
  },
}
