import type { FollowUpStep } from '../../vocabulary/follow-up.ts'
import type { Clause } from './clauses.rules.ts'
import { isSign, piecesOf, type Piece, type Question } from './pieces.rules.ts'
import { byPlace, namesFigure, order, questionOf, type Positional } from './places.rules.ts'
import type { Answers } from './reply.types.ts'

/** Gathered while the pieces are read in order. */
export interface Reading {
  said: Answers
  /** The clauses that said it. */
  words: Partial<Record<Question, string>>
  places: Positional[]
  /** Clauses that are no answer, or say once more what was said. */
  left: string[]
  /** Words that tell something, beside those that only say an answer again. */
  told: boolean
  contradicts: boolean
}

const put = (reading: Reading, question: Question, value: boolean | number, text: string) => {
  const before = reading.said[question]
  if (before === undefined || before === value) {
    if (before === value) reading.left.push(text)
    Object.assign(reading.said, { [question]: value })
    reading.words[question] ??= text
    return
  }
  // Solved, but broke again: it is not. Not before, but now: it is.
  if (question === 'solved' && value === false) reading.said.solved = false
  else if (question !== 'grade' && /现在|后来|终于|这次|已经?|now|finally|later/u.test(text))
    Object.assign(reading.said, { [question]: value })
  else reading.contradicts = true
}

const labelledSteps: readonly FollowUpStep[] = ['contacted', 'solved', 'satisfied']

const readLabelled = (reading: Reading, clause: Clause) => {
  const { text, labelled } = clause
  const step = labelledSteps[(labelled ?? 1) - 1] ?? 'contacted'
  const [piece] = piecesOf(clause, step)
  const question = questionOf[step] ?? 'contacted'
  if (piece?.is === 'figure' || piece?.is === 'short') {
    const found = byPlace([piece], step, false)?.[question]
    if (found === undefined) reading.contradicts = true
    else put(reading, question, found, text)
  } else if (piece?.is === 'says' && piece.question === question) put(reading, question, piece.value, text)
  else reading.contradicts = true
}

/** What stands at its place in the text: a figure or a short word, unless it only says again what stands before it. */
const place = (reading: Reading, piece: Positional, before: Piece | null) => {
  const again =
    reading.places.length === 1 &&
    before?.is === 'short' &&
    piece.is === 'figure' &&
    piece.value <= 2 &&
    before.value === (piece.value === 1)
  if (!again) reading.places.push(piece)
}

/** Takes one piece; answers whether it named the figure before it. */
const take = (reading: Reading, piece: Piece, before: Piece | null, step: FollowUpStep): boolean => {
  if (piece.is === 'figure' && piece.grade) put(reading, 'grade', piece.value, piece.text)
  else if (piece.is === 'figure') place(reading, piece, before)
  else if (piece.is === 'figures') {
    // Two figures in a row that nobody parted may be one, typed twice.
    if (piece.values.length === 2) reading.contradicts = true
    for (const value of piece.values) reading.places.push({ is: 'figure', value, grade: false, text: piece.text })
  } else if (piece.is === 'short' || piece.is === 'says') {
    const question = reading.places.length === 1 ? questionOf[step] : order[reading.places.length - 1]
    const names =
      before?.is === 'figure' && !before.grade && question ? namesFigure(before.value, piece, question) : false
    if (names === null) reading.contradicts = true
    else if (names) return true
    else if (piece.is === 'says') put(reading, piece.question, piece.value, piece.text)
    else place(reading, piece, before)
  } else if (piece.is === 'outOfRange') reading.contradicts = true
  else if (piece.is === 'other' || piece.is === 'abuse') {
    reading.told ||= piece.is === 'other'
    reading.left.push(piece.text)
  }
  return false
}

/** Reads the clauses in order. */
export const gather = (clauses: readonly Clause[], step: FollowUpStep): Reading => {
  const reading: Reading = { said: {}, words: {}, places: [], left: [], told: false, contradicts: false }
  for (const clause of clauses) if (clause.labelled !== null) readLabelled(reading, clause)
  const all = clauses.filter(({ labelled }) => labelled === null).flatMap((clause) => piecesOf(clause, step))
  // A thumb behind words only underlines them.
  const worded = all.filter(({ text }) => !isSign(text))
  let before: Piece | null = null
  for (const piece of worded.some(({ is }) => is !== 'courtesy') ? worded : all)
    before = take(reading, piece, before, step) ? null : piece
  return reading
}
