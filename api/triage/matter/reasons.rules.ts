/** A stretch of a text, end exclusive, and how much it speaks for the class in question. */
export interface Piece {
  start: number
  end: number
  weight: number
}

const mostWords = 5
const longest = 6

/** Function words at the edges of a piece: nobody would name them as a reason. */
const edges = /^[的了是在和与就也都很吗呢吧啊着把被给还又有]+|[的了是在和与就也都很吗呢吧啊着把被给还又有]+$/g

/**
 * The words of a text, from its pieces that speak for a class, which spoke most for it, strongest first, at most five. Chinese has no blanks: character pairs that
 * overlap and both speak are joined (路灯 + 灯不 + 不亮 → 路灯不亮); a single character, a pair that only bridges two words, and function words at the edges are left out.
 */
export const reasonsFor = (text: string, pieces: readonly Piece[]): string[] => {
  const runs: (Piece & { density: number })[] = []
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    const joins =
      last && piece.start < last.end && piece.end - last.start <= longest && piece.weight > last.density * 0.5
    if (!joins) runs.push({ ...piece, density: piece.weight })
    else {
      last.end = piece.end
      last.weight += piece.weight
    }
  }
  const words: string[] = []
  for (const { start, end } of runs.sort((a, b) => b.weight - a.weight)) {
    const word = text.slice(start, end).replace(edges, '')
    if (word.length < 2) continue
    if (!words.some((known) => known.includes(word) || word.includes(known))) words.push(word)
    if (words.length === mostWords) break
  }
  return words
}
