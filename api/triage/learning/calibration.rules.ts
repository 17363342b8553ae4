/** The two classifiers' scores of one text that neither had learnt, and what a person chose. */
export interface Judged {
  regression: Float32Array
  bayes: Float32Array
  label: number
}

/** How much each classifier's score counts, together also the temperature of the softmax; and how often people file against all evidence. */
export interface Blend {
  regression: number
  bayes: number
  /** Share 0…1 of texts whose matter the words do not show: what keeps a sure text from being told as certain. */
  noise: number
}

/** Before anything is measured: what held on public texts. */
export const defaultBlend: Blend = { regression: 1, bayes: 2, noise: 0.02 }

const softmaxInto = (
  regression: ArrayLike<number>,
  bayes: ArrayLike<number>,
  blend: Blend,
  into: Float64Array,
): void => {
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < into.length; k++) {
    const score = blend.regression * (regression[k] ?? 0) + blend.bayes * (bayes[k] ?? 0)
    into[k] = score
    if (score > top) top = score
  }
  let sum = 0
  for (let k = 0; k < into.length; k++) sum += into[k] = Math.exp((into[k] ?? 0) - top)
  for (let k = 0; k < into.length; k++) into[k] = (into[k] ?? 0) / sum
}

/** Probability of every class from both scores, into `into`. */
export const blendInto = (
  regression: ArrayLike<number>,
  bayes: ArrayLike<number>,
  blend: Blend,
  into: Float64Array,
): void => {
  softmaxInto(regression, bayes, blend, into)
  for (let k = 0; k < into.length; k++) into[k] = (1 - blend.noise) * (into[k] ?? 0) + blend.noise / into.length
}

const bound = (value: number): number => Math.min(60, Math.max(0.02, value))
const atMost = (value: number, most: number): number => Math.max(-most, Math.min(most, value))
/** Weight of the default beside the judged texts, in texts: a handful does not decide everything. */
const pull = 2
const noiseTexts = 20

/** One damped Newton step of the two factors, each text weighing as much as it is no noise; and the noise this leaves. */
const improve = (pool: Judged[], blend: Blend, p: Float64Array): Blend => {
  let [gr, gb] = [pull * (blend.regression - defaultBlend.regression), pull * (blend.bayes - defaultBlend.bayes)]
  let [hr, hb, cross] = [pull, pull, 0]
  let noise = noiseTexts * defaultBlend.noise
  for (const { regression, bayes, label } of pool) {
    softmaxInto(regression, bayes, blend, p)
    const plain = (1 - blend.noise) * (p[label] ?? 0)
    const sense = plain / (plain + blend.noise / p.length)
    let [r, b, rr, bb, rb] = [0, 0, 0, 0, 0]
    for (let k = 0; k < p.length; k++) {
      const [q, x, y] = [p[k] ?? 0, regression[k] ?? 0, bayes[k] ?? 0]
      r += q * x
      b += q * y
      rr += q * x * x
      bb += q * y * y
      rb += q * x * y
    }
    gr += sense * (r - (regression[label] ?? 0))
    gb += sense * (b - (bayes[label] ?? 0))
    hr += sense * (rr - r * r)
    hb += sense * (bb - b * b)
    cross += sense * (rb - r * b)
    noise += 1 - sense
  }
  const det = hr * hb - cross * cross
  return {
    regression: bound(blend.regression - atMost((hb * gr - cross * gb) / det, 2)),
    bayes: bound(blend.bayes - atMost((hr * gb - cross * gr) / det, 2)),
    noise: noise / (pool.length + noiseTexts),
  }
}

/**
 * Moves a blend towards the one under which the judged texts are most likely (expectation-maximisation with Newton steps; a few
 * steps from the last blend are enough for a few new texts). Because none of the texts was learnt before it was scored, the
 * probabilities mean what they say.
 */
export const fitBlend = (pool: Judged[], from: Blend = defaultBlend, steps = 12): Blend => {
  const p = new Float64Array(pool[0]?.regression.length ?? 0)
  let blend = from
  for (let i = 0; i < steps && pool.length > 0; i++) {
    const next = improve(pool, blend, p)
    const moved =
      Math.abs(next.regression - blend.regression) +
      Math.abs(next.bayes - blend.bayes) +
      Math.abs(next.noise - blend.noise)
    blend = next
    if (moved < 1e-3) break
  }
  return blend
}
