import { companionPhrases, dangerPhrases, misheardPhrases } from './sound-phrases.ts'
import { sounds } from './sounds.ts'
import { southern, syllablesOf } from './syllables.ts'

/** Phrases by their syllables, one node for each syllable read. */
interface Node {
  next: Map<number, Node>
  phrase: string
  danger: boolean
}
const node = (): Node => ({ next: new Map(), phrase: '', danger: false })

const numbers = new Map<string, number>()
const numberOf = (syllable: string): number => {
  const known = numbers.get(syllable)
  if (known !== undefined) return known
  numbers.set(syllable, numbers.size + 1)
  return numbers.size
}
/** The number of the syllable of a character, 0 where it sounds like none of the phrases. */
const soundOf = new Uint16Array(0xa000)
const southernOf: number[] = []
for (const [syllable, characters] of Object.entries(sounds)) {
  const number = numberOf(syllable)
  southernOf[number] = numberOf(southern(syllable))
  for (const character of characters) soundOf[character.charCodeAt(0)] = number
}
const soundAt = (text: string, at: number): number => soundOf[text.charCodeAt(at)] ?? 0

const add = (root: Node, phrase: string, soft: boolean, danger: boolean): void => {
  let at = root
  for (let i = 0; i < phrase.length; i++) {
    const exact = soundAt(phrase, i)
    const sound = soft ? (southernOf[exact] ?? 0) : exact
    const next = at.next.get(sound) ?? node()
    at.next.set(sound, next)
    at = next
  }
  if (at.phrase === '' || (danger && !at.danger)) Object.assign(at, { phrase, danger })
}
const misheard = node()
for (const phrase of misheardPhrases) add(misheard, phrase, false, true)
const inPinyin = node()
for (const phrase of dangerPhrases) add(inPinyin, phrase, true, true)
for (const phrase of companionPhrases) add(inPinyin, phrase, true, false)

/** Characters that stand in any sentence: that they are written right says nothing of what was meant. */
const everywhere = new Set('有人要想了被在我他啊')

/** Whether a stretch that sounds like a phrase is written otherwise, with one telling character right at least. */
const isSlip = (text: string, at: number, phrase: string): boolean => {
  let right = false
  for (let i = 0; i < phrase.length; i++) {
    const character = phrase.charAt(i)
    if (text.charAt(at + i) === character && !everywhere.has(character)) right = true
  }
  return right && !text.startsWith(phrase, at)
}

/** The longest phrase that sounds like what stands at a place. */
const soundingAt = (text: string, from: number): string => {
  let found = ''
  let at: Node | undefined = misheard
  for (let i = from; i < text.length; i++) {
    const sound = soundAt(text, i)
    at = sound === 0 ? undefined : at.next.get(sound)
    if (!at) break
    if (at.phrase !== '') found = at.phrase
  }
  return found
}

/** Characters of the right sound and the wrong shape, in phrases that nothing else sounds like: 没气泄露 is 煤气泄露. */
export const mendMisheard = (text: string): string => {
  let mended = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const sound = soundAt(text, at)
    if (sound === 0 || !misheard.next.has(sound)) continue
    const phrase = soundingAt(text, at)
    if (phrase === '') continue
    if (isSlip(text, at, phrase)) {
      mended += text.slice(kept, at) + phrase
      kept = at + phrase.length
    } else if (!text.startsWith(phrase, at)) continue
    at += phrase.length - 1
  }
  return kept === 0 ? text : mended + text.slice(kept)
}

/** One syllable of a text: a character, or a part of a pinyin word. */
interface Unit {
  sound: number
  start: number
  end: number
  pinyin: boolean
}
const latin = /[a-z]/
const words = /[a-z]+(?:'[a-z]+)*|[\u4e00-\u9fff]|[^a-z\u4e00-\u9fff\s]/g
/** Most English is told from pinyin by how its words end. */
const endsLikePinyin = /(?:[aeiouvn]|ng|er)$/
const latinRun = /[a-z][a-z' ]*/g
/** No phrase goes on over it. */
const barrier = 0

/** The syllables of a text with pinyin in it; null where some Latin word between Chinese or marks is none. */
const unitsOf = (text: string): Unit[] | null => {
  const runs = text.match(latinRun) ?? []
  const isPinyin = (run: string): boolean => {
    const all = run.trim().split(' ')
    return all.every((word) => endsLikePinyin.test(word)) && all.every((word) => syllablesOf(word) !== null)
  }
  if (!runs.some(isPinyin)) return null
  const others = new Set(runs.filter((run) => !isPinyin(run)).flatMap((run) => run.trim().split(' ')))
  const units: Unit[] = []
  for (const { 0: word, index } of text.matchAll(words)) {
    const syllables = latin.test(word) && !others.has(word) ? syllablesOf(word) : null
    if (!syllables) {
      const sound = latin.test(word) ? barrier : (southernOf[soundAt(word, 0)] ?? barrier)
      units.push({ sound, start: index, end: index + word.length, pinyin: false })
      continue
    }
    let at = index
    for (const syllable of syllables) {
      if (text.charAt(at) === "'") at++
      const sound = numbers.get(southern(syllable)) ?? barrier
      units.push({ sound, start: at, end: at + syllable.length, pinyin: true })
      at += syllable.length
    }
  }
  return units
}

interface Found {
  start: number
  end: number
  phrase: string
  danger: boolean
}
/** The phrases of a text, the longest at each place, of which a part is pinyin and what is written otherwise is right. */
const phrasesIn = (text: string, units: readonly Unit[]): Found[] => {
  const found: Found[] = []
  for (let from = 0; from < units.length; from++) {
    let at: Node | undefined = inPinyin
    let best: (Found & { next: number }) | null = null
    let pinyin = false
    let written = ''
    for (let i = from; i < units.length; i++) {
      const unit = units[i]
      at = unit && unit.sound !== barrier ? at.next.get(unit.sound) : undefined
      if (!unit || !at) break
      pinyin ||= unit.pinyin
      written += unit.pinyin ? '?' : text.charAt(unit.start)
      const { phrase, danger } = at
      if (phrase === '' || !pinyin || ![...written].every((sign, n) => sign === '?' || sign === phrase.charAt(n)))
        continue
      best = { start: units[from]?.start ?? 0, end: unit.end, phrase, danger, next: i }
    }
    if (!best) continue
    found.push(best)
    from = best.next
  }
  return found
}

/** Danger written in pinyin, wholly or in part, in characters: `zhaohuo le` is 着火了, 有人tiao楼 is 有人跳楼. Anything else stays as it is. */
export const readPinyin = (text: string): string => {
  if (!latin.test(text)) return text
  const units = unitsOf(text)
  const found = units ? phrasesIn(text, units) : []
  if (!found.some(({ danger }) => danger)) return text
  let read = ''
  let at = 0
  for (const { start, end, phrase } of found) {
    const between = text.slice(at, start)
    read += (at > 0 && between.trim() === '' ? '' : between) + phrase
    at = end
  }
  return read + text.slice(at)
}
