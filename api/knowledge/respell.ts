import type { StoredTexts } from '../platform/writing/respell.ts'
import { searchable } from '../platform/writing/searchable.ts'
import { articleTextsAfter, changeArticleText } from './articles.store.ts'

/** The search texts of articles. 1: simplified characters. */
export const articleTexts: StoredTexts<{ id: string; searchText: string }> = {
  name: 'knowledge.respell',
  spelling: 1,
  after: articleTextsAfter,
  isStale: ({ searchText }) => searchable(searchText) !== searchText,
  rewrite: (tx, { id, searchText }) => changeArticleText(tx, id, searchText, searchable(searchText)),
}
