import type { Steps } from '../../platform/steps.ts'
import { blendInto, defaultBlend } from '../learning/calibration.rules.ts'
import { createLearners, each, teach, teachRegression, type Labelled } from '../learning/learners.ts'
import { createSoftmaxRegression } from '../learning/softmax-regression.ts'
import { createVocabulary, type TextVector } from '../learning/vocabulary.ts'
import { normalise } from '../text.rules.ts'
import type { DangerKind, EmergencyNumber } from '../../vocabulary/danger.ts'
import { eachDangerFeature } from './danger-features.rules.ts'
import { dangerExamples, harmlessExamples } from './examples.ts'
import { dangerSigns } from './lexicon/lexicon.ts'
import { asMeant } from './writing/as-meant.ts'

/** What the model makes of a text that is likely danger: which, and the stretches that said so. */
interface Suspicion {
  kind: DangerKind
  call: EmergencyNumber
  /** Start and end of the stretches that weigh most, heaviest first, none inside another. */
  stretches: { start: number; end: number }[]
}

/** Suspects danger in a normalised text; null for what reads harmless. */
export type DangerModel = (text: string) => Suspicion | null

/** A kind of danger with the number that takes it: the classes of the second question. */
type DangerClass = Pick<Suspicion, 'kind' | 'call'>

const [harmless, danger] = [0, 1]
/** Room for the features of the examples and of some thousand filed texts. */
const room = 100_000

/** Log-odds a text needs: a longer one says more by chance, and in a very short one a single word weighs much. */
const threshold = (length: number): number => 0.5 + Math.max(0, length - 30) * 0.01 + Math.max(0, 12 - length) * 0.08

/** Fewer ordinary requests than this teach too little of what is no danger. */
const leastOrdinary = 500
/** Which danger it is, is learnt quickly: a few passes (nanoseconds of work). */
const kindWork = 0.018e9
const mostStretches = 5

/**
 * Builds the model, which suspects danger in wordings no rule knows by their likeness to the taught sentences: a regression says whether,
 * the two learners together which and so whom to call. It must know how people ordinarily write to a hotline (`ordinary`: requests
 * without urgency), or it takes much of that for danger; where there are too few of them it suspects nothing. Takes some tenths of a
 * second, in steps between which the caller may rest.
 */
export function* buildDangerModel(ordinary: readonly string[]): Steps<DangerModel> {
  if (ordinary.length < leastOrdinary) return () => null
  const vocabulary = createVocabulary(eachDangerFeature, room)
  const vectorOf = (text: string): TextVector => vocabulary.weigh(vocabulary.read(text))
  const known = (text: string) => vocabulary.learn(asMeant(normalise(text)))

  const dangers = dangerExamples.flatMap(([kind, call, texts]) =>
    texts.map((text) => ({ kind, call, tally: known(text) })),
  )
  const others = yield* each([...harmlessExamples, ...ordinary], known)
  const alarm = createSoftmaxRegression(2, undefined, room)
  yield* teachRegression(
    alarm,
    [
      ...dangers.map(({ tally }): Labelled => ({ vector: vocabulary.weigh(tally), label: danger })),
      ...others.map((tally): Labelled => ({ vector: vocabulary.weigh(tally), label: harmless })),
    ],
    2,
  )

  const classes: DangerClass[] = []
  const labelOf = ({ kind, call }: DangerClass): number => {
    const at = classes.findIndex((one) => one.kind === kind && one.call === call)
    return at >= 0 ? at : classes.push({ kind, call }) - 1
  }
  const lessons = [
    ...dangers.map((one): Labelled => ({ vector: vocabulary.weigh(one.tally), label: labelOf(one) })),
    ...dangerSigns.flatMap((sign) =>
      [...sign.zh, ...sign.en].map((phrase): Labelled => ({
        vector: vocabulary.weigh(vocabulary.learn(phrase)),
        label: labelOf(sign),
      })),
    ),
  ]
  const which = createLearners(classes.length)
  yield* teach(which, lessons, classes.length, kindWork)

  const classOf = (vector: TextVector): DangerClass | undefined => {
    const [regression, bayes] = [new Float64Array(classes.length), new Float64Array(classes.length)]
    which.regression.score(vector, regression)
    which.bayes.score(vector, bayes)
    const likely = new Float64Array(classes.length)
    blendInto(regression, bayes, defaultBlend, likely)
    return classes[likely.indexOf(Math.max(...likely))]
  }
  const heaviest = (text: string, { ids, weights }: TextVector): Suspicion['stretches'] => {
    const found: { start: number; end: number; weight: number }[] = []
    vocabulary.read(text, (at, start, end) => {
      const id = ids[at] ?? -1
      const weight = (weights[at] ?? 0) * (alarm.weight(id, danger) - alarm.weight(id, harmless))
      if (weight > 0 && end - start > 1) found.push({ start, end, weight })
    })
    const chosen: Suspicion['stretches'] = []
    for (const { start, end } of found.toSorted((one, other) => other.weight - one.weight)) {
      if (chosen.length === mostStretches) break
      if (chosen.every((one) => one.end <= start || one.start >= end)) chosen.push({ start, end })
    }
    return chosen
  }
  const odds = new Float64Array(2)
  return (text) => {
    const vector = vectorOf(text)
    alarm.score(vector, odds.fill(0))
    if ((odds[danger] ?? 0) - (odds[harmless] ?? 0) < threshold(text.length)) return null
    const found = classOf(vector)
    return found ? { ...found, stretches: heaviest(text, vector) } : null
  }
}
