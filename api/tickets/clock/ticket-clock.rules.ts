import { clockProblem } from './ticket-clock.problems.ts'
import { readClock, writeClock } from '../../clocks/clock.json.ts'
import { extend, pause, resume, start } from '../../clocks/clock.rules.ts'
import type { Clock, ClockResult } from '../../clocks/clock.types.ts'
import type { LimitStart } from '../../vocabulary/catalogue.ts'
import type { Counting, LimitAmount } from '../../clocks/clocks.types.ts'
import { defaultWarnings } from '../../clocks/remaining.rules.ts'
import { countedMs } from '../../clocks/counted-time.ts'
import { addCountedMs, dayMs } from '../../clocks/working-time.ts'
import type { TicketClock } from './ticket-clock.types.ts'

/** Where a limit comes from; printed beside it (BJ 13). */
export type LimitBasis = Pick<TicketClock, 'basis' | 'basisEn' | 'grade' | 'ruleId'> & { startEvent: LimitStart }

/** Starts the limit of a ticket at the moment that its start event names. */
export const startTicketClock = (at: Date, limit: LimitAmount, from: LimitBasis, counting: Counting): TicketClock => ({
  ...writeClock(start(at, { value: limit.value, unit: limit.unit }, counting)),
  basis: from.basis,
  basisEn: from.basisEn,
  grade: from.grade,
  startEvent: from.startEvent,
  ruleId: from.ruleId,
})

/**
 * From when a limit runs, by its start event. A request that is done again is received again by the order to do so. A limit from signature
 * begins when the time for signing is over at the latest, so that nobody gains by not signing (the project's reading, grade D).
 */
export const limitStart = (
  startEvent: LimitStart,
  { createdAt, acceptedAt }: { createdAt: Date; acceptedAt: Date | null },
  { at, signBy, again }: { at: Date; signBy: Date; again: boolean },
): Date => {
  if (startEvent === 'signed') return signBy
  if (again || startEvent === 'dispatched') return at
  return startEvent === 'received' ? createdAt : (acceptedAt ?? at)
}

/** The limit as it runs once the unit has signed: from now, where it runs from the signature and has not begun yet; else as it was. */
export const signTicketClock = (stored: TicketClock, at: Date, counting: Counting): TicketClock => {
  const clock = readClock(stored)
  const begins = stored.startEvent === 'signed' && clock.history.length === 1 && at < clock.startedAt
  return begins ? { ...stored, ...writeClock(start(at, clock.limit, counting)) } : stored
}

const changed = (stored: TicketClock, result: ClockResult): TicketClock => {
  if ('problem' in result) throw clockProblem(result.problem)
  return { ...stored, ...writeClock(result.clock) }
}

/** Stops the limit. Throws `ticket.limit-expired` once it has passed. */
export const pauseTicketClock = (stored: TicketClock, at: Date, reason: string, counting: Counting) =>
  changed(stored, pause(readClock(stored), at, reason, counting))

export const resumeTicketClock = (stored: TicketClock, at: Date, counting: Counting) =>
  changed(stored, resume(readClock(stored), at, counting))

/**
 * Lengthens the limit by working days, counted from its old end. `at`: when it counts as granted, not after that end.
 * Throws `ticket.limit-expired`.
 */
export const extendTicketClock = (stored: TicketClock, at: Date, workingDays: number, counting: Counting) =>
  changed(stored, extend(readClock(stored), at, { value: workingDays, unit: 'wd' }, counting))

/** Counted ms left at which a level begins: a share of the whole, or a fixed time where the whole is at least twice that. */
const leftAt = (total: number, used: number, fixed: number) =>
  Math.max(total * (1 - used), total >= 2 * fixed ? fixed : 0)

/** Yellow, red and overdue moments of a running limit, by the levels of `remaining`; none while it stands still. */
export const warnMoments = (clock: Clock, counting: Counting): { level: 1 | 2 | 3; at: Date }[] => {
  if (clock.pausedAt) return []
  const { unit } = clock.limit
  const { yellow, red } = defaultWarnings
  const whole = countedMs(unit, clock.startedAt, clock.dueAt, counting)
  const total = whole - clock.pausedMs
  const at = (left: number) => {
    const moment = addCountedMs(unit, clock.startedAt, whole - left, counting)
    return moment < clock.dueAt ? moment : clock.dueAt
  }
  const redLeft = leftAt(total, red.used, red.hours * 3_600_000)
  // On a limit of eight hours red begins before yellow would.
  const yellowLeft = Math.max(redLeft, leftAt(total, yellow.used, yellow.workingDays * dayMs(unit, counting)))
  return [
    { level: 1, at: at(yellowLeft) },
    { level: 2, at: at(redLeft) },
    { level: 3, at: new Date(clock.dueAt.getTime() + 1) },
  ]
}
