import type { DangerModel } from './danger-model.ts'
import { judge, type Verdict } from './grammar.rules.ts'
import { synonyms } from './lexicon/synonyms.ts'
import { compilePhrases } from './phrases/compile-phrases.ts'
import type { PhraseHit } from './phrases/notation.ts'
import { dangerSigns, type DangerSign } from './lexicon/lexicon.ts'
import { harmlessPhrases } from './lexicon/harmless.ts'
import { asMeant } from './writing/as-meant.ts'
import { matchesOf } from '../text.rules.ts'
import type { DangerKind, EmergencyNumber } from '../../vocabulary/danger.ts'

interface Danger {
  kind: DangerKind
  call: EmergencyNumber
  /** The words that said so, as they stand in the text, at most five. */
  words: string[]
}
/** What a text says of danger. */
export interface DangerFinding {
  danger: Danger | null
  /** Danger that is feared or possible, not there: no transfer, but it raises the urgency. */
  feared: string[]
}

/** The danger of a text stands at its beginning or in a few sentences; more is not read. */
const readLength = 2_000
/** A letter of this length is no cry for help: there, danger must say that it is now. */
const letterLength = 250
/** Only so short a text is given to the model: who needs help says little. */
const cryLength = 120
/** Two cues of a pair this close (characters) speak of the same thing. */
const pairReach = 40
const mostWords = 5
/** Who was struck by these needs an ambulance first, unless somebody must be freed. */
const strikes: ReadonlySet<DangerKind> = new Set(['gas', 'traffic', 'collapse', 'explosion', 'electricShock'])

const sentenceEnd = /[。！？!?\n;；…]+|\.(?=\s|$)/g
const only = (wanted: (sign: DangerSign) => boolean): DangerSign[] =>
  dangerSigns.map((sign) => (wanted(sign) ? sign : { ...sign, zh: [], en: [] }))
const isFirstCue = ({ cue }: DangerSign): boolean => cue !== null && cue % 2 === 0
const findMost = compilePhrases(
  only((sign) => !isFirstCue(sign)),
  synonyms,
)
const findFirstCues = compilePhrases(only(isFirstCue), synonyms)

/** Whether a sign counts in a text: in a letter many things stand side by side, there only the pairs of a wish to die count. */
const counts = ({ cue, kind }: DangerSign, letter: boolean): boolean => cue === null || !letter || kind === 'suicide'

/** Plain words and second cues, and first cues only where a second one waits for them: most texts are read once. */
const findSigns = (text: string): PhraseHit[] => {
  const letter = text.length > letterLength
  const counted = (hits: PhraseHit[]): PhraseHit[] =>
    hits.filter(({ list }) => {
      const sign = dangerSigns[list]
      return sign !== undefined && counts(sign, letter)
    })
  const found = counted(findMost(text))
  if (found.every(({ list }) => dangerSigns[list]?.cue === null)) return found
  return [...found, ...counted(findFirstCues(text))].toSorted((one, other) => one.start - other.start)
}
const findHarmless = compilePhrases([harmlessPhrases], synonyms)

interface Hit {
  sign: DangerSign
  start: number
  end: number
  word: string
  verdict: Exclude<Verdict, 'none'>
}

/** The text with its harmless words dotted out, same length; null when there are none. */
const blank = (text: string): string | null => {
  let left = ''
  let at = 0
  for (const { start, end } of findHarmless(text)) {
    if (end <= at) continue
    left += text.slice(at, Math.max(at, start)) + '·'.repeat(end - Math.max(at, start))
    at = end
  }
  return at === 0 ? null : left + text.slice(at)
}

/** Ends of the sentences of a text, the last one its own. */
const sentencesOf = (text: string): { start: number; end: number }[] => {
  const sentences: { start: number; end: number }[] = []
  let start = 0
  for (const match of matchesOf(sentenceEnd, text)) {
    sentences.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  sentences.push({ start, end: text.length })
  return sentences
}

/** Whether what was found can come to anything: one cue of a pair cannot. */
const matters = (found: PhraseHit[]): boolean => {
  const signs = found.flatMap(({ list }) => dangerSigns[list] ?? [])
  return signs.some(
    ({ kind, cue }) => cue === null || signs.some((other) => other.kind === kind && other.cue === (cue ^ 1)),
  )
}

const hitsIn = (found: PhraseHit[], text: string, original: string): Hit[] => {
  if (!matters(found)) return []
  const letter = text.length > letterLength
  const sentences = sentencesOf(text)
  let number = 0
  return found.flatMap(({ list, start, end }) => {
    while ((sentences[number]?.end ?? Infinity) < start) number++
    const sentence = sentences[number]
    const sign = dangerSigns[list]
    if (!sentence || !sign || end > sentence.end) return []
    const said = { text: original.slice(sentence.start, sentence.end), after: original.slice(sentence.end), letter }
    const verdict = judge(sign.kind, said, start - sentence.start, end - sentence.start)
    return verdict === 'none' ? [] : [{ sign, start, end, word: original.slice(start, end).trim(), verdict }]
  })
}

/** One cue of a pair counts when the other stands close by. */
const hasPartner = (hit: Hit, hits: Hit[]): boolean =>
  hit.sign.cue === null ||
  hits.some(
    (other) =>
      other.sign.kind === hit.sign.kind &&
      other.sign.cue === (Number(hit.sign.cue) ^ 1) &&
      (other.end <= hit.start || other.start >= hit.end) &&
      Math.max(other.start, hit.start) - Math.min(other.end, hit.end) <= pairReach,
  )

/** Whether longer words of one sign may silence words of another: who will drink poison has not; who is choking or swept away is no less so. */
const differs = (part: DangerSign, whole: DangerSign): boolean =>
  part.kind === whole.kind
    ? part.kind === 'suicide' && part.call !== whole.call
    : !(part.kind === 'injury' && whole.kind === 'trapped') && !(part.kind === 'drowning' && whole.kind === 'injury')

/** Words that are part of more words of another kind: `hit my son` in `a car hit my son`. */
const isPart = (hit: Hit, hits: Hit[]): boolean =>
  hits.some(
    (other) =>
      differs(hit.sign, other.sign) &&
      other.sign.cue === null &&
      other.start <= hit.start &&
      other.end >= hit.end &&
      other.end - other.start > hit.end - hit.start,
  )

/** What the model suspects in a short text where no rule spoke, if the grammar does not take it back. */
const suspect = (text: string, model: DangerModel): Danger | null => {
  const suspicion = text.length > cryLength ? null : model(text)
  const [first] = suspicion?.stretches ?? []
  if (!suspicion || !first) return null
  const quiet = blank(text)
  if (quiet !== null && model(quiet) === null) return null
  const sentence = sentencesOf(text).find(({ end }) => end >= first.start)
  if (!sentence) return null
  const said = { text: text.slice(sentence.start, sentence.end), after: text.slice(sentence.end), letter: false }
  if (judge(suspicion.kind, said, first.start - sentence.start, first.end - sentence.start) !== 'danger') return null
  const { kind, call, stretches } = suspicion
  return { kind, call, words: stretches.map(({ start, end }) => text.slice(start, end)) }
}

const noModel: DangerModel = () => null

/**
 * Finds danger to life or property in a normalised text and the number that takes it (the table is `dangerSigns`). Negation, things
 * that are over, paperwork and mere fear are understood sentence by sentence; where it is unclear, it is danger: a missed one costs
 * more. The first kind in the order of the table is reported. Where no rule knows a word of it, the model is asked.
 */
export const findDanger = (text: string, model: DangerModel = noModel): DangerFinding => {
  const read = asMeant(text.slice(0, readLength))
  const found = findSigns(read)
  if (!matters(found)) return { danger: suspect(read, model), feared: [] }
  const left = blank(read)
  const hits = left === null ? hitsIn(found, read, read) : hitsIn(findSigns(left), left, read)
  const fears = hits.filter((hit) => hit.verdict === 'feared' && hit.sign.cue === null).map((hit) => hit.word)
  const real = hits.filter((hit) => hit.verdict === 'danger')
  const sure = real.filter((hit) => hasPartner(hit, real))
  const sign = dangerSigns.find((candidate) => sure.some((hit) => hit.sign === candidate && !isPart(hit, sure)))
  const words = (of: string[]): string[] => [...new Set(of)].slice(0, mostWords)
  if (!sign) return { danger: null, feared: words(fears) }
  const has = (kind: DangerKind): boolean => sure.some((hit) => hit.sign.kind === kind)
  const hurt = strikes.has(sign.kind) && has('injury') && !has('trapped')
  return {
    danger: { kind: sign.kind, call: hurt ? '120' : sign.call, words: words(sure.map((hit) => hit.word)) },
    feared: words(fears),
  }
}
