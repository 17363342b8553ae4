/** A text after words were put in, and what of it is to be selected: the first blank left open, else the place after the words. */
export interface Inserted {
  text: string
  from: number
  to: number
}

/** The first of the blanks that stands in a text. */
export const firstBlank = (text: string, blanks: readonly string[]): { at: number; blank: string } | undefined =>
  blanks
    .map((blank) => ({ at: text.indexOf(blank), blank }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0]

/** Puts words in at the cursor; nothing that was typed is taken away, selected or not. */
export const insertWords = (typed: string, cursor: number, words: string, blanks: readonly string[]): Inserted => {
  const at = Math.min(Math.max(cursor, 0), typed.length)
  const open = firstBlank(words, blanks)
  const from = at + (open?.at ?? words.length)
  return { text: typed.slice(0, at) + words + typed.slice(at), from, to: from + (open?.blank.length ?? 0) }
}
