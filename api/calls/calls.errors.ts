import { problemsOf, type ProblemTable } from '../platform/problem.ts'

export const callProblems = {
  'call.not-found': { status: 404, title: 'Call not found' },
  'call.illegal-transition': { status: 409, title: 'The call cannot do that now' },
  'call.not-yours': { status: 409, title: 'The call is not yours' },
  'call.outcome-missing': { status: 422, title: 'Say what the talk came to' },
  'call.presence': { status: 409, title: 'Your state does not allow that now' },
  'call.agent-not-ready': { status: 409, title: 'That agent is not ready' },
  'call.number-withheld': { status: 409, title: 'The caller withheld the number and cannot be rung' },
  'recording.not-found': { status: 404, title: 'Recording not found' },
  'recording.not-ready': { status: 409, title: 'The recording is still being fetched' },
  'callback.not-found': { status: 404, title: 'Call-back not found' },
  'callback.taken': { status: 409, title: 'Somebody else has this call-back' },
} as const satisfies ProblemTable

/** Refusals of calls, call-backs and recordings. */
export const callProblem = problemsOf(callProblems)
