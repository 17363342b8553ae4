import { searchable } from '../platform/writing/searchable.ts'

/** Dots within names and numbers (艾力·买买提, 沪A·12345), in whatever way they are typed: they are not looked for. */
export const dots = /(?<=[\p{L}\p{N}])[·•・‧∙⋅](?=[\p{L}\p{N}])/gu

const dotsAround = /^[·•・‧∙⋅]+|[·•・‧∙⋅]+$/g

/** A text as it is compared with what is looked for: one writing, one width, small letters, single spaces, no dots in names. */
export const searchForm = (text: string): string => searchable(text).replaceAll(dots, '')

/** Words that are looked at in one search; more are a pasted text, of which these say enough. */
const mostWords = 40

/** The words of a search, each of which must be found. */
export const wordsOf = (asked: string): string[] =>
  [
    ...new Set(
      searchForm(asked)
        .split(' ')
        .map((word) => word.replaceAll(dotsAround, '')),
    ),
  ]
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** Whether a text in `searchForm` has every word. */
export const hasAll = (form: string, words: readonly string[]): boolean => words.every((word) => form.includes(word))
