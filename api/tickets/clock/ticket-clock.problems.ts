import type { ClockProblem } from '../../clocks/clock.types.ts'
import { ticketProblem } from '../tickets.errors.ts'

/** What a clock's refusal is called at the API. */
export const clockProblem = (problem: ClockProblem) =>
  ticketProblem(problem === 'clockOverdue' ? 'ticket.limit-expired' : 'ticket.illegal-transition', undefined, {
    clock: problem,
  })
