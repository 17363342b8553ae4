/** One character of a name: how it may be read in pinyin without tones (not at all, where it is no Chinese one), and what may be typed for it. */
export interface Spelt {
  char: string
  readings: readonly string[]
  parts: readonly string[]
}

/** How well a name answers to what was typed: 3 it is that, 2 it begins so, 1 it holds it, 0 not at all. */
export type Likeness = 0 | 1 | 2 | 3

const typedLetter = /[a-z]/
/** What may stand between the syllables as one types them: `xi'an`, `shui wu`. */
const gaps = /[\s'’`-]/g
const passedOver = /[^\p{L}\p{N}]/u
const mostTyped = 40

/** What was typed, as it is looked for in the sound of names; null where it holds no Latin letter, or too little to tell names apart. */
export const typedSound = (searchable: string): string | null => {
  const typed = searchable.replaceAll('ü', 'v').replaceAll(gaps, '')
  return typed.length >= 2 && typed.length <= mostTyped && typedLetter.test(typed) ? typed : null
}

/** A reading as it is typed: ü has no key, and is v, u, or yu as in passports. */
const typedReadings = (reading: string): string[] =>
  reading.includes('ü') ? ['v', 'u', 'yu'].map((letter) => reading.replace('ü', letter)) : [reading]

const initials = (reading: string): string[] =>
  /^[zcs]h/.test(reading) ? [reading.slice(0, 1), reading.slice(0, 2)] : [reading.slice(0, 1)]

/** A character with its readings: it may be typed as it is, by a whole syllable, or by its initial. */
export const spelt = (char: string, read: readonly string[]): Spelt => {
  const readings = read.flatMap(typedReadings)
  return { char, readings, parts: [...new Set([char, ...readings, ...readings.flatMap(initials)])] }
}

/** Where in the typed text one may stand after this character, from `at`. */
const after = ({ readings, parts }: Spelt, typed: string, at: number): number[] => {
  const ends = parts.filter((part) => typed.startsWith(part, at)).map((part) => at + part.length)
  // one who is still typing has the beginning of the last syllable
  return readings.some((reading) => reading.startsWith(typed.slice(at))) ? [...ends, typed.length] : ends
}

/** Where in the name the typed text may end that begins at `from`; empty where it does not stand there. */
const endsFrom = (name: readonly Spelt[], typed: string, from: number): number[] => {
  const ends: number[] = []
  let reached: readonly number[] = [0]
  for (let at = from; reached.length > 0; at++) {
    if (reached.includes(typed.length)) ends.push(at)
    const one = name[at]
    if (one === undefined) break
    reached = [...new Set(reached.filter((end) => end < typed.length).flatMap((end) => after(one, typed, end)))]
  }
  return ends
}

/** How well a name answers to a typed sound: whole syllables, their initials, characters as they are, and all of these mixed. */
export const soundLikeness = (name: readonly Spelt[], typed: string): Likeness => {
  const heard = name.filter(({ char }) => !passedOver.test(char))
  for (const from of heard.keys()) {
    const ends = endsFrom(heard, typed, from)
    if (ends.length === 0) continue
    return from > 0 ? 1 : ends.includes(heard.length) ? 3 : 2
  }
  return 0
}
