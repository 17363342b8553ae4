import type { TextVector } from './vocabulary.ts'

/** Multinomial logistic regression, taught by stochastic gradient one text at a time. */
export interface SoftmaxRegression {
  /** One gradient step; `rate` is its length. */
  step(vector: TextVector, label: number, rate: number): void
  score(vector: TextVector, into: Float64Array): void
  weight(id: number, label: number): number
}

/** Rows of weights are kept in blocks, made when a feature first needs one. */
const blockBits = 9
const blockRows = 1 << blockBits
const usualRows = 32_768

/**
 * Creates a regression with all weights 0. `worth(id)` says whether a feature deserves weights (memory: one number per class each);
 * at most `mostRows` features get them.
 */
export const createSoftmaxRegression = (
  labels: number,
  worth: (id: number) => boolean = () => true,
  mostRows = usualRows,
): SoftmaxRegression => {
  let rowOf = new Int32Array(1024)
  const blocks: Float32Array[] = []
  const scores = new Float64Array(labels)
  /** The classes a step moves: the right one and those that looked likely. The rest would move by next to nothing. */
  const moving = new Int32Array(labels)
  const least = 0.005
  let rows = 0

  /** Row of a feature, stored as row + 1; 0 = none. */
  const row = (id: number): number => (id >= 0 && id < rowOf.length ? (rowOf[id] ?? 0) - 1 : -1)
  const makeRow = (id: number): number => {
    const known = row(id)
    if (known >= 0 || id < 0 || rows >= mostRows || !worth(id)) return known
    if (rows % blockRows === 0) blocks.push(new Float32Array(blockRows * labels))
    if (id >= rowOf.length) {
      const wider = new Int32Array(Math.max(id + 1, rowOf.length * 2))
      wider.set(rowOf)
      rowOf = wider
    }
    rowOf[id] = ++rows
    return rows - 1
  }
  const score: SoftmaxRegression['score'] = ({ ids, weights }, into) => {
    for (let i = 0; i < ids.length; i++) {
      const at = row(ids[i] ?? -1)
      const block = at < 0 ? undefined : blocks[at >> blockBits]
      if (block) addScaled(block, (at & (blockRows - 1)) * labels, weights[i] ?? 0, into)
    }
  }
  const addScaled = (block: Float32Array, from: number, weight: number, into: Float64Array): void => {
    for (let k = 0; k < labels; k++) into[k] = (into[k] ?? 0) + weight * (block[from + k] ?? 0)
  }
  const move = (block: Float32Array, from: number, weight: number, count: number): void => {
    for (let j = 0; j < count; j++) {
      const k = moving[j] ?? 0
      block[from + k] = (block[from + k] ?? 0) + weight * (scores[k] ?? 0)
    }
  }
  return {
    score,
    step: (vector, label, rate) => {
      const { ids, weights } = vector
      scores.fill(0)
      score(vector, scores)
      let top = Number.NEGATIVE_INFINITY
      for (let k = 0; k < labels; k++) top = Math.max(top, scores[k] ?? 0)
      let sum = 0
      for (let k = 0; k < labels; k++) sum += scores[k] = Math.exp((scores[k] ?? 0) - top)
      let count = 0
      for (let k = 0; k < labels; k++) {
        const p = (scores[k] ?? 0) / sum
        scores[k] = rate * ((k === label ? 1 : 0) - p)
        if (k === label || p > least) moving[count++] = k
      }
      for (let i = 0; i < ids.length; i++) {
        const at = makeRow(ids[i] ?? -1)
        const block = at < 0 ? undefined : blocks[at >> blockBits]
        if (block) move(block, (at & (blockRows - 1)) * labels, weights[i] ?? 0, count)
      }
    },
    weight: (id, label) => {
      const at = row(id)
      return at < 0 ? 0 : (blocks[at >> blockBits]?.[(at & (blockRows - 1)) * labels + label] ?? 0)
    },
  }
}
