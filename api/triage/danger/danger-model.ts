import type { Steps } from '../../platform/steps.ts'
import { dangerExamples, harmlessExamples } from './examples.ts'
import { dangerSigns } from './lexicon/lexicon.ts'
import { isIdeograph, normalise } from '../text.rules.ts'
import type { DangerKind, EmergencyNumber } from '../triage.types.ts'

/** What the ear makes of a text: how much it sounds like danger (0 = as likely as not), which, and the stretches that said so. */
export interface Sound {
  loudness: number
  kind: DangerKind
  call: EmergencyNumber
  /** Start and end of the loudest stretches, loudest first, none inside another. */
  stretches: { start: number; end: number }[]
}

const slots = 2 ** 18
const start = 0x811c9dc5
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (slots - 1)
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || code === 0x27

type Visitor = (slot: number, start: number, end: number) => void

/** Stretches of a normalised text that can mean danger: up to three Chinese characters, an English word, its stem, and two words. */
const eachStretch = (text: string, visit: Visitor): void => {
  let before = 0
  let beforeStart = -1
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (isIdeograph(code)) {
      let hash = start
      for (let end = at + 1; end <= at + 3; end++) {
        const next = text.charCodeAt(end - 1)
        if (!isIdeograph(next)) break
        hash = mix(hash, next)
        visit(slotOf(hash), at, end)
      }
      beforeStart = -1
      at++
    } else if (isLetter(code)) {
      let hash = start
      let stem = 0
      let end = at
      for (; end < text.length && isLetter(text.charCodeAt(end)); end++) {
        if (end - at === stemLength) stem = hash
        hash = mix(hash, text.charCodeAt(end))
      }
      visit(slotOf(hash), at, end)
      if (stem !== 0) visit(slotOf(mix(stem, stemSign)), at, end)
      if (beforeStart >= 0) visit(slotOf(mix(before, hash)), beforeStart, end)
      before = hash
      beforeStart = at
      at = end
    } else at++
  }
}
const stemLength = 5
const stemSign = 0x2a

const slotsOf = (text: string): Uint32Array => {
  const heard: number[] = []
  eachStretch(text, (slot) => heard.push(slot))
  return Uint32Array.from(heard)
}

/** Weights of one yes-or-no question, taught by gradient steps that shorten for slots seen often (AdaGrad). */
interface Question {
  weights: Float32Array
  bias: number
}
const rounds = 12
const stepLength = 0.35
const fade = 2e-5

/** Lessons between two places where the work may rest; about a millisecond. */
const restEvery = 512

function* teach(lessons: { slots: Uint32Array; yes: boolean }[]): Steps<Question> {
  const weights = new Float32Array(slots)
  const steps = new Float32Array(slots).fill(0.02)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    // A stride that has no divisor in common with the number of lessons visits each once, far from its neighbours.
    for (let i = 0, at = 0; i < lessons.length; i++, at = (at + 7_919) % lessons.length) {
      if (i % restEvery === 0) yield
      const lesson = lessons[at]
      if (!lesson) continue
      const scale = 1 / Math.sqrt(lesson.slots.length + 1)
      let sum = bias
      for (const slot of lesson.slots) sum += (weights[slot] ?? 0) * scale
      const error = (lesson.yes ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      bias += 0.01 * error
      for (const slot of lesson.slots) {
        const weight = weights[slot] ?? 0
        const slope = error * scale - fade * weight
        const energy = (steps[slot] ?? 0) + slope * slope
        steps[slot] = energy
        weights[slot] = weight + (stepLength * slope) / Math.sqrt(energy)
      }
    }
  }
  return { weights, bias }
}
const answer = ({ weights, bias }: Question, text: string): number => {
  let sum = 0
  let count = 1
  eachStretch(text, (slot) => {
    sum += weights[slot] ?? 0
    count++
  })
  return bias + sum / Math.sqrt(count)
}

/** A kind of danger with its number, and what is to be said of it before anything is heard. */
interface Sounding {
  kind: DangerKind
  call: EmergencyNumber
  prior: number
}
/** Which danger it is: `rows` leads from a slot to what it says for every sounding; `silence` is what a slot says that was never heard. */
interface Soundings {
  list: Sounding[]
  rows: Map<number, number>
  speaks: Float32Array
  silence: Float32Array
}
interface Ear {
  danger: Question
  kinds: Soundings
}
type Lesson = { kind: DangerKind; call: EmergencyNumber; heard: Uint32Array }

/** Which danger it is, by the slots' frequencies in the sentences and in the rules' own words (naive Bayes). */
const teachKinds = (lessons: Lesson[]): Soundings => {
  const counted = new Map<string, Sounding & { count: number; times: Map<number, number> }>()
  for (const { kind, call, heard } of lessons) {
    const known = counted.get(kind + call) ?? { kind, call, prior: 0, count: 0, times: new Map<number, number>() }
    counted.set(kind + call, known)
    known.prior++
    for (const slot of heard) {
      known.times.set(slot, (known.times.get(slot) ?? 0) + 1 / Math.sqrt(heard.length))
      known.count += 1 / Math.sqrt(heard.length)
    }
  }
  const all = [...counted.values()]
  const whole = (count: number): number => count + smoothing * vocabulary
  const silence = Float32Array.from(all, ({ count }) => Math.log(smoothing / whole(count)))
  const slots = [...new Set(all.flatMap(({ times }) => [...times.keys()]))]
  const speaks = new Float32Array(slots.length * all.length)
  const rows = new Map(slots.map((slot, number) => [slot, number * all.length]))
  for (const [slot, row] of rows) {
    all.forEach(({ count, times }, index) => {
      const often = times.get(slot)
      speaks[row + index] = often === undefined ? (silence[index] ?? 0) : Math.log((often + smoothing) / whole(count))
    })
  }
  return { list: all.map(({ kind, call, prior }) => ({ kind, call, prior: Math.log(prior) })), rows, speaks, silence }
}
const smoothing = 0.05
const vocabulary = 20_000

/** The likeliest sounding of what was heard. */
const likeliest = ({ list, rows, speaks, silence }: Soundings, heard: Uint32Array): Sounding | undefined => {
  const likely = Float64Array.from(list, ({ prior }) => prior)
  for (const slot of heard) {
    const row = rows.get(slot)
    for (let index = 0; index < likely.length; index++) {
      const says = row === undefined ? silence[index] : speaks[row + index]
      likely[index] = (likely[index] ?? 0) + (says ?? 0)
    }
  }
  return list[likely.indexOf(Math.max(...likely))]
}

function* teachEar(ordinary: readonly string[]): Steps<Ear> {
  const taught = dangerExamples.flatMap(([kind, call, texts]) =>
    texts.map((text) => ({ kind, call, heard: slotsOf(normalise(text)) })),
  )
  const named = dangerSigns.flatMap(({ kind, call, zh, en }) =>
    [...zh, ...en].map((phrase) => ({ kind, call, heard: slotsOf(phrase) })),
  )
  yield
  const dangers = taught.map(({ heard }) => ({ slots: heard, yes: true }))
  const harmless = [...harmlessExamples, ...ordinary].map((text) => ({ slots: slotsOf(normalise(text)), yes: false }))
  yield
  return { danger: yield* teach([...dangers, ...harmless]), kinds: teachKinds([...taught, ...named]) }
}

const told = 5
const loudest = (text: string, { weights }: Question): { start: number; end: number }[] => {
  const stretches: { start: number; end: number; weight: number }[] = []
  eachStretch(text, (slot, start, end) => {
    if (end - start > 1) stretches.push({ start, end, weight: weights[slot] ?? 0 })
  })
  const chosen: { start: number; end: number }[] = []
  for (const { start, end, weight } of stretches.toSorted((one, other) => other.weight - one.weight)) {
    if (chosen.length === told || weight <= 0) break
    if (chosen.every((one) => one.end <= start || one.start >= end)) chosen.push({ start, end })
  }
  return chosen
}

/** Least loudness of danger; a longer text says more by chance, and in a very short one a single word is loud. */
const threshold = (length: number): number => 0.5 + Math.max(0, length - 30) * 0.01 + Math.max(0, 12 - length) * 0.08

/** Hears danger in a normalised text; null for what sounds harmless. */
export type HearDanger = (text: string) => Sound | null

/** Fewer ordinary requests than this teach too little of what is no danger. */
const leastOrdinary = 500

/**
 * Builds the ear, which hears danger in wordings no rule knows by their likeness to the taught sentences. It must know how people
 * ordinarily speak to a hotline (`ordinary`: requests without urgency), or it takes much of that for danger; where there are too few of them
 * it hears nothing. Takes about a tenth of a second, in steps between which the caller may rest.
 */
export function* buildEar(ordinary: readonly string[]): Steps<HearDanger> {
  if (ordinary.length < leastOrdinary) return () => null
  const { danger, kinds } = yield* teachEar(ordinary)
  return (text) => {
    const loudness = answer(danger, text) - threshold(text.length)
    if (loudness < 0) return null
    const best = likeliest(kinds, slotsOf(text))
    return best ? { loudness, kind: best.kind, call: best.call, stretches: loudest(text, danger) } : null
  }
}
