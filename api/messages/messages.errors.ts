import type { ProblemTable } from '../platform/problem.ts'

export const messageProblems = {
  'message.opted-out': { status: 409, title: 'This number asked not to be texted' },
} as const satisfies ProblemTable
