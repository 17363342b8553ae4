import { problemsOf, type ProblemTable } from '../platform/problem.ts'

/** Refusals of the catalogue. */
export const catalogueProblems = {
  'matter.not-found': { status: 404, title: 'Matter not found' },
  'matter.parent-missing': { status: 409, title: 'The matter above this one is missing' },
} as const satisfies ProblemTable

/** Refusals of the catalogue. */
export const catalogueProblem = problemsOf(catalogueProblems)
