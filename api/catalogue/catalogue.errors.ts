import type { ProblemTable } from '../platform/problem.ts'

export const catalogueProblems = {
  'matter.not-found': { status: 404, title: 'Matter not found' },
} as const satisfies ProblemTable
