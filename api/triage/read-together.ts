import type { Proposal, Triage } from './triage.types.ts'

const endsHan = /\p{Script=Han}$/u
const beginsHan = /^\p{Script=Han}/u

/**
 * What somebody said in several pieces, oldest first, as one text: a word that was cut in two is whole again (有人要跳, 楼); where no
 * Chinese word can have been cut, the pieces stay apart.
 * @internal exported for its test
 */
export const joined = (pieces: readonly string[]): string =>
  pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .reduce(
      (text, piece) => (endsHan.test(text) && beginsHan.test(piece) ? text + piece : `${text} ${piece}`.trim()),
      '',
    )

/** Pieces that are read with the newest one, and the longest of them: a danger that is cut in two is short. */
const mostPieces = 3
const longestPiece = 120

/**
 * A danger that a text tells of only together with what its sender said just before (oldest first): the proposal for both, and both as one text. Null
 * where they tell of none, and where it was told before. To be asked where the newest tells of none by itself.
 */
export const readTogether = (
  triage: Pick<Triage, 'propose'>,
  before: readonly string[],
  newest: string,
): { proposal: Proposal; text: string } | null => {
  const near = before.slice(-mostPieces)
  const pieces = near.slice(near.findLastIndex((piece) => piece.length > longestPiece) + 1)
  if (newest.length > longestPiece) return null
  for (let from = pieces.length - 1; from >= 0; from--) {
    const earlier = pieces.slice(from)
    if (triage.propose(joined(earlier)).danger !== null) return null
    const text = joined([...earlier, newest])
    const proposal = triage.propose(text)
    if (proposal.danger !== null) return { proposal, text }
  }
  return null
}
