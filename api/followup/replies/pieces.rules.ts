import type { FollowUpStep } from '../../vocabulary/follow-up.ts'
import type { Clause } from './clauses.rules.ts'
import {
  abusive,
  askedBack,
  behindFigure,
  choiceWord,
  contactedNo,
  contactedYes,
  courtesy,
  doubtful,
  gradeShort,
  gradeWords,
  no,
  solvedNo,
  solvedShort,
  solvedYes,
  twoNoes,
  yes,
} from './reply.words.ts'

/** The three questions, by what they learn. */
export type Question = 'contacted' | 'solved' | 'grade'

/**
 * What one clause is. A `figure` and a `short` word answer the question that is open; what `says` by itself what it is about needs none;
 * `short` may also be praise that grades, or 好了 that only says solved, where that is asked. `talk` is about the survey
 * and answers nothing.
 */
export type Piece =
  | { is: 'figure'; value: number; grade: boolean; text: string }
  | { is: 'figures'; values: number[]; text: string }
  | { is: 'short'; value: boolean; text: string }
  | { is: 'says'; question: Question; value: boolean | number; text: string }
  | { is: 'courtesy' | 'talk' | 'abuse' | 'other' | 'outOfRange'; text: string }

/** Longer clauses tell something. */
const longestClause = 40

const saysOf = (text: string): Omit<Extract<Piece, { is: 'says' }>, 'is' | 'text'> | null => {
  if (solvedNo.test(text)) return { question: 'solved', value: false }
  if (contactedNo.test(text)) return { question: 'contacted', value: false }
  if (solvedYes.test(text)) return { question: 'solved', value: true }
  if (contactedYes.test(text)) return { question: 'contacted', value: true }
  const grade = gradeWords.find(([, words]) => words.test(text))?.[0]
  return grade === undefined ? null : { question: 'grade', value: grade }
}

const figureOf = (text: string, step: FollowUpStep): Piece | null => {
  const [, ordinal = '', digits = '', after = ''] = /^(第?)(\d+) ?(.*)$/u.exec(text) ?? []
  if (digits === '') return null
  if (after === '' && /^[1-5]{2,3}$/.test(digits)) return { is: 'figures', values: [...digits].map(Number), text }
  const value = Number(digits)
  const grades = behindFigure.test(after)
  if (after !== '' && !grades && !choiceWord.test(after)) return null
  // A long number is no answer to anything: a ticket's, a telephone's.
  if (digits.length > 5) return null
  // The first of a list that runs from five to one is not one.
  if (ordinal !== '' && (step === 'satisfied' || after === '')) return { is: 'outOfRange', text }
  return value >= 1 && value <= 5 && digits.length === 1
    ? { is: 'figure', value, grade: grades, text }
    : { is: 'outOfRange', text }
}

/** 1是, 5非常满意, 2未解决: a figure with its name is two pieces, where what follows is a name. */
export const parted = (text: string): string[] => {
  const [, digit = '', rest = ''] = /^([1-5])[ ]?([^\d\s].*)$/u.exec(text) ?? []
  if (digit === '' || behindFigure.test(rest) || choiceWord.test(rest)) return [text]
  const named = yes.test(rest) || no.test(rest) || courtesy.test(rest) || saysOf(rest) !== null || isShortOf(rest)
  return named ? [digit, rest] : [text]
}

const isShortOf = (text: string) =>
  solvedShort.yes.test(text) || solvedShort.no.test(text) || gradeShort.some(([, words]) => words.test(text))

/** One clause by itself, while a question is open. */
export const pieceOf = (text: string, step: FollowUpStep): Piece => {
  if (text.length > longestClause) return { is: 'other', text }
  const figure = figureOf(text, step)
  if (figure) return figure
  if (courtesy.test(text)) return { is: 'courtesy', text }
  if (step === 'satisfied') {
    const grade = gradeShort.find(([, words]) => words.test(text))?.[0]
    if (grade !== undefined) return { is: 'says', question: 'grade', value: grade, text }
  }
  if (step === 'solved') {
    if (solvedShort.yes.test(text)) return { is: 'says', question: 'solved', value: true, text }
    if (solvedShort.no.test(text)) return { is: 'says', question: 'solved', value: false, text }
  }
  if (yes.test(text)) return { is: 'short', value: true, text }
  if (no.test(text)) return { is: 'short', value: false, text }
  if (twoNoes.test(text)) return { is: 'talk', text }
  const said = saysOf(text)
  if (said) return { is: 'says', ...said, text }
  if (abusive.test(text)) return { is: 'abuse', text }
  if (doubtful.test(text) || askedBack.test(text) || isShortOf(text) || isSign(text)) return { is: 'talk', text }
  return { is: 'other', text }
}

/** A thumb, a face: no word. */
export const isSign = (text: string) => !/[\p{L}\p{N}]/u.test(text)

/** English words that are no clause together: cut into the longest beginnings that mean something. */
const englishPieces = (text: string, step: FollowUpStep): Piece[] => {
  const words = text.split(' ')
  const pieces: Piece[] = []
  for (let at = 0; at < words.length;) {
    let length = words.length - at
    let piece = pieceOf(words.slice(at).join(' '), step)
    while (piece.is === 'other' && length > 1) {
      length--
      piece = pieceOf(words.slice(at, at + length).join(' '), step)
    }
    if (piece.is === 'other') return [{ is: 'other', text }]
    pieces.push(piece)
    at += length
  }
  return pieces
}

/** What a clause is made of: mostly one piece; a figure and its name, or English words, are several. */
export const piecesOf = ({ text, asks }: Clause, step: FollowUpStep): Piece[] => {
  const [first = '', rest] = parted(text)
  if (rest !== undefined) return [pieceOf(first, step), pieceOf(rest, step)]
  const whole = pieceOf(text, step)
  // 解决了？ asks; 怎么还没处理？ only sounds like it.
  if (asks && (whole.is === 'says' ? whole.value !== false : whole.is !== 'other')) return [{ is: 'talk', text }]
  if (whole.is !== 'other') return [whole]
  return /^[a-z1-5' ]+$/.test(text) && text.includes(' ') && text.length <= longestClause
    ? englishPieces(text, step)
    : [whole]
}
