import { createBounded } from '../platform/bounded.ts'
import { noticeOfDay } from './chinese-dates.ts'
import type { CalendarDay, DayFacts, LocalDate, WorkingCalendar } from './clocks.types.ts'
import { statutoryDays } from './statutory-days.ts'
import { addDays, createZone, weekday } from './zone.ts'

/** The notices the package holds. A year outside is computed from the law alone and marked provisional. */
const firstNotice = 2004
/** The last year whose State Council notice the package holds; later years are provisional. */
const lastNotice = 2026

/** More working days than any limit has: a guard against a loop that a bad row would start. */
const mostDays = 5000

/** What a city's calendar has of its own. */
export interface CalendarOptions {
  /** The city's own days; they win over the notice. */
  overlay?: CalendarDay[]
  /** IANA name, default Asia/Shanghai. */
  timeZone?: string
  /** Last year whose notice is known; raise it after loading a newer notice into the overlay. Default 2026. */
  publishedThrough?: number
}

const isWeekend = (date: LocalDate): boolean => weekday(date) % 6 === 0
const plain = (date: LocalDate): DayFacts => ({
  working: !isWeekend(date),
  holiday: false,
  makeUp: false,
  name: null,
  nameEn: null,
})

const byNotice = (date: LocalDate): DayFacts => {
  const detail = noticeOfDay(date)
  // The package names a day of a notice `National Day,国庆节,3`, any other day by its weekday.
  const [nameEn, name] = detail.name.split(',')
  if (name === undefined || nameEn === undefined) return plain(date)
  return { working: detail.work, holiday: !detail.work, makeUp: detail.work, name, nameEn }
}

const byLaw = (date: LocalDate): DayFacts => {
  const day = statutoryDays(Number(date.slice(0, 4))).get(date)
  return day ? { working: false, holiday: true, makeUp: false, ...day } : plain(date)
}

/**
 * The working calendar: State Council notices 2004–2026 (package `chinese-days`), overlaid by the city's own table.
 * A year without a notice counts weekdays without the law's thirteen public holidays and is not `published`: neither the shifted
 * days nor the make-up days can be known. Throws RangeError on a malformed date or an absurd count.
 */
export const createCalendar = (options: CalendarOptions = {}): WorkingCalendar => {
  const overlay = new Map((options.overlay ?? []).map((row) => [row.date, row]))
  const through = options.publishedThrough ?? lastNotice
  const known = createBounded<LocalDate, DayFacts>({ most: 4_000, ms: 86_400_000 })

  const published = (date: LocalDate): boolean => {
    const year = Number(date.slice(0, 4))
    return year >= firstNotice && year <= through
  }
  const look = (date: LocalDate): DayFacts => {
    const own = overlay.get(date)
    if (own) {
      return {
        working: own.working,
        holiday: !own.working,
        makeUp: own.working && isWeekend(date),
        name: own.name,
        nameEn: own.name,
      }
    }
    const year = Number(date.slice(0, 4))
    if (year >= firstNotice && year <= lastNotice) return byNotice(date)
    // A notice newer than the package stands in the overlay; the days it does not name are plain.
    return published(date) ? plain(date) : byLaw(date)
  }
  const day = (date: LocalDate): DayFacts => {
    let facts = known.get(date)
    if (!facts) known.set(date, (facts = look(date)))
    return facts
  }
  const addWorkingDays = (date: LocalDate, n: number): LocalDate => {
    if (!Number.isInteger(n) || n < 0 || n > mostDays) throw new RangeError(`not a number of working days: ${n}`)
    let at = addDays(date, 0)
    for (let left = n; left > 0;) {
      at = addDays(at, 1)
      if (day(at).working) left--
    }
    return at
  }
  return {
    zone: createZone(options.timeZone),
    day,
    isWorkingDay: (date) => day(date).working,
    addWorkingDays,
    published,
  }
}
