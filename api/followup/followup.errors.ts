import { problemsOf, type ProblemTable } from '../platform/problem.ts'

export const followUpProblems = {
  'follow-up.not-found': { status: 404, title: 'Follow-up not found' },
  'follow-up.conflict': { status: 409, title: 'The follow-up has changed' },
  'follow-up.claimed': { status: 409, title: 'Somebody else is calling this citizen' },
  'follow-up.settled': { status: 409, title: 'The follow-up is finished' },
  'follow-up.call-running': { status: 409, title: 'The call still rings or goes on' },
  'follow-up.no-call': { status: 409, title: 'Nobody was reached by a call for this follow-up' },
  'follow-up.nothing-to-check': { status: 409, title: 'No result of it waits for a check' },
  'follow-up.own-result': { status: 403, title: 'Somebody else must look at it' },
  'follow-up.redo-late': { status: 409, title: 'Too late to have it done again' },
  'follow-up.redo-over': { status: 409, title: 'The ticket ended in another way' },
} as const satisfies ProblemTable

/** Refusals of the follow-up. */
export const followUpProblem = problemsOf(followUpProblems)
