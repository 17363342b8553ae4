import type { Clock, ClockEvent, ClockResult } from './clock.types.ts'
import type { Counting, LimitAmount } from './clocks.types.ts'
import { dueAt, endAfterDays, rollInstant } from './limit.rules.ts'
import { countedMs } from './counted-time.ts'
import { addCountedMs, countedDays, dayMs } from './working-time.ts'

/** Starts a clock at the start event of its limit (dispatch, hand-over, receipt). */
export const start = (at: Date, limit: LimitAmount, counting: Counting): Clock =>
  begin('start', at, limit, counting, [])

const begin = (
  type: 'start' | 'restart',
  at: Date,
  limit: LimitAmount,
  counting: Counting,
  history: ClockEvent[],
): Clock => {
  const due = dueAt(at, limit, counting)
  return {
    limit,
    startedAt: at,
    dueAt: due.dueAt,
    provisional: due.provisional,
    pausedAt: null,
    remainingMs: null,
    pausedMs: 0,
    extensions: [],
    metAt: null,
    history: [...history, { type, at, limit }],
  }
}

const backwards = (clock: Clock, at: Date): boolean => {
  const last = clock.history.at(-1)
  return last !== undefined && at < last.at
}
const isProvisional = (due: Date, { unit }: LimitAmount, { calendar }: Counting): boolean =>
  unit !== 'h' && !calendar.published(calendar.zone.dateOf(due))

/**
 * Stops the clock for a reason the rules allow (supplement, third-party opinion, appraisal).
 * Refused: `clockMet`, `clockPaused`, `clockOverdue` (a missed limit is not repaired by a pause), `clockTimeBackwards`.
 */
export const pause = (clock: Clock, at: Date, reason: string, counting: Counting): ClockResult => {
  if (clock.metAt) return { problem: 'clockMet' }
  if (clock.pausedAt) return { problem: 'clockPaused' }
  if (backwards(clock, at)) return { problem: 'clockTimeBackwards' }
  if (at > clock.dueAt) return { problem: 'clockOverdue' }
  const remainingMs = countedMs(clock.limit.unit, at, clock.dueAt, counting)
  return { clock: { ...clock, pausedAt: at, remainingMs, history: [...clock.history, { type: 'pause', at, reason }] } }
}

/** Where a clock that goes on at `at` is due: after the days that were left, at the end of the last (art. 203); after the exact time, in hours. */
const dueAgain = (clock: Clock, pausedAt: Date, remainingMs: number, at: Date, counting: Counting): Date => {
  const { unit } = clock.limit
  if (unit === 'h' || unit === 'wh') return addCountedMs(unit, at, remainingMs, counting)
  const { dateOf } = counting.calendar.zone
  return endAfterDays(dateOf(at), countedDays(unit, dateOf(pausedAt), dateOf(clock.dueAt), counting), unit, counting)
}

/**
 * Goes on with what was left: the counted time of a limit in hours, the counted days of one in days, so that a pause which ends on the
 * day it began moves nothing. A `cd` clock whose new end falls on a holiday moves past it.
 * Refused: `clockNotPaused`, `clockTimeBackwards`.
 */
export const resume = (clock: Clock, at: Date, counting: Counting): ClockResult => {
  if (!clock.pausedAt || clock.remainingMs === null) return { problem: 'clockNotPaused' }
  if (backwards(clock, at)) return { problem: 'clockTimeBackwards' }
  const { unit } = clock.limit
  const due = dueAgain(clock, clock.pausedAt, clock.remainingMs, at, counting)
  const pausedMs = clock.pausedMs + countedMs(unit, clock.pausedAt, at, counting)
  const provisional = isProvisional(due, clock.limit, counting)
  const history: ClockEvent[] = [...clock.history, { type: 'resume', at }]
  return { clock: { ...clock, dueAt: due, provisional, pausedAt: null, remainingMs: null, pausedMs, history } }
}

/**
 * Counts from zero again: the supplement arrived, an objection was upheld, a redo gives a new limit. Also wakes a met or paused clock.
 * Refused: `clockTimeBackwards`.
 * @internal no act does so yet
 */
export const restart = (clock: Clock, at: Date, limit: LimitAmount, counting: Counting): ClockResult =>
  backwards(clock, at)
    ? { problem: 'clockTimeBackwards' }
    : { clock: begin('restart', at, limit, counting, clock.history) }

/**
 * Lengthens the limit, counted from the old end in the extension's own unit. Who may extend, how often and how far is the ticket's rule.
 * Refused: `clockMet`, `clockPaused`, `clockOverdue` (only before expiry), `clockTimeBackwards`.
 */
export const extend = (clock: Clock, at: Date, by: LimitAmount, counting: Counting): ClockResult => {
  if (clock.metAt) return { problem: 'clockMet' }
  if (clock.pausedAt) return { problem: 'clockPaused' }
  if (backwards(clock, at)) return { problem: 'clockTimeBackwards' }
  if (at > clock.dueAt) return { problem: 'clockOverdue' }
  if (!(by.value > 0 && by.value <= 5000)) throw new RangeError(`not an extension: ${by.value} ${by.unit}`)
  const hourly = by.unit === 'h' || by.unit === 'wh'
  const exact = addCountedMs(by.unit, clock.dueAt, by.value * (hourly ? 3_600_000 : dayMs(by.unit, counting)), counting)
  const to = by.unit === 'cd' ? rollInstant(exact, counting) : exact
  const extensions = [...clock.extensions, { at, by, from: clock.dueAt, to }]
  const provisional = clock.provisional || isProvisional(to, by, counting)
  return {
    clock: { ...clock, dueAt: to, provisional, extensions, history: [...clock.history, { type: 'extend', at, by }] },
  }
}

/**
 * Stops the clock for good: the answer was given at `at`. Refused: `clockMet`, `clockTimeBackwards`.
 * @internal no act does so yet
 */
export const meet = (clock: Clock, at: Date): ClockResult => {
  if (clock.metAt) return { problem: 'clockMet' }
  if (backwards(clock, at)) return { problem: 'clockTimeBackwards' }
  return { clock: { ...clock, metAt: at, history: [...clock.history, { type: 'meet', at }] } }
}

const apply = (clock: Clock, event: ClockEvent, counting: Counting): ClockResult => {
  if (event.type === 'pause') return pause(clock, event.at, event.reason, counting)
  if (event.type === 'resume') return resume(clock, event.at, counting)
  if (event.type === 'extend') return extend(clock, event.at, event.by, counting)
  if (event.type === 'meet') return meet(clock, event.at)
  return restart(clock, event.at, event.limit, counting)
}
const replay = (clock: Clock, event: ClockEvent, counting: Counting): Clock => {
  const result = apply(clock, event, counting)
  return 'clock' in result ? result.clock : clock
}

/**
 * Computes a provisional clock again after a notice was loaded, by replaying its history. A promise is never shortened: the later of
 * the two due times holds. `moved` tells the timeline what changed, null when nothing did.
 */
export const recompute = (
  clock: Clock,
  counting: Counting,
): { clock: Clock; moved: { from: Date; to: Date } | null } => {
  const [first, ...rest] = clock.history
  if (!clock.provisional || clock.metAt || first?.type !== 'start') return { clock, moved: null }
  const fresh = rest.reduce((now, event) => replay(now, event, counting), start(first.at, first.limit, counting))
  const later = fresh.dueAt > clock.dueAt
  const remainingMs = clock.remainingMs === null ? null : Math.max(clock.remainingMs, fresh.remainingMs ?? 0)
  const held: Clock = {
    ...fresh,
    dueAt: later ? fresh.dueAt : clock.dueAt,
    remainingMs,
    pausedAt: clock.pausedAt,
    history: clock.history,
  }
  return { clock: held, moved: later ? { from: clock.dueAt, to: fresh.dueAt } : null }
}
