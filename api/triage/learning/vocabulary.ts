import { createFeatureTable } from './feature-table.ts'
import { eachFeature } from './features.rules.ts'

/** How often each known feature occurs in a text, and how many strange ones there are. */
export interface Tally {
  ids: Int32Array
  counts: Uint8Array
  strange: number
}

/** A text as a vector of length 1 over the known features; what is missing from the length 1 is the share of strange features. */
export interface TextVector {
  ids: Int32Array
  weights: Float32Array
}

/** Told of each known feature where it stands: its place among the tally's ids, and its stretch of the text. */
export type Occurrence = (at: number, start: number, end: number) => void

/** Features known, and in how many texts each occurred. Texts are normalised ones. */
export interface Vocabulary {
  readonly size: number
  seen(id: number): number
  /** Inverse document frequency of a feature, the highest for one never seen. */
  rarity(key: number): number
  read(text: string, occurrence?: Occurrence): Tally
  /** As `read`, but counts the text and numbers its new features while there is room. */
  learn(text: string): Tally
  /** TF-IDF by what has been learnt so far. */
  weigh(tally: Tally): TextVector
}

/** Room for features: enough for tens of thousands of texts, and a bound for memory. */
const mostFeatures = 200_000
const mostCount = 255

/** Creates an empty vocabulary. */
export const createVocabulary = (): Vocabulary => {
  const table = createFeatureTable(mostFeatures)
  const occurs = new Int32Array(mostFeatures)
  /** Place of a feature in the text being read, +1; 0 elsewhere. */
  const place = new Int32Array(mostFeatures)
  let texts = 0
  const rarityOf = (id: number): number =>
    Math.max(0.01, Math.log((texts + 1) / ((id < 0 ? 0 : (occurs[id] ?? 0)) + 0.5)))

  const tally = (text: string, numberOf: (key: number) => number, occurrence?: Occurrence): Tally => {
    const ids: number[] = []
    const counts: number[] = []
    let strange = 0
    eachFeature(text, (key, start, end) => {
      const id = numberOf(key)
      if (id < 0) {
        strange++
        return
      }
      const at = place[id] ?? 0
      if (at > 0) counts[at - 1] = Math.min(mostCount, (counts[at - 1] ?? 0) + 1)
      else {
        place[id] = ids.push(id)
        counts.push(1)
      }
      occurrence?.((place[id] ?? 0) - 1, start, end)
    })
    for (const id of ids) place[id] = 0
    return { ids: Int32Array.from(ids), counts: Uint8Array.from(counts), strange }
  }
  return {
    get size() {
      return table.size
    },
    seen: (id) => occurs[id] ?? 0,
    rarity: (key) => rarityOf(table.find(key)),
    read: (text, occurrence) => tally(text, table.find, occurrence),
    learn: (text) => {
      texts++
      const found = tally(text, table.put)
      for (const id of found.ids) occurs[id] = (occurs[id] ?? 0) + 1
      return found
    },
    weigh: ({ ids, counts, strange }) => {
      const weights = new Float32Array(ids.length)
      let square = strange * rarityOf(-1) ** 2
      for (let i = 0; i < ids.length; i++) {
        const n = counts[i] ?? 1
        const weight = (n === 1 ? 1 : 1 + Math.log(n)) * rarityOf(ids[i] ?? -1)
        weights[i] = weight
        square += weight * weight
      }
      const norm = square > 0 ? 1 / Math.sqrt(square) : 0
      for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * norm
      return { ids, weights }
    },
  }
}
