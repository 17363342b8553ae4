import { problemsOf, type ProblemTable } from '../platform/problem.ts'

/** Refusals of the directory: units, lines, staff. */
export const directoryProblems = {
  'unit.not-found': { status: 404, title: 'Unit not found' },
  'unit.exists': { status: 409, title: 'There is a unit with this code' },
  'line.exists': { status: 409, title: 'There is a line with this code or number' },
  'staff.not-found': { status: 404, title: 'There is no such member of staff' },
  'staff.exists': { status: 409, title: 'This sign-in name is taken' },
} as const satisfies ProblemTable

/** Refusals of units, lines and staff. */
export const directoryProblem = problemsOf(directoryProblems)
