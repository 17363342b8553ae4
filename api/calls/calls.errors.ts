import type { ProblemTable } from '../platform/problem.ts'

export const callProblems = {
  'call.not-found': { status: 404, title: 'Call not found' },
  'call.already-taken': { status: 409, title: 'Another agent has taken the call' },
  'call.illegal-transition': { status: 409, title: 'The call cannot do that now' },
  'call.not-yours': { status: 409, title: 'The call is not yours' },
  'call.presence': { status: 409, title: 'Your state does not allow that now' },
} as const satisfies ProblemTable
