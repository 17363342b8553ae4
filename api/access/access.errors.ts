import { problemsOf, type ProblemTable } from '../platform/problem.ts'

/** Refusals at the door: sign-in, session, permission. */
export const accessProblems = {
  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.wrong-password': { status: 401, title: 'The name or the password is wrong' },
  'auth.sample-password': { status: 403, title: 'The sample password is refused in production' },
  'auth.cross-site': { status: 403, title: 'The request comes from another site' },
} as const satisfies ProblemTable

/** Refusals of signing in and accounts. */
export const accessProblem = problemsOf(accessProblems)
