const shingle = 5
const alike = 0.3
/** Sequences in more texts than this are phrases of politeness and join nothing. */
const tooCommon = 50

const shinglesOf = (text: string): Set<string> => {
  const bare = text.replace(/[\s\p{P}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - shingle + 1) }, (_, i) => bare.slice(i, i + shingle)))
}

/** A group number for every text: near-copies (Jaccard > 0.3 on 5-character sequences) share one, so that no split parts them. */
export const groupBySimilarity = (texts: string[]): number[] => {
  const group = texts.map((_, i) => i)
  const root = (i: number): number => {
    const up = group[i] ?? i
    return up === i ? i : (group[i] = root(up))
  }
  const shingles = texts.map(shinglesOf)
  const holders = new Map<string, number[]>()
  shingles.forEach((own, i) => {
    const shared = new Map<number, number>()
    for (const part of own) {
      const others = holders.get(part) ?? []
      if (others.length < tooCommon) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(part, [...others, i])
    }
    for (const [other, n] of shared)
      if (n / (own.size + (shingles[other]?.size ?? 0) - n) > alike) group[root(i)] = root(other)
  })
  return texts.map((_, i) => root(i))
}
