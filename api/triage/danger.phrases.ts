/**
 * The notation of the danger and harmless word lists. A phrase is what people say, with
 * `<name>` one word of a group, `(a|b)` one of several, `(a)?` perhaps, `~` a short gap (3 characters or 2 words) and `~~` a longer one
 * (8 characters or 5 words), never across a comma, `*` the rest of an English word. It must begin with a word, not with a gap.
 */
export interface PhraseList {
  zh: string[]
  en: string[]
}
/** Words that stand for one another in phrases: `water: '河|江|湖'`. */
export type WordGroups = Record<string, string>

/** A stretch of the text that a phrase matched, end exclusive, and the number of its list. */
export interface PhraseHit {
  list: number
  start: number
  end: number
}

const gap = { zh: '[^，,。、:：·！!？?；;]', en: "(?:[\\w'’-]+ )" } as const

const expand = (phrase: string, groups: WordGroups): string =>
  phrase.replace(/<(\w+)>/g, (_, name: string) => {
    const words = groups[name]
    if (words === undefined) throw new Error(`no such word group: ${name}`)
    return `(?:${expand(words, groups)})`
  })

const sourceOf = (expanded: string, language: keyof PhraseList): string =>
  language === 'zh'
    ? expanded.replaceAll('~~', `${gap.zh}{0,8}?`).replaceAll('~', `${gap.zh}{0,3}?`)
    : `${expanded
        .replaceAll('~~ ', `${gap.en}{0,5}?`)
        .replaceAll('~ ', `${gap.en}{0,2}?`)
        .replace(/(?<=\w)\*/g, '\\w*')}(?![a-z0-9])`

/** The alternatives a phrase may begin with, each with what follows it: `(a|b)c` begins with `ac` and `bc`. */
const beginnings = (expanded: string): string[] => {
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

const isWordPart = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
const pair = (first: number, second: number): number => first * 0x10000 + second
/** What a beginning is filed under: its first two characters, or the first where the second may be this or that. */
const keyOf = (beginning: string): number =>
  /^[^\\]['\- a-z\u4e00-\u9fff](?![?*+{])/.test(beginning)
    ? pair(beginning.charCodeAt(0), beginning.charCodeAt(1))
    : beginning.charCodeAt(0)

interface Attempt {
  list: number
  pattern: RegExp
}
const none: Attempt[] = []

/**
 * Compiles phrase lists into one scan of a lower-case text: at each character (each word of English) only the phrases that begin so
 * are tried, and after a hit its list goes on behind it. Hits come in the order of the text.
 */
export const compilePhrases = (lists: PhraseList[], groups: WordGroups): ((text: string) => PhraseHit[]) => {
  const sources = new Map<number, Map<number, string[]>>()
  lists.forEach((list, number) => {
    for (const language of ['zh', 'en'] as const) {
      for (const phrase of list[language]) {
        for (const beginning of beginnings(`(?:${expand(phrase, groups)})`)) {
          const byList = sources.get(keyOf(beginning)) ?? new Map<number, string[]>()
          byList.set(number, [...(byList.get(number) ?? []), sourceOf(beginning, language)])
          sources.set(keyOf(beginning), byList)
        }
      }
    }
  })
  const attempts = new Map<number, Attempt[]>(
    [...sources].map(([key, byList]) => [
      key,
      [...byList].map(([list, all]) => ({ list, pattern: new RegExp(all.join('|'), 'y') })),
    ]),
  )
  return (text) => {
    const hits: PhraseHit[] = []
    const readTo = lists.map(() => 0)
    const attempt = ({ list, pattern }: Attempt, at: number): void => {
      if (at < (readTo[list] ?? 0)) return
      pattern.lastIndex = at
      if (!pattern.test(text)) return
      hits.push({ list, start: at, end: pattern.lastIndex })
      readTo[list] = pattern.lastIndex
    }
    let inWord = false
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const middle = inWord
      inWord = isWordPart(code)
      if (middle && inWord) continue
      for (const one of attempts.get(pair(code, text.charCodeAt(at + 1))) ?? none) attempt(one, at)
      for (const one of attempts.get(code) ?? none) attempt(one, at)
    }
    return hits
  }
}
