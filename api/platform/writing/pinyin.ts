import { LRUCache } from 'lru-cache'
import { searchable } from './searchable.ts'
import { soundLikeness, spelt, typedSound, type Likeness, type Spelt } from './sounds.rules.ts'

/** How well a name answers to what was typed, by its sound. */
export type Sounds = (name: string) => Likeness

type Read = (char: string) => string[]

const isChinese = /\p{Script=Han}/u
/** Names of units, staff and articles: what is spelt once is kept. */
const names = new LRUCache<string, readonly Spelt[]>({ max: 20_000 })
const chars = new Map<string, Spelt>()

/** Read when letters are first searched for: it takes a fifth of a second, and thirty megabytes. */
let reading: Promise<Read> | null = null
const loadReading = async (): Promise<Read> => {
  const { pinyin } = await import('pinyin-pro')
  // all readings of each character, for 长, 行 and 单 are read by what they mean, and in names as the family says
  return (char) => pinyin(char, { multiple: true, toneType: 'none', type: 'array' })
}

const spell = (name: string, read: Read): readonly Spelt[] => {
  const kept = names.get(name)
  if (kept) return kept
  const heard = Array.from(searchable(name), (char) => {
    const one = chars.get(char) ?? spelt(char, isChinese.test(char) ? read(char) : [])
    chars.set(char, one)
    return one
  })
  names.set(name, heard)
  return heard
}

/** Names by their pinyin, whole or initials, as a keyboard has it; null where what was typed cannot be one, which costs nothing. */
export const soundsLike = async (q: string): Promise<Sounds | null> => {
  const typed = typedSound(searchable(q))
  if (typed === null) return null
  const read = await (reading ??= loadReading())
  return (name) => soundLikeness(spell(name, read), typed)
}
