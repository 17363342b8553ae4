import type { ProblemTable } from '../platform/problem.ts'

export const accessProblems = {
  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.wrong-password': { status: 401, title: 'The name or the password is wrong' },
  'auth.forbidden': { status: 403, title: 'Not allowed' },
} as const satisfies ProblemTable
