/** Whether the first guess was right, and what probability it had been given (0…1). */
export interface Outcome {
  given: number
  right: boolean
}
/** A line on the log-odds: recalibrated = sigmoid(slope · logit(given) + shift). */
export interface Platt {
  slope: number
  shift: number
}

/** Leaves every probability as it is. */
export const plainPlatt: Platt = { slope: 1, shift: 0 }

const logit = (p: number): number => {
  const safe = Math.min(0.9999, Math.max(0.0001, p))
  return Math.log(safe / (1 - safe))
}
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
/** Weight of "leave it as it is" beside the outcomes. */
const pull = 2

/** The probability that holds for a first guess that was given one: monotone, 0…1. */
const recalibrate = (given: number, { slope, shift }: Platt): number => sigmoid(slope * logit(given) + shift)

/** Fits the line (Platt 1999) by Newton steps; the softmax alone is too sure of sure texts and too shy of shy ones. */
export const fitPlatt = (outcomes: Outcome[]): Platt => {
  let { slope, shift } = plainPlatt
  for (let step = 0; step < 12; step++) {
    let [ga, gb, haa, hbb, hab] = [pull * (slope - 1), pull * shift, pull, pull, 0]
    for (const { given, right } of outcomes) {
      const x = logit(given)
      const p = sigmoid(slope * x + shift)
      const w = p * (1 - p)
      ga += (p - (right ? 1 : 0)) * x
      gb += p - (right ? 1 : 0)
      haa += w * x * x
      hbb += w
      hab += w * x
    }
    const det = haa * hbb - hab * hab
    // Never falling: a text the classifier likes better must not come out less sure.
    slope = Math.min(3, Math.max(0.05, slope - (hbb * ga - hab * gb) / det))
    shift = Math.min(5, Math.max(-5, shift - (haa * gb - hab * ga) / det))
  }
  return { slope, shift }
}

/** Gives the likeliest class its recalibrated probability and scales the others to the rest; the order stays. */
export const recalibrateInto = (probabilities: Float64Array, platt: Platt): void => {
  let first = 0
  for (let k = 1; k < probabilities.length; k++) if ((probabilities[k] ?? 0) > (probabilities[first] ?? 0)) first = k
  const given = probabilities[first] ?? 0
  const now = recalibrate(given, platt)
  const scale = given < 1 ? (1 - now) / (1 - given) : 0
  for (let k = 0; k < probabilities.length; k++)
    probabilities[k] = k === first ? now : Math.min(now, (probabilities[k] ?? 0) * scale)
}
