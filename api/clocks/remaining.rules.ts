import type { Clock, ClockLevel, Remaining, WarningLevels } from './clock.types.ts'
import type { Counting } from './clocks.types.ts'
import { countedMs } from './counted-time.ts'
import { dayMs } from './working-time.ts'

const hourMs = 3_600_000

/** The project's defaults (domain rules L24, grade D): a city sets its own. */
export const defaultWarnings: WarningLevels = { yellow: { workingDays: 1, used: 0.75 }, red: { hours: 4, used: 0.9 } }

/** What is left alone says nothing on a short limit (a 2-hour limit would start red): it counts from twice its length upwards. */
const levelOf = (left: number, total: number, day: number, { yellow, red }: WarningLevels): ClockLevel => {
  const used = total > 0 ? 1 - left / total : 1
  const under = (bar: number): boolean => left <= bar && total >= 2 * bar
  if (left < 0 || used >= red.used || under(red.hours * hourMs)) return 'red'
  return used >= yellow.used || under(yellow.workingDays * day) ? 'yellow' : 'ok'
}

/**
 * How a clock stands at `now`, in the limit's own time (working days for `wd`, office hours for `wh`).
 * A paused clock stands still; a met one says how much was left when it was met.
 */
export const remaining = (
  clock: Clock,
  now: Date,
  counting: Counting,
  warnings: WarningLevels = defaultWarnings,
): Remaining => {
  const { unit } = clock.limit
  const day = dayMs(unit, counting)
  const at = clock.metAt ?? now
  const ms = clock.remainingMs ?? countedMs(unit, at, clock.dueAt, counting)
  const overdue = clock.remainingMs === null && at > clock.dueAt
  // Overdue over a weekend has used no counted time yet and is overdue all the same.
  const left = overdue ? Math.min(ms, -1) : ms
  const size = Math.abs(left)
  const words = { workingDays: Math.floor(size / day), hours: Math.floor((size % day) / hourMs), ms: left }
  if (clock.metAt) return { state: 'met', level: 'ok', ...words }
  const total =
    countedMs(unit, clock.startedAt, clock.pausedAt ?? clock.dueAt, counting) -
    clock.pausedMs +
    (clock.remainingMs ?? 0)
  const state = clock.pausedAt ? 'paused' : overdue ? 'overdue' : 'running'
  return { state, level: levelOf(left, total, day, warnings), ...words }
}
