import type { FollowUpStep } from '../../vocabulary/follow-up.ts'
import type { Clause } from './clauses.rules.ts'
import { parted, pieceOf, type Piece, type Question } from './pieces.rules.ts'
import type { Answers } from './reply.types.ts'

/** What answers by where it stands. */
export type Positional = Extract<Piece, { is: 'figure' | 'short' }>

const yesNo = (piece: Positional): boolean | null =>
  piece.is === 'short' ? piece.value : piece.value <= 2 ? piece.value === 1 : null

const asGrade = (piece: Positional): number | null => (piece.is === 'figure' ? piece.value : null)

/**
 * What answers by its place alone, given to the questions. One answers the open question, three the survey; two are never guessed at: only
 * figures that someone parted (`1 2`) answer the first two, and a figure that can be nothing but a grade the last.
 */
export const byPlace = (all: readonly Positional[], step: FollowUpStep, graded: boolean): Answers | null => {
  const [first, second, third] = all
  if (!first || all.length > 3) return null
  if (second && third) {
    const [contacted, solved, grade] = [yesNo(first), yesNo(second), asGrade(third)]
    // 1 1 1: somebody presses on, or is very dissatisfied with what was solved.
    if (contacted === null || solved === null || grade === null || (contacted && solved && grade === 1)) return null
    return { contacted, solved, grade }
  }
  if (second) {
    // No, no: said twice.
    if (first.is === 'short' && second.is === 'short' && first.value === second.value && !graded)
      return byPlace([first], step, graded)
    const [one, two] = [yesNo(first), yesNo(second)]
    const figures = first.is === 'figure' && second.is === 'figure'
    if (step === 'contacted')
      return one !== null && two !== null && (figures || graded) ? { contacted: one, solved: two } : null
    const grade = asGrade(second)
    return step === 'solved' && one !== null && grade !== null && grade >= 3 ? { solved: one, grade } : null
  }
  if (step === 'satisfied') {
    const grade = asGrade(first)
    return grade === null ? null : { grade }
  }
  const value = yesNo(first)
  return value !== null && (step === 'contacted' || step === 'solved') ? { [step]: value } : null
}

/** The questions in the order they are asked. */
export const order: readonly Question[] = ['contacted', 'solved', 'grade']
/** What a step asks. */
export const questionOf: Readonly<Partial<Record<FollowUpStep, Question>>> = {
  contacted: 'contacted',
  solved: 'solved',
  satisfied: 'grade',
}

/** A word behind a figure that only names it (1 是, 5 非常满意): one answer, not two. Null where the two disagree. */
export const namesFigure = (figure: number, name: Piece, question: Question): boolean | null => {
  if (name.is === 'short') return question === 'grade' ? null : (figure <= 2 ? figure === 1 : null) === name.value
  if (name.is !== 'says') return false
  if (name.question !== question) return false
  return name.value === (question === 'grade' ? figure : figure === 1) ? true : null
}

/** 1是 2是 3满意: the figures count the questions, where they run from one and each has its words. */
export const byNumberOfQuestion = (clauses: readonly Clause[], step: FollowUpStep): Clause[] | null => {
  if (clauses.length < 2) return null
  const parts = clauses.map(({ text }) => parted(text))
  const counted = parts.every(([figure, rest], index) => rest !== undefined && figure === String(index + 1))
  if (!counted) return null
  const asValues = parts.every(([figure = '', rest = ''], index) => {
    const question = order[index]
    return question !== undefined && namesFigure(Number(figure), pieceOf(rest, step), question) === true
  })
  return asValues ? null : parts.map(([, rest = ''], index) => ({ text: rest, labelled: index + 1, asks: false }))
}
