import chineseDays from 'chinese-days'
import type { LocalDate } from './clocks.types.ts'
import { addDays } from './zone.ts'

/**
 * The package reads a text of a date as midnight of UTC, and writes a date by the clock of the process, whatever zone that keeps. Its table
 * of notices was written in the same way, so that texts find their days in it everywhere; what it computes is given noon of the
 * process's own day, or corrected. Holidays do not move with the machine's time zone: a test asks processes of many.
 */
const noonOf = (date: LocalDate): Date => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day, 12)
}

/** Whether the process calls midnight of UTC the day before, as it does west of Greenwich. */
const isDayBefore = (date: LocalDate): boolean => {
  const midnight = new Date(`${date}T00:00:00Z`)
  return midnight.getDate() !== midnight.getUTCDate()
}

/** What the State Council's notices say of a day, 2004–2026: working or not, and the name where a notice names it. */
export const noticeOfDay = (date: LocalDate): { work: boolean; name: string } => chineseDays.getDayDetail(date)

/** The solar date of a lunar one; null outside the tables (1900–2100). */
export const solarOfLunar = (year: number, month: number, day: number): LocalDate | null => {
  const pad = (value: number) => String(value).padStart(2, '0')
  const { date } = chineseDays.getSolarDateFromLunar(noonOf(`${year}-${pad(month)}-${pad(day)}`))
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
}

/** The day of 清明. */
export const pureBrightness = (year: number): LocalDate => {
  const date = chineseDays.getSolarTermDate(year, 4, 'pure_brightness')
  return isDayBefore(addDays(date, 1)) ? addDays(date, 1) : date
}
