import { clockProblem } from './ticket-clock.problems.ts'
import { readClock, writeClock } from '../clocks/clock.json.ts'
import { extend, pause, resume, start } from '../clocks/clock.rules.ts'
import type { Clock, ClockResult } from '../clocks/clock.types.ts'
import type { Counting, LimitAmount } from '../clocks/clocks.types.ts'
import { defaultWarnings, remaining } from '../clocks/remaining.rules.ts'
import type { TicketClock } from './ticket-clock.types.ts'

/** Where a limit comes from; printed beside it (BJ 13). */
export type LimitBasis = Pick<TicketClock, 'basis' | 'basisEn' | 'grade' | 'ruleId'>

/** Starts the limit of a ticket at its dispatch. */
export const startTicketClock = (at: Date, limit: LimitAmount, from: LimitBasis, counting: Counting): TicketClock => ({
  ...writeClock(start(at, { value: limit.value, unit: limit.unit }, counting)),
  basis: from.basis,
  basisEn: from.basisEn,
  grade: from.grade,
  ruleId: from.ruleId,
})

const changed = (stored: TicketClock, result: ClockResult): TicketClock => {
  if ('problem' in result) throw clockProblem(result.problem)
  return { ...stored, ...writeClock(result.clock) }
}

/** Stops the limit. Throws `ticket.limit-expired` once it has passed. */
export const pauseTicketClock = (stored: TicketClock, at: Date, reason: string, counting: Counting) =>
  changed(stored, pause(readClock(stored), at, reason, counting))

export const resumeTicketClock = (stored: TicketClock, at: Date, counting: Counting) => changed(stored, resume(readClock(stored), at, counting))

/**
 * Lengthens the limit by working days, counted from its old end. `at` is when the unit asked: a request made in time
 * is not lost because the hotline decided it late.
 */
export const extendTicketClock = (stored: TicketClock, at: Date, workingDays: number, counting: Counting) =>
  changed(stored, extend(readClock(stored), at, { value: workingDays, unit: 'wd' }, counting))

/** Yellow, red and overdue moments of a running limit, to the minute; none while it stands still. */
export const warnMoments = (clock: Clock, counting: Counting): { level: 1 | 2 | 3; at: Date }[] => {
  if (clock.pausedAt) return []
  const reached = (level: 1 | 2) => (at: number) => {
    const now = remaining(clock, new Date(at), counting, defaultWarnings).level
    return level === 1 ? now !== 'ok' : now === 'red'
  }
  const first = (holds: (at: number) => boolean) => {
    let early = clock.startedAt.getTime()
    let late = clock.dueAt.getTime()
    while (late - early > 60_000) {
      const middle = Math.floor((early + late) / 2)
      if (holds(middle)) late = middle
      else early = middle
    }
    return new Date(late)
  }
  return [
    { level: 1, at: first(reached(1)) },
    { level: 2, at: first(reached(2)) },
    { level: 3, at: new Date(clock.dueAt.getTime() + 1) },
  ]
}
