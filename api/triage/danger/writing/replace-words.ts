/** Words and what they are read as, by the first character: longer ones first. */
type Replacer = (text: string) => string

/** Makes one scan of a text that puts words for others; a text without any of them is given back as it is. */
export const replaceWords = (words: Record<string, string>): Replacer => {
  const byFirst = new Map<number, [string, string][]>()
  for (const pair of Object.entries(words).toSorted(([one], [other]) => other.length - one.length)) {
    const first = pair[0].charCodeAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), pair])
  }
  return (text) => {
    let read = ''
    let kept = 0
    for (let at = 0; at < text.length; at++) {
      for (const [word, meant] of byFirst.get(text.charCodeAt(at)) ?? []) {
        if (!text.startsWith(word, at)) continue
        read += text.slice(kept, at) + meant
        kept = at + word.length
        at = kept - 1
        break
      }
    }
    return kept === 0 ? text : read + text.slice(kept)
  }
}
