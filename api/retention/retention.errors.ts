import { problemsOf, type ProblemTable } from '../platform/problem.ts'

/** Refusals of a period. */
export const retentionProblems = {
  'retention.too-short': { status: 422, title: 'This kind of data must be kept longer' },
  'retention.too-long': { status: 422, title: 'What hangs on this kind of data would be kept longer than it' },
} as const satisfies ProblemTable

/** Refusals of a period. */
export const retentionProblem = problemsOf(retentionProblems)
