import type { Snippet } from '../../../api/search/snippet.rules.ts'

/** A text cut at its marks, in order. */
export const piecesOf = ({ text, marks }: Pick<Snippet, 'text' | 'marks'>): { text: string; marked: boolean }[] => {
  const pieces: { text: string; marked: boolean }[] = []
  let done = 0
  for (const [from, to] of marks) {
    pieces.push({ text: text.slice(done, from), marked: false }, { text: text.slice(from, to), marked: true })
    done = to
  }
  pieces.push({ text: text.slice(done), marked: false })
  return pieces.filter((piece) => piece.text !== '')
}
