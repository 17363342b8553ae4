import type { FollowUpDto } from '../../api/followup/followup.dto.ts'
import type { CallResult } from '../../api/vocabulary/follow-up.ts'

/** The three separate questions, in the order they are asked. */
export const questions = ['contacted', 'solved', 'satisfied'] as const
export type Question = (typeof questions)[number]

/** What is heard so far. `at` is the question that the digits answer; 3 when all are asked. */
export interface Hearing {
  contacted: boolean | null
  solved: boolean | null
  grade: number | null
  reason: string
  at: number
}
/** All three answers, as they are sent. */
export interface Spoken {
  contacted: boolean
  solved: boolean
  grade: number
  reason?: string
}

type Known = Pick<FollowUpDto, 'contacted' | 'solved' | 'grade' | 'reason'>

const firstOpen = ({ contacted, solved, grade }: Pick<Hearing, 'contacted' | 'solved' | 'grade'>): number =>
  contacted === null ? 0 : solved === null ? 1 : grade === null ? 2 : 3

/** Begins with what the citizen has answered by text already. */
export const startHearing = ({ contacted, solved, grade, reason }: Known): Hearing => ({
  contacted,
  solved,
  grade,
  reason: reason ?? '',
  at: firstOpen({ contacted, solved, grade }),
})

/** Grades 不满意 and 非常不满意: the reason is then asked for. */
export const isDissatisfied = (grade: number | null): boolean => grade !== null && grade <= 2

/** The digits a question takes: 1 yes, 2 no; for satisfaction the grade itself. */
export const takesDigit = (question: Question | undefined, digit: number): boolean =>
  question !== undefined && Number.isInteger(digit) && digit >= 1 && digit <= (question === 'satisfied' ? 5 : 2)

/** Answers one question and goes on to the next open one; a question answered again leaves the others as they are. */
export const answerQuestion = (hearing: Hearing, question: Question, digit: number): Hearing => {
  if (!takesDigit(question, digit)) return hearing
  const next = question === 'satisfied' ? { ...hearing, grade: digit } : { ...hearing, [question]: digit === 1 }
  return { ...next, at: firstOpen(next) }
}

/** A digit pressed answers the question the hearing is at; after the last one, digits say nothing. */
export const pressDigit = (hearing: Hearing, digit: number): Hearing => {
  const question = questions[hearing.at]
  return question === undefined ? hearing : answerQuestion(hearing, question, digit)
}

/** One question back, its answer taken away. */
export const stepBack = (hearing: Hearing): Hearing => {
  const at = Math.max(0, hearing.at - 1)
  const question = questions[at]
  return {
    ...hearing,
    at,
    ...(question === 'satisfied' ? { grade: null } : question === undefined ? {} : { [question]: null }),
  }
}

/** What is sent; undefined while a question is open. */
export const spokenOf = ({ contacted, solved, grade, reason }: Hearing): Spoken | undefined => {
  if (contacted === null || solved === null || grade === null) return undefined
  const said = reason.trim()
  return { contacted, solved, grade, ...(said !== '' && { reason: said }) }
}

/** Whether a result must say why there was no call: answers and refusals are heard in a talk, somebody absent was rung. */
export const needsReason = (call: FollowUpDto['call'] | undefined, outcome: CallResult): boolean => {
  if (outcome === 'later') return false
  if (outcome === 'noAnswer') return call?.state !== 'talked' && call?.state !== 'missed'
  return call?.state !== 'talked'
}

/** Whether somebody may still be asked. */
export const isOpen = ({ state }: Pick<FollowUpDto, 'state'>): boolean =>
  ['waiting', 'asking', 'calling'].includes(state)
/** Dissatisfied and waiting for a supervisor. */
export const awaitsDecision = ({ decision }: Pick<FollowUpDto, 'decision'>): boolean => decision === 'pending'

export const whose = ['all', 'mine', 'free'] as const
export type Whose = (typeof whose)[number]

/** The call list as one agent looks at it: everything, what they took, what nobody took. */
export const ofWhom = <Row extends Pick<FollowUpDto, 'claimedBy'>>(
  rows: readonly Row[],
  which: Whose,
  staffId: string,
): Row[] =>
  rows.filter(({ claimedBy }) => which === 'all' || (which === 'mine' ? claimedBy?.id === staffId : claimedBy === null))
