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

/** Creates an untaught classifier. Per feature only the classes that had it are kept: memory grows with the texts, not with the classes. */
export const createNaiveBayes = (labels: number): NaiveBayes => {
  const labelsOf: number[][] = []
  const massOf: number[][] = []
  const totals: number[] = []
  const labelMass = new Float64Array(labels)
  let mass = 0

  /** Keeps the arrays dense, whatever order the features come in. */
  const reach = (id: number): void => {
    while (totals.length <= id) {
      totals.push(0)
      labelsOf.push([])
      massOf.push([])
    }
  }
  /** log((total + s) / (total - own + s)); a common feature takes the short way. */
  const gain = (total: number, own: number): number => {
    const share = Math.min(own, total) / (total + smoothing)
    return share < 0.05 ? share * (1 + share / 2) : -Math.log(1 - share)
  }
  return {
    learn: ({ ids, weights }, label) => {
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0
        const weight = weights[i] ?? 0
        reach(id)
        totals[id] = (totals[id] ?? 0) + weight
        mass += weight
        labelMass[label] = (labelMass[label] ?? 0) + weight
        const own = labelsOf[id] ?? []
        const amounts = massOf[id] ?? []
        const at = own.indexOf(label)
        if (at >= 0) amounts[at] = (amounts[at] ?? 0) + weight
        else {
          own.push(label)
          amounts.push(weight)
        }
      }
    },
    score: ({ ids, weights }, into) => {
      let known = 0
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0
        const own = labelsOf[id]
        const amounts = massOf[id]
        if (!own || !amounts) continue
        const weight = weights[i] ?? 0
        const total = totals[id] ?? 0
        known += weight
        for (let k = 0; k < own.length; k++) {
          const label = own[k] ?? 0
          into[label] = (into[label] ?? 0) + weight * gain(total, amounts[k] ?? 0)
        }
      }
      const all = mass + smoothing * totals.length
      for (let label = 0; label < labels; label++) {
        into[label] =
          (into[label] ?? 0) + known * Math.log(Math.max(smoothing, all - (labelMass[label] ?? 0)) / (all + smoothing))
      }
    },
    weight: (id, label) => {
      const at = labelsOf[id]?.indexOf(label) ?? -1
      return at < 0 ? 0 : gain(totals[id] ?? 0, massOf[id]?.[at] ?? 0)
    },
  }
}
