import { problemsOf, type ProblemTable } from '../platform/problem.ts'

export const telephonyProblems = {
  'carrier.unsigned': { status: 403, title: 'The request is not signed by the carrier' },
  'carrier.foreign-account': { status: 403, title: 'The request is about another account at the carrier' },
  'carrier.unknown-number': { status: 404, title: 'This number is not a line of the hotline' },
} as const satisfies ProblemTable

/** Refusals of what the carrier asks. */
export const telephonyProblem = problemsOf(telephonyProblems)
