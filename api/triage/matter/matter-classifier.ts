import type { Steps } from '../../platform/steps.ts'
import type { Blend, Judged } from './calibration.rules.ts'
import { blendInto, defaultBlend, fitBlend } from './calibration.rules.ts'
import type { NaiveBayes } from '../learning/naive-bayes.ts'
import { createNaiveBayes } from '../learning/naive-bayes.ts'
import type { Platt } from './platt.rules.ts'
import { fitPlatt, plainPlatt, tellInto } from './platt.rules.ts'
import type { SoftmaxRegression } from '../learning/softmax-regression.ts'
import { createSoftmaxRegression } from '../learning/softmax-regression.ts'
import type { Tally, TextVector, Vocabulary } from '../learning/vocabulary.ts'
import { createVocabulary } from '../learning/vocabulary.ts'

/** A normalised text with the class a person gave it. */
export interface Lesson {
  text: string
  label: number
}

/** Classifies texts into matters with calibrated probabilities, and learns on. */
export interface MatterClassifier {
  readonly vocabulary: Vocabulary
  /** Probability of every class. The array is reused by the next call. */
  probabilities(vector: TextVector): Float64Array
  /** What one feature says for a class, before its weight in the text. */
  evidence(id: number, label: number): number
  learn(lesson: Lesson): void
}
export interface ClassifierOptions {
  labels: number
  /** Names of the classes: learnt, but never used to judge, for nobody speaks like a heading. */
  names: Lesson[]
  /** Example sentences of the catalogue. */
  catalogue: Lesson[]
  /** What people filed, oldest first. */
  filed: Lesson[]
}

interface Known {
  vector: TextVector
  label: number
}
interface Pair {
  bayes: NaiveBayes
  regression: SoftmaxRegression
}

const liveRate = 1
/** Judged texts kept for calibration, and how many newly filed ones bring it up to date. */
const poolSize = 500
const refitEvery = 20

/** The regression takes as many passes as fit into about this much work; of very many texts the newest. Start-up stays short, and repeatable. */
const workNs = 0.25e9
const mostPasses = 15
const costNs = (lesson: Known, labels: number): number => lesson.vector.ids.length * (60 + 3 * labels)

/** A list in a fixed scattered order, so that a run of one class does not pull the weights to and fro. */
const scattered = <T>(list: T[]): T[] => {
  const out = [...list]
  let seed = 12_345
  for (let i = out.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    const j = (seed >>> 8) % (i + 1)
    const [a, b] = [out[i], out[j]]
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a]
  }
  return out
}

/** Steps of learning between two places where the work may rest; about a millisecond. */
const restEvery = 64

function* each<From, To>(list: From[], work: (one: From) => To): Steps<To[]> {
  const out: To[] = []
  for (const [i, one] of list.entries()) {
    out.push(work(one))
    if (i % restEvery === 0) yield
  }
  return out
}

function* teach({ bayes, regression }: Pair, lessons: Known[], labels: number): Steps<void> {
  let budget = workNs
  let first = lessons.length
  yield* each(lessons, ({ vector, label }) => bayes.learn(vector, label))
  for (let i = lessons.length - 1; i >= 0 && budget > 0; i--) {
    const lesson = lessons[i]
    if (lesson) budget -= costNs(lesson, labels)
    first = i
  }
  const order = scattered(lessons.slice(first))
  const passes = Math.max(1, Math.min(mostPasses, Math.floor(workNs / (workNs - budget + 1))))
  for (let pass = 0; pass < passes; pass++) {
    const rate = 4 / (1 + 0.3 * pass)
    yield* each(order, ({ vector, label }) => regression.step(vector, label, rate))
  }
}

const judge = ({ bayes, regression }: Pair, { vector, label }: Known, labels: number): Judged => {
  const [a, b] = [new Float64Array(labels), new Float64Array(labels)]
  regression.score(vector, a)
  bayes.score(vector, b)
  return { regression: Float32Array.from(a), bayes: Float32Array.from(b), label }
}

/** Judges a seventh of the lessons by a pair that learnt only the others, and the names. */
function* crossJudge(lessons: Known[], names: Known[], labels: number): Steps<Judged[]> {
  const order = scattered(lessons)
  const pair = { bayes: createNaiveBayes(labels), regression: createSoftmaxRegression(labels, () => true) }
  yield* teach(pair, [...order.filter((_lesson, i) => i % 7 !== 0), ...names], labels)
  return order
    .filter((_lesson, i) => i % 7 === 0)
    .slice(0, poolSize)
    .map((lesson) => judge(pair, lesson, labels))
}

interface Calibration {
  blend: Blend
  platt: Platt
}
const calibrate = (pool: Judged[], labels: number, from: Blend, steps: number): Calibration => {
  const blend = fitBlend(pool, from, steps)
  const p = new Float64Array(labels)
  const outcomes = pool.map(({ regression, bayes, label }) => {
    blendInto(regression, bayes, blend, p)
    const said = p.reduce((most, one) => Math.max(most, one), 0)
    return { said, right: p[label] === said }
  })
  return { blend, platt: labels > 1 && outcomes.length > 0 ? fitPlatt(outcomes) : plainPlatt }
}

/**
 * Builds a classifier: softmax regression and complement naive Bayes over characters, character pairs and English stems, blended by
 * factors that are fitted on texts not learnt at that moment (filed texts held back; while there are few, cross-validation of the
 * catalogue), so that a confidence of 0.8 is right in about 80 of 100 cases.
 * Building takes about a second, in steps between which the caller may rest.
 */
export function* buildMatterClassifier({
  labels,
  names,
  catalogue,
  filed,
}: ClassifierOptions): Steps<MatterClassifier> {
  const vocabulary = createVocabulary()
  const count = ({ text, label }: Lesson): { tally: Tally; label: number } => ({ tally: vocabulary.learn(text), label })
  const ofNames = names.map(count)
  const ofCatalogue = catalogue.map(count)
  const catalogueSize = vocabulary.size
  const ofFiled = yield* each(filed, count)
  const weigh = ({ tally, label }: { tally: Tally; label: number }): Known => ({
    vector: vocabulary.weigh(tally),
    label,
  })
  const titles = ofNames.map(weigh)
  const base = ofCatalogue.map(weigh)
  const cases = yield* each(ofFiled, weigh)

  // One filed text in five (of very many: `poolSize` of them) is judged before it is learnt.
  const every = Math.max(5, Math.ceil(cases.length / poolSize))
  const isHeld = (i: number): boolean => i % every === every - 1
  // A feature of the catalogue always deserves weights, one of a filed text when it occurs again.
  const worth = (id: number): boolean => id < catalogueSize || vocabulary.seen(id) > 1
  const pair: Pair = { bayes: createNaiveBayes(labels), regression: createSoftmaxRegression(labels, worth) }
  const learnKnown = ({ vector, label }: Known): void => {
    pair.bayes.learn(vector, label)
    pair.regression.step(vector, label, liveRate)
  }
  yield* teach(pair, [...cases.filter((_, i) => !isHeld(i)), ...titles, ...base], labels)
  const held = cases.filter((_, i) => isHeld(i))
  const judged = yield* each(held, (lesson) => judge(pair, lesson, labels))
  yield* each(held, learnKnown)
  const seeds = judged.length >= poolSize / 2 ? [] : yield* crossJudge(base, titles, labels)

  const pool = (): Judged[] =>
    judged.length >= poolSize / 2 ? judged : [...judged, ...seeds.slice(0, poolSize - judged.length)]
  let calibration = calibrate(pool(), labels, defaultBlend, 12)
  let fresh = 0
  // Every text uses the same three arrays: making them would cost more than filling them.
  const [ofRegression, ofBayes, out] = [new Float64Array(labels), new Float64Array(labels), new Float64Array(labels)]
  return {
    vocabulary,
    probabilities: (vector) => {
      pair.regression.score(vector, ofRegression.fill(0))
      pair.bayes.score(vector, ofBayes.fill(0))
      blendInto(ofRegression, ofBayes, calibration.blend, out)
      tellInto(out, calibration.platt)
      return out
    },
    evidence: (id, label) =>
      calibration.blend.regression * pair.regression.weight(id, label) +
      calibration.blend.bayes * pair.bayes.weight(id, label),
    learn: ({ text, label }) => {
      judged.push(judge(pair, { vector: vocabulary.weigh(vocabulary.read(text)), label }, labels))
      if (judged.length > poolSize) judged.shift()
      learnKnown({ vector: vocabulary.weigh(vocabulary.learn(text)), label })
      if (++fresh % refitEvery === 0) calibration = calibrate(pool(), labels, calibration.blend, 2)
    },
  }
}
