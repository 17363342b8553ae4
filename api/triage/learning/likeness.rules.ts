import { eachFeature } from './features.rules.ts'

/** How much a shared feature counts: rare ones more. */
export type Rarity = (key: number) => number

const weigh = (text: string, rarity: Rarity): { weights: Map<number, number>; square: number } => {
  const weights = new Map<number, number>()
  eachFeature(text, (key) => weights.set(key, (weights.get(key) ?? 0) + 1))
  let square = 0
  for (const [key, n] of weights) {
    const weight = (1 + Math.log(n)) * rarity(key)
    weights.set(key, weight)
    square += weight * weight
  }
  return { weights, square }
}

/** Cosine 0…1 of two normalised texts over characters, character pairs and word stems, weighted by their rarity. Equal texts are 1, empty ones 0. */
export const likeness = (a: string, b: string, rarity: Rarity): number => {
  const [left, right] = [weigh(a, rarity), weigh(b, rarity)]
  if (left.square === 0 || right.square === 0) return 0
  if (a === b) return 1
  let sum = 0
  for (const [key, weight] of left.weights) sum += weight * (right.weights.get(key) ?? 0)
  return Math.min(1, sum / Math.sqrt(left.square * right.square))
}
