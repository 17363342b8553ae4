import type { Kind, Urgency } from '../vocabulary/catalogue.ts'
import type { Counting, DueTime, LimitAmount, LimitExplanation, LimitRule, LocalDate } from './clocks.types.ts'
import { addCountedMs, minutesOf } from './working-time.ts'
import { addDays } from './zone.ts'

/** Whether an amount can be a limit: hours may be broken, days are whole. */
export const isLimit = ({ value, unit }: LimitAmount): boolean =>
  value > 0 && value <= 5000 && (unit === 'h' || unit === 'wh' || Number.isInteger(value))

const check = (amount: LimitAmount): void => {
  if (!isLimit(amount)) throw new RangeError(`not a limit: ${amount.value} ${amount.unit}`)
}

/** Walks the days between start and end and says which were left out or made up. */
const explainDays = (
  from: LocalDate,
  last: LocalDate,
  counting: Counting,
): Pick<LimitExplanation, 'skipped' | 'madeUp'> => {
  const skipped: LimitExplanation['skipped'] = []
  const madeUp: LimitExplanation['madeUp'] = []
  for (let date = from; date <= last; date = addDays(date, 1)) {
    const { working, makeUp, name, nameEn } = counting.calendar.day(date)
    if (!working) skipped.push({ date, name, nameEn })
    else if (makeUp) madeUp.push({ date, name, nameEn })
  }
  return { skipped, madeUp }
}

/** Civil Code art. 203: a period whose last day is a statutory holiday ends on the day after the holiday. */
const roll = (date: LocalDate, { calendar, weekendsRoll = false }: Counting): LocalDate => {
  let at = date
  while (calendar.day(at).holiday || (weekendsRoll && !calendar.isWorkingDay(at))) at = addDays(at, 1)
  return at
}

/** The last instant of a day: 23:59:59.999, or the close of business where the setting says so and the office is open. */
const endOf = (date: LocalDate, { calendar, officeHours, lastDayEnds = 'midnight' }: Counting): Date => {
  const close = officeHours.spans.at(-1)
  const open = officeHours.days === 'all' || calendar.isWorkingDay(date)
  if (lastDayEnds === 'close' && close && open) return calendar.zone.instantOf(date, minutesOf(close.to))
  return new Date(calendar.zone.instantOf(date, 1440).getTime() - 1)
}

/** Moves an instant that a holiday makes ineffective to the end of the day after the holiday; other instants stay. */
export const rollInstant = (at: Date, counting: Counting): Date => {
  const date = counting.calendar.zone.dateOf(at)
  const moved = roll(date, counting)
  return moved === date ? at : endOf(moved, counting)
}

/**
 * The end of the last of some counted days; the day they are counted from is not one of them (Civil Code arts 201, 203). With no day
 * left it is that day's own end, or the next working day's.
 */
export const endAfterDays = (from: LocalDate, days: number, unit: 'wd' | 'cd', counting: Counting): Date => {
  const { calendar } = counting
  if (unit === 'cd') return endOf(roll(addDays(from, days), counting), counting)
  const none = days === 0 && calendar.isWorkingDay(from)
  return endOf(none ? from : calendar.addWorkingDays(from, Math.max(1, days)), counting)
}

/**
 * When a limit that starts at `start` is due (Civil Code arts 201–203):
 * - `wd`, `cd`: the day of the event is not counted; the last day ends at 24:00 local, kept as its last millisecond, so a result at
 *   `dueAt` is in time and one ms later is not; `cd` moves past a statutory holiday, past a plain weekend only by setting;
 * - `h`: runs from the moment, day and night; `wh`: runs inside the office hours only.
 * Provisional when it reaches into a year without a notice. Throws RangeError on an amount that is no limit.
 */
export const dueAt = (start: Date, limit: LimitAmount, counting: Counting): DueTime => {
  check(limit)
  const { calendar } = counting
  const { value, unit } = limit
  const startDate = calendar.zone.dateOf(start)
  const byHours = unit === 'h' || unit === 'wh'
  const counted = unit === 'wd' ? calendar.addWorkingDays(startDate, value) : addDays(startDate, value)
  const lastDay = unit === 'cd' ? roll(counted, counting) : counted
  const due = byHours ? addCountedMs(unit, start, value * 3_600_000, counting) : endOf(lastDay, counting)
  const lastDate = byHours ? calendar.zone.dateOf(due) : lastDay
  const firstDate = byHours ? startDate : addDays(startDate, 1)
  const byCalendar = unit === 'wd' || (unit === 'wh' && counting.officeHours.days === 'working')
  const none = { skipped: [], madeUp: [] }
  const provisional = unit !== 'h' && !(calendar.published(startDate) && calendar.published(lastDate))
  return {
    dueAt: due,
    provisional,
    explain: {
      value,
      unit,
      startDate,
      firstDate,
      lastDate,
      ...(byCalendar ? explainDays(firstDate, lastDate, counting) : none),
      rolledFrom: !byHours && lastDay !== counted ? counted : null,
      unpublishedYear: provisional ? Number((calendar.published(startDate) ? lastDate : startDate).slice(0, 4)) : null,
    },
  }
}

/** For what a limit is looked up: a matter of a kind and urgency, at a moment. */
export interface LimitQuestion {
  matterCode: string
  kind: Kind
  urgency: Urgency
  at: Date
}

const covers = (rule: LimitRule, asked: LimitQuestion): boolean =>
  (rule.matterCode === null ||
    asked.matterCode === rule.matterCode ||
    asked.matterCode.startsWith(`${rule.matterCode}.`)) &&
  (rule.kind === null || rule.kind === asked.kind) &&
  (rule.urgency === null || rule.urgency === asked.urgency) &&
  (rule.validFrom === null || rule.validFrom <= asked.at) &&
  (rule.validTo === null || asked.at < rule.validTo)

/** Matter before urgency before kind; a deeper matter before its branch; of equals the newer rule. */
const rank = (rule: LimitRule): number[] => [
  rule.matterCode === null ? 0 : rule.matterCode.split('.').length,
  rule.urgency === null ? 0 : 1,
  rule.kind === null ? 0 : 1,
  rule.validFrom?.getTime() ?? Number.NEGATIVE_INFINITY,
]
const moreSpecific = (a: LimitRule, b: LimitRule): boolean => {
  const [left, right] = [rank(a), rank(b)]
  const at = left.findIndex((value, i) => value !== right[i])
  return at < 0 ? a.id < b.id : (left[at] ?? 0) > (right[at] ?? 0)
}

const mostSpecific = (rules: readonly LimitRule[]): LimitRule | null =>
  rules.reduce<LimitRule | null>((best, rule) => (best === null || moreSpecific(rule, best) ? rule : best), null)

/** The hours a limit lasts at least, for comparing two: a day of any kind is one whole day. */
const leastHours = ({ value, unit }: LimitAmount) => (unit === 'wd' || unit === 'cd' ? value * 24 : value)

/**
 * The limit row that holds: the most specific one valid at `at`, or null when the city has none. An urgent or critical request is never
 * slower than its urgency allows: a shorter row for that urgency wins over the matter's own. The order of rows is irrelevant.
 */
export const pickLimit = (rules: Iterable<LimitRule>, asked: LimitQuestion): LimitRule | null => {
  const holding = [...rules].filter((rule) => covers(rule, asked))
  const best = mostSpecific(holding)
  if (best === null || asked.urgency === 'normal') return best
  const urgent = mostSpecific(holding.filter(({ urgency }) => urgency !== null))
  return urgent !== null && leastHours(urgent) < leastHours(best) ? urgent : best
}
