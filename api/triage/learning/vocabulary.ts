import { createFeatureTable } from './feature-table.ts'
import { eachFeature, type FeatureReader } from './features.rules.ts'

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
type Occurrence = (at: number, start: number, end: number) => void

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
const usualRoom = 200_000
const mostCount = 255

const leastRarity = 0.01
/** Logarithms of the usual numbers of occurrences: to work them out for each feature of each text costs as much as finding it. */
const logs = Float64Array.from({ length: 1024 }, (_, times) => Math.log(times + 0.5))

const widened = <List extends Int32Array | Uint8Array>(list: List, wider: List): List => {
  wider.set(list)
  return wider
}

/** Creates an empty vocabulary of the features that `features` takes from a text; `room` of them at most. */
export const createVocabulary = (features: FeatureReader = eachFeature, room = usualRoom): Vocabulary => {
  const table = createFeatureTable(room)
  const occurs = new Int32Array(room)
  /** Place of a feature in the text being read, +1; 0 elsewhere. */
  const place = new Int32Array(room)
  let texts = 0
  let logTexts = 0
  const rarityOf = (id: number): number => {
    const times = id < 0 ? 0 : (occurs[id] ?? 0)
    return Math.max(leastRarity, logTexts - (logs[times] ?? Math.log(times + 0.5)))
  }

  /** The features of the text being read and how often each came: kept from text to text, for making them would cost more than filling them. */
  let ids = new Int32Array(1024)
  let counts = new Uint8Array(1024)
  const tally = (text: string, numberOf: (key: number) => number, occurrence?: Occurrence): Tally => {
    let found = 0
    let strange = 0
    features(text, (key, start, end) => {
      const id = numberOf(key)
      if (id < 0) {
        strange++
        return
      }
      const at = (place[id] ?? 0) - 1
      if (at >= 0) counts[at] = Math.min(mostCount, (counts[at] ?? 0) + 1)
      else {
        if (found === ids.length) {
          ids = widened(ids, new Int32Array(found * 2))
          counts = widened(counts, new Uint8Array(found * 2))
        }
        ids[found] = id
        counts[found] = 1
        place[id] = ++found
      }
      occurrence?.((place[id] ?? 0) - 1, start, end)
    })
    const tallied = { ids: ids.slice(0, found), counts: counts.slice(0, found), strange }
    for (const id of tallied.ids) place[id] = 0
    return tallied
  }
  return {
    get size() {
      return table.size
    },
    seen: (id) => occurs[id] ?? 0,
    rarity: (key) => rarityOf(table.find(key)),
    read: (text, occurrence) => tally(text, table.find, occurrence),
    learn: (text) => {
      logTexts = Math.log(++texts + 1)
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
