import { expand, sourceOf, type PhraseList, type SynonymGroups } from './notation.ts'

/** What a sign class stands for where a phrase begins with it: `[十几]`, `\d+`. */
const signsOf = (signs: string): string[] => [...(signs === '\\d' ? '0123456789' : signs.slice(1, -1))]

/**
 * The alternatives a phrase may begin with, each with what follows it: `(a|b)c` begins with `ac` and `bc`, `a?b` with `ab` and `b`,
 * `[ab]c` with `ac` and `bc`, so that the first character of each is certain.
 */
const beginnings = (expanded: string): string[] => {
  const [perhaps] = /^[^\\([?]\?/.exec(expanded) ?? []
  if (perhaps !== undefined) {
    const after = expanded.slice(perhaps.length)
    return [perhaps.charAt(0) + after, ...beginnings(after)]
  }
  const [several, signs = '', more = ''] = /^(\[[^\]^-]+\]|\\d)(\+?)/.exec(expanded) ?? []
  if (several !== undefined) {
    const after = (more === '+' ? `${signs}*` : '') + expanded.slice(several.length)
    return signsOf(signs).map((sign) => sign + after)
  }
  const open = /^\((?:\?:)?/.exec(expanded)
  if (!open) return [expanded]
  let depth = 1
  let from = open[0].length
  const parts: string[] = []
  let at = from
  for (; at < expanded.length && depth > 0; at++) {
    const sign = expanded.charAt(at)
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (depth === 0 || (depth === 1 && sign === '|')) {
      parts.push(expanded.slice(from, at))
      from = at + 1
    }
  }
  const rest = expanded.slice(at)
  const optional = rest.startsWith('?')
  const after = optional ? rest.slice(1) : rest
  return [...parts.flatMap((part) => beginnings(part + after)), ...(optional ? beginnings(after) : [])]
}

/** A beginning whose second character may be this or that, one for each: `人(都|也)?走` is `人都走`, `人也走` and `人走`. */
const seconds = (beginning: string): string[] =>
  /^[\u4e00-\u9fff]\((?!\?[=!<])/.test(beginning)
    ? beginnings(beginning.slice(1)).flatMap((rest) => seconds(beginning.charAt(0) + rest))
    : [beginning]

/** What a beginning is filed under: its first three characters, or fewer where the next may be this or that. */
const keyOf = (beginning: string): string =>
  /^[^\\](?:['\- a-z\u4e00-\u9fff](?![?*+{])){0,2}/.exec(beginning)?.[0] ?? ''

/** The ways the phrases of one list begin that begin alike, as one pattern. */
export interface Opening {
  list: number
  /** The first characters that are certain, at most three. */
  key: string
  /** The Chinese among them, for what they need further on; `mixed` where English is among them. */
  zh: string[]
  mixed: boolean
  pattern: RegExp
}

/**
 * Phrase lists by the ways their phrases begin, in the order in which they are tried at a place of the text: those of which more than
 * one character is certain first.
 */
export const openingsOf = (lists: readonly PhraseList[], groups: SynonymGroups): Opening[] => {
  const sources = new Map<string, Map<number, PhraseList>>()
  lists.forEach((list, number) => {
    for (const language of ['zh', 'en'] as const) {
      for (const phrase of list[language]) {
        for (const beginning of beginnings(`(?:${expand(phrase, groups)})`).flatMap(seconds)) {
          const byList = sources.get(keyOf(beginning)) ?? new Map<number, PhraseList>()
          sources.set(keyOf(beginning), byList)
          const both = byList.get(number) ?? { zh: [], en: [] }
          byList.set(number, both)
          both[language].push(beginning)
        }
      }
    }
  })
  const openings = [...sources].flatMap(([key, byList]) =>
    [...byList].map(([list, { zh, en }]): Opening => ({
      list,
      key,
      zh,
      mixed: en.length > 0,
      pattern: new RegExp(
        [...zh.map((one) => sourceOf(one, 'zh')), ...en.map((one) => sourceOf(one, 'en'))].join('|'),
        'y',
      ),
    })),
  )
  return [...openings.filter(({ key }) => key.length > 1), ...openings.filter(({ key }) => key.length <= 1)]
}
