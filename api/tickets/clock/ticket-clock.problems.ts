import type { ClockProblem } from '../../clocks/clock.types.ts'
import { Problem } from '../../problems.ts'

/** What a clock's refusal is called at the API. */
export const clockProblem = (problem: ClockProblem) =>
  new Problem(problem === 'clockOverdue' ? 'ticket.limit-expired' : 'ticket.illegal-transition', undefined, {
    clock: problem,
  })
