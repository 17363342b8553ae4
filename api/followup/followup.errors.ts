import { problemsOf, type ProblemTable } from '../platform/problem.ts'

export const followUpProblems = {
  'follow-up.not-found': { status: 404, title: 'Follow-up not found' },
  'follow-up.conflict': { status: 409, title: 'The follow-up has changed' },
  'follow-up.claimed': { status: 409, title: 'Somebody else is calling this citizen' },
  'follow-up.settled': { status: 409, title: 'The follow-up is finished' },
} as const satisfies ProblemTable

/** Refusals of the follow-up. */
export const followUpProblem = problemsOf(followUpProblems)
