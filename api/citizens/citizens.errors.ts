import { problemsOf, type ProblemTable } from '../platform/problem.ts'

/** Refusals about citizens and their numbers. */
export const citizenProblems = {
  'citizen.not-found': { status: 404, title: 'Citizen not found' },
  'citizen.phone-invalid': { status: 422, title: 'This is not a phone number' },
  'citizen.number-withheld': { status: 409, title: 'The number is withheld' },
} as const satisfies ProblemTable

/** Refusals of citizens. */
export const citizenProblem = problemsOf(citizenProblems)
