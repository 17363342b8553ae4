import { eachFeature } from './features.rules.ts'
import { isIdeograph } from './text.rules.ts'

/** Weight of one feature of the text for the class in question; ≤ 0 speaks against it. */
export type Speaker = (key: number) => number

const mostWords = 5
const longest = 6

/**
 * The words of a text that spoke most for a class, strongest first, at most five. Chinese has no blanks: character pairs that
 * overlap and both speak are joined (路灯 + 灯不 + 不亮 → 路灯不亮); a single character or a pair that only bridges two words is left out.
 */
export const wordsFor = (text: string, speaks: Speaker): string[] => {
  const found: { start: number; end: number; weight: number; density: number }[] = []
  eachFeature(text, (key, start, end) => {
    const weight = end - start > 1 ? speaks(key) : 0
    if (weight > 0 && !(text.slice(start, end).includes(' ') && !isIdeograph(text.charCodeAt(start))))
      found.push({ start, end, weight, density: weight })
  })
  found.sort((a, b) => a.start - b.start)
  const runs: typeof found = []
  for (const piece of found) {
    const last = runs.at(-1)
    const joins =
      last && piece.start < last.end && piece.end - last.start <= longest && piece.weight > last.density * 0.5
    if (!joins) runs.push({ ...piece })
    else {
      last.end = piece.end
      last.weight += piece.weight
    }
  }
  const words: string[] = []
  for (const { start, end } of runs.sort((a, b) => b.weight - a.weight)) {
    const word = text.slice(start, end)
    if (!words.some((known) => known.includes(word) || word.includes(known))) words.push(word)
    if (words.length === mostWords) break
  }
  return words
}
