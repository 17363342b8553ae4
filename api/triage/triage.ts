import { kinds, type Kind } from '../vocabulary/catalogue.ts'
import { atOnce, type Steps } from '../platform/steps.ts'
import { buildDangerModel } from './danger/danger-model.ts'
import { findDanger } from './danger/danger.rules.ts'
import { findKind } from './kind.rules.ts'
import { likeness } from './learning/likeness.rules.ts'
import type { Lesson, MatterClassifier } from './matter/matter-classifier.ts'
import { buildMatterClassifier } from './matter/matter-classifier.ts'
import type { Place } from './place/place.rules.ts'
import { createPlaceFinder } from './place/place.rules.ts'
import type { TriageMatter } from '../catalogue/teaching.types.ts'
import { simplify } from '../platform/writing/simplify.ts'
import { asWritten, isIdeograph, languageOf, normalise, tidy } from './text.rules.ts'
import type { MatterGuess, Proposal, TrainingExample, Triage, TriageOptions } from './triage.types.ts'
import { findUrgency } from './urgency.rules.ts'
import type { TextVector } from './learning/vocabulary.ts'
import { reasonsFor, type Piece } from './matter/reasons.rules.ts'

const defaultThreshold = 0.6
const mostMatters = 3

/** The most likely classes, best first; equal ones in the order of the catalogue. */
const best = (probabilities: Float64Array): number[] => {
  const top: number[] = []
  let least = -1
  for (let k = 0; k < probabilities.length; k++) {
    const p = probabilities[k] ?? 0
    if (top.length === mostMatters && p <= least) continue
    let at = top.length
    while (at > 0 && p > (probabilities[top[at - 1] ?? 0] ?? 0)) at--
    top.splice(at, 0, k)
    if (top.length > mostMatters) top.pop()
    least = probabilities[top.at(-1) ?? 0] ?? 0
  }
  return top
}

/** Probability of each kind, from those of the matters; `kindOf` holds the number of each matter's kind. */
const kindsOf = (kindOf: Uint8Array, probabilities: Float64Array): Record<Kind, number> => {
  const sums = new Float64Array(kinds.length)
  for (let label = 0; label < kindOf.length; label++) {
    const kind = kindOf[label] ?? 0
    sums[kind] = (sums[kind] ?? 0) + (probabilities[label] ?? 0)
  }
  const of = (kind: Kind): number => sums[kinds.indexOf(kind)] ?? 0
  return {
    inquiry: of('inquiry'),
    help: of('help'),
    complaint: of('complaint'),
    violationReport: of('violationReport'),
    suggestion: of('suggestion'),
  }
}

/** Who gets a matter in a place: its own unit, or the street (the district is copied), or the district that organises. */
const unitFor = (matter: TriageMatter, place: Place | null): Proposal['unit'] => {
  if (matter.route === 'unit')
    return matter.unitId === null ? null : { id: matter.unitId, copies: [], why: 'matterUnit' }
  const { districtId = null, streetId = null } = place ?? {}
  if (matter.route === 'street' && streetId !== null)
    return { id: streetId, copies: districtId === null ? [] : [districtId], why: 'streetOfPlace' }
  return districtId === null ? null : { id: districtId, copies: [], why: 'districtOfPlace' }
}

/** Where the known features of a text stand, longer than one character: place among the vector's ids, start and end, three numbers each. */
type Stretches = number[]

const guesses = (
  classifier: MatterClassifier,
  matters: TriageMatter[],
  text: string,
  { ids, weights }: TextVector,
  stretches: Stretches,
  probabilities: Float64Array,
): MatterGuess[] => {
  const top = best(probabilities)
  const pieces = top.map((): Piece[] => [])
  const says = new Float64Array(top.length)
  for (let i = 0; i < stretches.length; i += 3) {
    const [at = 0, start = 0, end = 0] = [stretches[i], stretches[i + 1], stretches[i + 2]]
    const weight = weights[at] ?? 0
    if (weight === 0 || (!isIdeograph(text.charCodeAt(start)) && text.slice(start, end).includes(' '))) continue
    for (let k = 0; k < top.length; k++) says[k] = classifier.evidence(ids[at] ?? -1, top[k] ?? -1)
    for (let k = 0; k < top.length; k++) {
      let rival = 0
      for (let j = 0; j < top.length; j++) if (j !== k) rival = Math.max(rival, says[j] ?? 0)
      const speaks = weight * ((says[k] ?? 0) - rival / 2)
      if (speaks > 0) pieces[k]?.push({ start, end, weight: speaks })
    }
  }
  return top.map((label, i) => ({
    code: matters[label]?.code ?? '',
    confidence: probabilities[label] ?? 0,
    why: reasonsFor(text, pieces[i] ?? []),
  }))
}

/** Filed texts the danger model learns from at most, the newest. */
const mostFiled = 2_000

/** Filed texts sifted between two places where the work may rest; about a millisecond. */
const restEvery = 32

/** Requests as people make them without urgency: by them the danger model knows what is none. */
function* ordinaryOf(matters: TriageMatter[], filed: TrainingExample[]): Steps<string[]> {
  const calm = matters.filter(({ urgency }) => urgency === 'normal')
  const codes = new Set(calm.map(({ code }) => code))
  const calmTexts: string[] = []
  for (const [i, { text, matterCode }] of filed.slice(-mostFiled).entries()) {
    if (i % restEvery === 0) yield
    if (codes.has(matterCode) && !isDanger(text)) calmTexts.push(text)
  }
  return [...calm.flatMap(({ examples }) => examples), ...calmTexts]
}
const isDanger = (text: string): boolean => findDanger(normalise(text)).danger !== null

/**
 * Builds the running classifier from the catalogue (names and example sentences), the areas, and what people filed. Everything is in
 * memory and synchronous; the same input gives the same proposals. `propose`, `learn` and `likeness` take any text and never throw;
 * filed texts whose matter is not in the catalogue are passed over.
 */
export function* buildTriage({ matters, areas, filed, threshold = defaultThreshold }: TriageOptions): Steps<Triage> {
  const labelOf = new Map(matters.map((matter, label) => [matter.code, label]))
  const lesson = ({ text, matterCode }: TrainingExample): Lesson[] => {
    const label = labelOf.get(matterCode)
    return label === undefined ? [] : [{ text: normalise(text), label }]
  }
  const lessons = (texts: (matter: TriageMatter) => string[]): Lesson[] =>
    matters.flatMap((matter, label) => texts(matter).map((text) => ({ text: normalise(text), label })))
  const classifier = yield* buildMatterClassifier({
    labels: matters.length,
    names: lessons((matter) => matter.names),
    catalogue: lessons((matter) => matter.examples),
    filed: [...filed].flatMap(lesson),
  })
  const { vocabulary } = classifier
  const dangerModel = yield* buildDangerModel(yield* ordinaryOf(matters, [...filed]))
  const findPlace = createPlaceFinder(areas)
  const kindOf = Uint8Array.from(matters, ({ kind }) => kinds.indexOf(kind))
  return {
    propose: (raw) => {
      const written = tidy(raw)
      const simple = simplify(written)
      const text = simple.toLowerCase()
      const finding = findDanger(text, dangerModel)
      const place = findPlace(simple)
      const shownPlace = place && { ...place, text: asWritten(place.text, simple, written) }
      const shown = (words: string[]): string[] =>
        simple === written ? words : words.map((word) => asWritten(word, text, written.toLowerCase()))
      const stretches: Stretches = []
      const tally = vocabulary.read(text, (at, from, to) => {
        if (to - from > 1) stretches.push(at, from, to)
      })
      const vector = vocabulary.weigh(tally)
      const probabilities = vocabulary.size > 0 ? classifier.probabilities(vector) : null
      const found = probabilities ? guesses(classifier, matters, text, vector, stretches, probabilities) : []
      const first = found[0]
      const matter = first && matters[labelOf.get(first.code) ?? -1]
      // A mere guess lends neither its urgency nor its unit.
      const likely = matter && first.confidence >= threshold / 2 ? matter : null
      const urgency = findUrgency(text, likely?.urgency ?? 'normal', finding)
      return {
        language: languageOf(text),
        matters: found.map((guess) => ({ ...guess, why: shown(guess.why) })),
        kind: findKind(text, probabilities && kindsOf(kindOf, probabilities)),
        urgency: { ...urgency, why: shown(urgency.why) },
        danger: finding.danger && { ...finding.danger, words: shown(finding.danger.words) },
        place: shownPlace,
        unit: likely && unitFor(likely, place),
        confident: first !== undefined && first.confidence >= threshold && finding.danger === null,
      }
    },
    learn: (example) => lesson(example).forEach(classifier.learn),
    likeness: (a, b) => likeness(normalise(a), normalise(b), vocabulary.rarity),
  }
}

/** The same, without a rest. */
export const createTriage = (options: TriageOptions): Triage => atOnce(buildTriage(options))
