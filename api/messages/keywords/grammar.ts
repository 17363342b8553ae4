import { oneSpelling } from '../../platform/writing/one-spelling.ts'
import { pieces, type PieceKind } from './lexicon.ts'

/** Longer texts tell something. */
const longestRequest = 60

const kindOf = new Map<string, PieceKind>()
for (const [kind, list] of Object.entries(pieces) as [PieceKind, readonly string[]][])
  for (const piece of list) if (!kindOf.has(piece)) kindOf.set(piece, kind)
const longestPiece = Math.max(...[...kindOf.keys()].map((piece) => piece.length))

const between = /[\s\p{P}\p{S}]/u
const latin = /[a-z0-9]/

/** Whether Latin letters or digits run on over this place: a piece does not end in the middle of a word. */
const isWithinWord = (text: string, at: number) => latin.test(text[at - 1] ?? '') && latin.test(text[at] ?? '')

/**
 * Cuts a text into pieces of the dictionary from end to end, as few as can be, so that 不要撤销 is one and not 不要 with 撤销; punctuation
 * between them does not count. Null when anything is left over.
 */
const cutIntoPieces = (text: string): ReadonlySet<PieceKind> | null => {
  const best: (readonly PieceKind[] | undefined)[] = [[]]
  const reach = (at: number, kinds: readonly PieceKind[]) => {
    const there = best[at]
    if (there === undefined || kinds.length < there.length) best[at] = kinds
  }
  for (let at = 0; at < text.length; at++) {
    const before = best[at]
    if (before === undefined) continue
    if (between.test(text[at] ?? '')) reach(at + 1, before)
    for (let end = Math.min(text.length, at + longestPiece); end > at; end--) {
      const kind = kindOf.get(text.slice(at, end))
      if (kind !== undefined && !isWithinWord(text, end)) reach(end, [...before, kind])
    }
  }
  const found = best[text.length]
  return found === undefined ? null : new Set(found)
}

/** What a text asks for; `sure` where somebody confirms in the same breath: 确认撤销. */
export interface Asked {
  kind: Exclude<PieceKind, 'polite' | 'about' | 'solved'>
  sure: boolean
}

/** What is said on the way to something else, the weakest last: a greeting, a yes, thanks. */
const openings = ['newRequest', 'help', 'yes', 'thanks'] as const
const isOpening = (kind: PieceKind) => openings.some((one) => one === kind)

/** What the pieces of one text mean together; null where they contradict one another or tell news. */
const meaningOf = (kinds: ReadonlySet<PieceKind>): Asked | null => {
  const said = [...kinds].filter((kind) => kind !== 'polite' && kind !== 'about' && kind !== 'solved')
  const asked = said.filter((kind) => !isOpening(kind))
  // Somebody who asks for the progress and to hurry wants both; the one that hurries says how it stands.
  const [first, second] =
    asked.length === 2 && asked.includes('progress') && asked.includes('urge') ? ['urge' as const] : asked
  if (second !== undefined) return null
  const kind = first ?? openings.find((one) => kinds.has(one))
  // Who only asks, and does not say for what, is told how.
  if (kind === undefined) return kinds.has('solved') ? null : { kind: 'help', sure: false }
  // 已经解决了 alone is news, and a request only together with 撤销.
  if (kinds.has('solved') && kind !== 'withdraw') return null
  // Nobody is cut off from their texts by a sentence about something.
  if ((kind === 'stop' || kind === 'start') && kinds.has('about')) return null
  return { kind, sure: kind === 'withdraw' && kinds.has('yes') }
}

/** Reads a normalised text as a request made of known pieces; null when it tells anything else. */
export const readRequest = (text: string): Asked | null => {
  if (text === '' || text.length > longestRequest) return null
  const kinds = cutIntoPieces(oneSpelling(text))
  return kinds === null ? null : meaningOf(kinds)
}
