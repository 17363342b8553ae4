import { problemsOf, type ProblemTable } from '../platform/problem.ts'

export const deskNoticeProblems = {
  'notice.not-found': { status: 404, title: 'Notice not found' },
  'notice.no-danger': { status: 409, title: 'The notice tells of no danger that would have to be acknowledged' },
} as const satisfies ProblemTable

/** Refusals of notices to desks. */
export const deskNoticeProblem = problemsOf(deskNoticeProblems)
