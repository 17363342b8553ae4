import { simplify } from '../platform/writing/simplify.ts'
import { dots, searchForm } from './search-form.rules.ts'
import type { Where } from './texts.types.ts'

/** The part of a text in which words were found, and where in it: from, to. */
export interface Snippet {
  where: Where
  text: string
  marks: [number, number][]
}

/** A text in `searchForm` made piece by piece, with the place from which each of its code units came. */
const aligned = (text: string) => {
  let plain = ''
  const from: number[] = []
  for (const { 0: piece, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const form = /^\s/.test(piece) ? (plain.endsWith(' ') ? '' : ' ') : piece.normalize('NFKC').toLowerCase()
    for (let at = 0; at < form.length; at++) from.push(index)
    plain += form
  }
  const simple = simplify(plain) // place for place
  const left = new Set(Array.from(simple.matchAll(dots), ({ index }) => index))
  const kept = from.flatMap((place, at) => (left.has(at) ? [] : [place]))
  return { form: simple.replaceAll(dots, ''), from: [...kept, text.length] }
}

/** Where words stand in a text, in its own places; touching ones are one. Without any where its writing cannot be followed. */
const marksIn = (text: string, words: readonly string[]): [number, number][] => {
  const { form, from } = aligned(text)
  const places: [number, number][] = []
  for (const word of words)
    for (let at = form.indexOf(word); at >= 0 && places.length < 40; at = form.indexOf(word, at + word.length))
      places.push([from[at] ?? 0, from[at + word.length] ?? text.length])
  const marks: [number, number][] = []
  for (const [begin, end] of places.toSorted((a, b) => a[0] - b[0])) {
    const last = marks.at(-1)
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end)
    else marks.push([begin, end])
  }
  return marks
}

/** Code units around the first mark that are shown at most. */
const around = { before: 24, whole: 120 } as const
const sentenceEnd = /[。！？!?\n；;]/

/** A text cut to the sentence of its first mark, or the beginning where there is none. */
const cut = (text: string, marks: readonly [number, number][]): Pick<Snippet, 'text' | 'marks'> => {
  const [first] = marks
  let start = Math.max(0, (first?.[0] ?? 0) - around.before)
  for (let at = (first?.[0] ?? 0) - 1; at >= start; at--)
    if (sentenceEnd.test(text[at] ?? '')) {
      start = at + 1
      break
    }
  // no half of a pair
  if (/[\uDC00-\uDFFF]/.test(text[start] ?? '')) start++
  let end = Math.min(text.length, start + around.whole)
  if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end--
  const [front, back] = [start > 0 ? '…' : '', end < text.length ? '…' : '']
  return {
    text: `${front}${text.slice(start, end)}${back}`,
    marks: marks
      .filter(([begin, stop]) => begin < end && stop > start)
      .map(([begin, stop]) => [
        Math.max(begin, start) - start + front.length,
        Math.min(stop, end) - start + front.length,
      ]),
  }
}

/** The text that tells best why something was found: the first that has most of the words. Null where nothing can be marked. */
export const snippetOf = (
  texts: readonly { where: Where; text: string }[],
  words: readonly string[],
): Snippet | null => {
  let best: { where: Where; text: string; has: number } | null = null
  for (const { where, text } of texts) {
    const form = searchForm(text)
    const has = words.filter((word) => form.includes(word)).length
    if (has > (best?.has ?? 0)) best = { where, text, has }
  }
  if (best === null) return null
  const { where, text } = best
  return { where, ...cut(text, marksIn(text, words)) }
}
