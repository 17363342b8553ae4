import type { Steps } from '../../platform/steps.ts'
import type { Blend, Judged } from '../learning/calibration.rules.ts'
import { blendInto, defaultBlend, fitBlend } from '../learning/calibration.rules.ts'
import type { Platt } from '../learning/platt.rules.ts'
import { fitPlatt, plainPlatt, recalibrateInto } from '../learning/platt.rules.ts'
import type { Labelled, Learners } from '../learning/learners.ts'
import { createLearners, each, scattered, teach } from '../learning/learners.ts'
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
/** What a classifier learns from. */
export interface ClassifierOptions {
  labels: number
  /** Names of the classes: learnt, but never used to judge, for nobody speaks like a heading. */
  names: Lesson[]
  /** Example sentences of the catalogue. */
  catalogue: Lesson[]
  /** What people filed, oldest first. */
  filed: Lesson[]
}

const liveRate = 1
/** Judged texts kept for calibration, and how many newly filed ones bring it up to date. */
const poolSize = 500
const refitEvery = 20

const judge = ({ bayes, regression }: Learners, { vector, label }: Labelled, labels: number): Judged => {
  const [a, b] = [new Float64Array(labels), new Float64Array(labels)]
  regression.score(vector, a)
  bayes.score(vector, b)
  return { regression: Float32Array.from(a), bayes: Float32Array.from(b), label }
}

/** Judges a seventh of the lessons by learners that were taught only the others, and the names. */
function* crossJudge(lessons: Labelled[], names: Labelled[], labels: number): Steps<Judged[]> {
  const order = scattered(lessons)
  const learners = createLearners(labels)
  yield* teach(learners, [...order.filter((_lesson, i) => i % 7 !== 0), ...names], labels)
  return order
    .filter((_lesson, i) => i % 7 === 0)
    .slice(0, poolSize)
    .map((lesson) => judge(learners, lesson, labels))
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
    const given = p.reduce((most, one) => Math.max(most, one), 0)
    return { given, right: p[label] === given }
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
  const weigh = ({ tally, label }: { tally: Tally; label: number }): Labelled => ({
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
  const learners = createLearners(labels, worth)
  const learnLabelled = ({ vector, label }: Labelled): void => {
    learners.bayes.learn(vector, label)
    learners.regression.step(vector, label, liveRate)
  }
  yield* teach(learners, [...cases.filter((_, i) => !isHeld(i)), ...titles, ...base], labels)
  const held = cases.filter((_, i) => isHeld(i))
  const judged = yield* each(held, (lesson) => judge(learners, lesson, labels))
  yield* each(held, learnLabelled)
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
      learners.regression.score(vector, ofRegression.fill(0))
      learners.bayes.score(vector, ofBayes.fill(0))
      blendInto(ofRegression, ofBayes, calibration.blend, out)
      recalibrateInto(out, calibration.platt)
      return out
    },
    evidence: (id, label) =>
      calibration.blend.regression * learners.regression.weight(id, label) +
      calibration.blend.bayes * learners.bayes.weight(id, label),
    learn: ({ text, label }) => {
      judged.push(judge(learners, { vector: vocabulary.weigh(vocabulary.read(text)), label }, labels))
      if (judged.length > poolSize) judged.shift()
      learnLabelled({ vector: vocabulary.weigh(vocabulary.learn(text)), label })
      if (++fresh % refitEvery === 0) calibration = calibrate(pool(), labels, calibration.blend, 2)
    },
  }
}
