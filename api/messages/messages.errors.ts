import { problemsOf, type ProblemTable } from '../platform/problem.ts'

export const messageProblems = {
  'message.opted-out': { status: 409, title: 'This number asked not to be texted' },
  'message.no-number': { status: 409, title: 'This citizen has no number that can be texted' },
  'message.not-found': { status: 404, title: 'Text not found' },
} as const satisfies ProblemTable

/** Refusals of texts. */
export const messageProblem = problemsOf(messageProblems)
