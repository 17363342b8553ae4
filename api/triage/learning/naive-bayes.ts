import type { TextVector } from './vocabulary.ts'

/** Complement naive Bayes over vectors of length 1 (Rennie 2003): learns by counting, so a single example counts at once. */
export interface NaiveBayes {
  learn(vector: TextVector, label: number): void
  /** Adds the score of every class to `into`: how badly the text fits all the *other* classes. */
  score(vector: TextVector, into: Float64Array): void
  /** What one feature says for a class, compared with a class that never had it. */
  weight(id: number, label: number): number
}

const smoothing = 0.1

/** What one feature was seen with: the classes that had it, how much of it each had, and what that says for them (`null`: to be worked out anew). */
interface Seen {
  total: number
  labels: number[]
  mass: number[]
  gains: Float64Array | null
}

/** Creates an untaught classifier. Per feature only the classes that had it are kept: memory grows with the texts, not with the classes. */
export const createNaiveBayes = (labels: number): NaiveBayes => {
  const features: Seen[] = []
  const labelMass = new Float64Array(labels)
  /** Log of the share of everything else, by class; worked out anew after a lesson. */
  const others = new Float64Array(labels)
  let mass = 0
  let stale = true

  /** Keeps the array dense, whatever order the features come in. */
  const reach = (id: number): Seen => {
    while (features.length <= id) features.push({ total: 0, labels: [], mass: [], gains: null })
    return features[id] ?? { total: 0, labels: [], mass: [], gains: null }
  }
  /** log((total + s) / (total - own + s)); a common feature takes the short way. */
  const gain = (total: number, own: number): number => {
    const share = Math.min(own, total) / (total + smoothing)
    return share < 0.05 ? share * (1 + share / 2) : -Math.log(1 - share)
  }
  const gainsOf = (seen: Seen): Float64Array =>
    (seen.gains ??= Float64Array.from(seen.mass, (own) => gain(seen.total, own)))
  const weighOthers = (): void => {
    const all = mass + smoothing * features.length
    for (let label = 0; label < labels; label++)
      others[label] = Math.log(Math.max(smoothing, all - (labelMass[label] ?? 0)) / (all + smoothing))
    stale = false
  }
  return {
    learn: ({ ids, weights }, label) => {
      stale = true
      for (let i = 0; i < ids.length; i++) {
        const weight = weights[i] ?? 0
        const seen = reach(ids[i] ?? 0)
        seen.total += weight
        seen.gains = null
        mass += weight
        labelMass[label] = (labelMass[label] ?? 0) + weight
        const at = seen.labels.indexOf(label)
        if (at >= 0) seen.mass[at] = (seen.mass[at] ?? 0) + weight
        else {
          seen.labels.push(label)
          seen.mass.push(weight)
        }
      }
    },
    score: ({ ids, weights }, into) => {
      let known = 0
      for (let i = 0; i < ids.length; i++) {
        const seen = features[ids[i] ?? 0]
        if (!seen) continue
        const weight = weights[i] ?? 0
        const own = seen.labels
        const gains = gainsOf(seen)
        known += weight
        for (let k = 0; k < own.length; k++) {
          const label = own[k] ?? 0
          into[label] = (into[label] ?? 0) + weight * (gains[k] ?? 0)
        }
      }
      if (stale) weighOthers()
      for (let label = 0; label < labels; label++) into[label] = (into[label] ?? 0) + known * (others[label] ?? 0)
    },
    weight: (id, label) => {
      const seen = features[id]
      const at = seen ? seen.labels.indexOf(label) : -1
      return seen && at >= 0 ? (gainsOf(seen)[at] ?? 0) : 0
    },
  }
}
