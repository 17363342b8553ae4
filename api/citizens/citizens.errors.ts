import type { ProblemTable } from '../platform/problem.ts'

export const citizenProblems = {
  'citizen.not-found': { status: 404, title: 'Citizen not found' },
} as const satisfies ProblemTable
