import type { Steps } from '../../platform/steps.ts'
import type { NaiveBayes } from './naive-bayes.ts'
import { createNaiveBayes } from './naive-bayes.ts'
import type { SoftmaxRegression } from './softmax-regression.ts'
import { createSoftmaxRegression } from './softmax-regression.ts'
import type { TextVector } from './vocabulary.ts'

/** A text as a vector, with the number of its class. */
export interface Labelled {
  vector: TextVector
  label: number
}

/** The two learners of texts, taught with the same lessons: one counts, one weighs features against each other. Together they err less than either. */
export interface Learners {
  bayes: NaiveBayes
  regression: SoftmaxRegression
}

/** Two untaught learners of `labels` classes; `worth(id)` says whether the regression keeps weights for a feature. */
export const createLearners = (labels: number, worth?: (id: number) => boolean): Learners => ({
  bayes: createNaiveBayes(labels),
  regression: createSoftmaxRegression(labels, worth),
})

/** The regression takes as many passes as fit into about this much work (nanoseconds), of very many texts the newest: teaching stays short, and repeatable. */
const usualWork = 0.25e9
const mostPasses = 15
const costNs = ({ vector }: Labelled, labels: number): number => vector.ids.length * (60 + 3 * labels)

/** A list in a fixed scattered order, so that a run of one class does not pull the weights to and fro. */
export const scattered = <T>(list: readonly T[]): T[] => {
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

/** Does the same with each of a list, with places to rest. */
export function* each<From, To>(list: readonly From[], work: (one: From) => To): Steps<To[]> {
  const out: To[] = []
  for (const [i, one] of list.entries()) {
    out.push(work(one))
    if (i % restEvery === 0) yield
  }
  return out
}

/** Teaches a regression, in passes with falling steps that take about `workNs` together. */
export function* teachRegression(
  regression: SoftmaxRegression,
  lessons: readonly Labelled[],
  labels: number,
  workNs = usualWork,
): Steps<void> {
  let budget = workNs
  let first = lessons.length
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

/** Teaches both; `workNs` bounds the passes of the regression, the other needs only one. */
export function* teach(
  { bayes, regression }: Learners,
  lessons: readonly Labelled[],
  labels: number,
  workNs = usualWork,
): Steps<void> {
  yield* each(lessons, ({ vector, label }) => bayes.learn(vector, label))
  yield* teachRegression(regression, lessons, labels, workNs)
}
