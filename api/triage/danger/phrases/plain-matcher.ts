import { mayBegin, type CompilePhrases, type PhraseHit } from './notation.ts'
import { openingsOf } from './openings.ts'

/** One regular expression a list, tried at every place of the text: what the phrases mean, and no more. */
export const compilePlain: CompilePhrases = (lists, groups) => {
  const sources = lists.map((): string[] => [])
  for (const { list, pattern } of openingsOf(lists, groups)) sources[list]?.push(pattern.source)
  const patterns = sources.flatMap((all, list) =>
    all.length === 0 ? [] : [{ list, pattern: new RegExp(all.join('|'), 'y') }],
  )
  return (text) => {
    const hits: PhraseHit[] = []
    const readTo = lists.map(() => 0)
    for (let at = 0; at < text.length; at++) {
      if (!mayBegin(text, at)) continue
      for (const { list, pattern } of patterns) {
        if (at < (readTo[list] ?? 0)) continue
        pattern.lastIndex = at
        if (!pattern.test(text)) continue
        hits.push({ list, start: at, end: pattern.lastIndex })
        readTo[list] = pattern.lastIndex
      }
    }
    return hits
  }
}
