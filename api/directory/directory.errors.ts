import type { ProblemTable } from '../platform/problem.ts'

export const directoryProblems = {
  'unit.not-found': { status: 404, title: 'Unit not found' },
} as const satisfies ProblemTable
