import { mayBegin, type CompilePhrases, type PhraseHit } from './notation.ts'
import { openingsOf, type Opening } from './openings.ts'
import { neededBehind } from './required-characters.ts'

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

/** Files the openings by the code of their first character. */
const fileByFirst = (openings: Opening[]): Map<number, Beginners> => {
  const filed = new Map<number, Beginners>()
  for (const { list, key, zh, mixed, pattern } of openings) {
    const first = key.charCodeAt(0)
    const beginners = filed.get(first) ?? { any: [], by: new Map<number, Attempt[]>() }
    filed.set(first, beginners)
    const attempt: Attempt = {
      list,
      known: key.length,
      third: key.length > 2 ? key.charCodeAt(2) : 0,
      needs: mixed ? null : bitsOf(zh, key.length),
      pattern,
    }
    if (key.length === 1) beginners.any.push(attempt)
    else {
      const second = key.charCodeAt(1)
      beginners.by.set(second, [...(beginners.by.get(second) ?? []), attempt])
    }
  }
  return filed
}

/**
 * Compiles phrase lists into one scan of a lower-case text: at each character (each word of English) only the phrases that begin so
 * and whose other characters follow are tried, and after a hit its list goes on behind it. Hits come in the order of the text.
 */
export const compileFiltered: CompilePhrases = (lists, groups) => {
  const filed = [...fileByFirst(openingsOf(lists, groups))]
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
    for (let at = 0; at < text.length; at++) {
      if (!mayBegin(text, at)) continue
      const code = text.charCodeAt(at)
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
