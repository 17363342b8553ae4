import { neededBehind } from './required-characters.ts'

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
export type SynonymGroups = Record<string, string>

/** A stretch of the text that a phrase matched, end exclusive, and the number of its list. */
export interface PhraseHit {
  list: number
  start: number
  end: number
}

const gap = { zh: '[^，,。、:：·！!？?；;]', en: "(?:[\\w'’-]+ )" } as const

const expand = (phrase: string, groups: SynonymGroups): string =>
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
/** A beginning whose second character may be this or that, one for each: `人(都|也)?走` is `人都走`, `人也走` and `人走`. */
const seconds = (beginning: string): string[] =>
  /^[\u4e00-\u9fff]\((?!\?[=!<])/.test(beginning)
    ? beginnings(beginning.slice(1)).flatMap((rest) => seconds(beginning.charAt(0) + rest))
    : [beginning]

/** What a beginning is filed under: its first three characters, or fewer where the next may be this or that. */
const keyOf = (beginning: string): string =>
  /^[^\\](?:['\- a-z\u4e00-\u9fff](?![?*+{])){0,2}/.exec(beginning)?.[0] ?? ''

interface Attempt {
  list: number
  /** How many first characters are certain, and the third of them, 0 where it may be this or that. */
  known: number
  third: number
  /** Numbers of the characters of which one must follow in the clause, as bits; null: any may. */
  needs: Uint32Array | null
  pattern: RegExp
}
/** What may begin with a character: whatever stands second, and by the second character. */
interface Beginners {
  any: Attempt[]
  by: Map<number, Attempt[]>
}
const none: Attempt[] = []
const clauseEnd = 0xffff

/** Gives every character that some phrase needs a number, one for all lists; commas end a clause. */
const numbers = new Uint16Array(0x10000)
for (const sign of '，,。、:：·！!？?；;') numbers[sign.charCodeAt(0)] = clauseEnd
let numbered = 0
const numberOf = (char: string): number => {
  const code = char.charCodeAt(0)
  numbers[code] ||= ++numbered
  return numbers[code] ?? 0
}
const bitsOf = (phrases: string[], known: number): Uint32Array | null => {
  const needed = phrases.map((phrase) => neededBehind(phrase, known))
  const bits: number[] = []
  for (const chars of needed) {
    if (chars === null) return null
    for (const char of chars) {
      const number = numberOf(char)
      bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31))
    }
  }
  return Uint32Array.from(bits, (word = 0) => word)
}
/** Whether one of the needed characters stands between a place and the end of its clause. */
const follows = (needs: Uint32Array, text: string, from: number): boolean => {
  for (let at = from; at < text.length; at++) {
    const number = numbers[text.charCodeAt(at)] ?? 0
    if (number === clauseEnd) return false
    if (number !== 0 && (((needs[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1) return true
  }
  return false
}

/** Pairs of characters in so little memory that it stays at hand: says no for nearly every pair that was not added, never for one that was. */
const createPairs = () => {
  const bits = new Uint32Array(2048)
  const slotOf = (first: number, second: number): number => Math.imul(first * 31 + second, 0x9e3779b1) >>> 16
  return {
    add: (first: number, second: number): void => {
      const slot = slotOf(first, second)
      bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31))
    },
    mayHave: (first: number, second: number): boolean => {
      const slot = slotOf(first, second)
      return (((bits[slot >> 5] ?? 0) >>> (slot & 31)) & 1) === 1
    },
  }
}

/** Compiles each key's phrases into one pattern a list, filed by the first character's code. */
const fileByFirst = (sources: Map<string, Map<number, PhraseList>>): Map<number, Beginners> => {
  const filed = new Map<number, Beginners>()
  for (const [key, byList] of sources) {
    const first = key.charCodeAt(0)
    const beginners = filed.get(first) ?? { any: [], by: new Map<number, Attempt[]>() }
    filed.set(first, beginners)
    const attempts = [...byList].map(([list, { zh, en }]) => ({
      list,
      known: key.length,
      third: key.length > 2 ? key.charCodeAt(2) : 0,
      needs: en.length > 0 ? null : bitsOf(zh, key.length),
      pattern: new RegExp(
        [...zh.map((one) => sourceOf(one, 'zh')), ...en.map((one) => sourceOf(one, 'en'))].join('|'),
        'y',
      ),
    }))
    if (key.length === 1) beginners.any = attempts
    else beginners.by.set(key.charCodeAt(1), [...(beginners.by.get(key.charCodeAt(1)) ?? []), ...attempts])
  }
  return filed
}

/**
 * Compiles phrase lists into one scan of a lower-case text: at each character (each word of English) only the phrases that begin so
 * and whose other characters follow are tried, and after a hit its list goes on behind it. Hits come in the order of the text.
 */
export const compilePhrases = (lists: PhraseList[], groups: SynonymGroups): ((text: string) => PhraseHit[]) => {
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
  const filed = [...fileByFirst(sources)]
  const places = new Uint16Array(0x10000)
  const pairs = createPairs()
  filed.forEach(([first, { by }], index) => {
    places[first] = index + 1
    for (const second of by.keys()) pairs.add(first, second)
  })
  const begin = filed.map(([, beginners]) => beginners)
  return (text) => {
    const hits: PhraseHit[] = []
    const readTo = lists.map(() => 0)
    const attempt = ({ list, known, third, needs, pattern }: Attempt, at: number): void => {
      if (third !== 0 && text.charCodeAt(at + 2) !== third) return
      if (at < (readTo[list] ?? 0) || (needs !== null && !follows(needs, text, at + known))) return
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
      const place = places[code] ?? 0
      const beginners = place === 0 ? undefined : begin[place - 1]
      if (!beginners) continue
      const second = text.charCodeAt(at + 1)
      if (pairs.mayHave(code, second)) for (const one of beginners.by.get(second) ?? none) attempt(one, at)
      for (const one of beginners.any) attempt(one, at)
    }
    return hits
  }
}
