import type { Kind } from '../catalogue/catalogue.types.ts'
import { atOnce, type Steps } from '../platform/steps.ts'
import { buildEar } from './danger.ear.ts'
import { findDanger } from './danger.rules.ts'
import { eachFeature } from './features.rules.ts'
import { findKind } from './kind.rules.ts'
import { likeness } from './likeness.rules.ts'
import type { Lesson, MatterClassifier } from './matter-classifier.ts'
import { buildMatterClassifier } from './matter-classifier.ts'
import type { Place } from './place.rules.ts'
import { createPlaceFinder } from './place.rules.ts'
import { isIdeograph, languageOf, normalise, tidy } from './text.rules.ts'
import type { MatterGuess, Proposal, TrainingExample, Triage, TriageMatter, TriageOptions } from './triage.types.ts'
import { findUrgency } from './urgency.rules.ts'
import type { TextVector } from './vocabulary.ts'
import { wordsFor, type Piece } from './why.rules.ts'

const defaultThreshold = 0.6
const shown = 3

/** The most likely classes, best first; equal ones in the order of the catalogue. */
const best = (probabilities: Float64Array): number[] => {
  const top: number[] = []
  let least = -1
  for (let k = 0; k < probabilities.length; k++) {
    const p = probabilities[k] ?? 0
    if (top.length === shown && p <= least) continue
    let at = top.length
    while (at > 0 && p > (probabilities[top[at - 1] ?? 0] ?? 0)) at--
    top.splice(at, 0, k)
    if (top.length > shown) top.pop()
    least = probabilities[top.at(-1) ?? 0] ?? 0
  }
  return top
}

const kindsOf = (matters: TriageMatter[], probabilities: Float64Array): Record<Kind, number> => {
  const sum: Record<Kind, number> = { inquiry: 0, help: 0, complaint: 0, violationReport: 0, suggestion: 0 }
  let label = 0
  for (const { kind } of matters) sum[kind] += probabilities[label++] ?? 0
  return sum
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

const guesses = (
  classifier: MatterClassifier,
  matters: TriageMatter[],
  text: string,
  vector: TextVector,
  probabilities: Float64Array,
): MatterGuess[] => {
  const weights = new Map<number, number>()
  vector.ids.forEach((id, i) => weights.set(id, vector.weights[i] ?? 0))
  const top = best(probabilities)
  const pieces = top.map((): Piece[] => [])
  eachFeature(text, (key, start, end) => {
    const id = end - start > 1 ? classifier.vocabulary.find(key) : -1
    const weight = weights.get(id) ?? 0
    if (weight === 0 || (!isIdeograph(text.charCodeAt(start)) && text.slice(start, end).includes(' '))) return
    const says = top.map((label) => classifier.evidence(id, label))
    says.forEach((own, i) => {
      const other = says.reduce((most, rival, j) => (j === i ? most : Math.max(most, rival)), 0)
      const speaks = weight * (own - other / 2)
      if (speaks > 0) pieces[i]?.push({ start, end, weight: speaks })
    })
  })
  return top.map((label, i) => ({
    code: matters[label]?.code ?? '',
    confidence: probabilities[label] ?? 0,
    why: wordsFor(text, pieces[i] ?? []),
  }))
}

/** Filed texts the ear for danger learns from at most, the newest. */
const mostFiled = 2_000

/** Filed texts sifted between two places where the work may rest; about a millisecond. */
const restEvery = 32

/** Requests as people make them without urgency: by them the ear for danger knows what is none. */
function* ordinaryOf(matters: TriageMatter[], filed: TrainingExample[]): Steps<string[]> {
  const calm = matters.filter(({ urgency }) => urgency === 'normal')
  const codes = new Set(calm.map(({ code }) => code))
  const told: string[] = []
  for (const [i, { text, matterCode }] of filed.slice(-mostFiled).entries()) {
    if (i % restEvery === 0) yield
    if (codes.has(matterCode) && !isDanger(text)) told.push(text)
  }
  return [...calm.flatMap(({ examples }) => examples), ...told]
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
  const hear = yield* buildEar(yield* ordinaryOf(matters, [...filed]))
  const findPlace = createPlaceFinder(areas)
  return {
    propose: (raw) => {
      const neat = tidy(raw)
      const text = neat.toLowerCase()
      const finding = findDanger(text, hear)
      const place = findPlace(neat)
      const vector = vocabulary.weigh(vocabulary.read(text))
      const probabilities = vocabulary.size > 0 ? classifier.probabilities(vector) : null
      const found = probabilities ? guesses(classifier, matters, text, vector, probabilities) : []
      const first = found[0]
      const matter = first && matters[labelOf.get(first.code) ?? -1]
      // A mere guess lends neither its urgency nor its unit.
      const likely = matter && first.confidence >= threshold / 2 ? matter : null
      return {
        language: languageOf(text),
        matters: found,
        kind: findKind(text, probabilities && kindsOf(matters, probabilities)),
        urgency: findUrgency(text, likely?.urgency ?? 'normal', finding),
        danger: finding.danger,
        place,
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
