import type { Counting, LocalDate, OfficeHours } from './clocks.types.ts'
import type { LimitUnit } from '../vocabulary/catalogue.ts'
import { addDays } from './zone.ts'

/** Days walked before giving up: a unit that is never open must not hang the server. */
const horizon = 20_000

const wallTime = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/
/** `HH:MM` → minutes after midnight; throws RangeError on anything else. */
export const minutesOf = (text: string): number => {
  const found = wallTime.exec(text)
  if (!found) throw new RangeError(`not a time of day: ${text}`)
  return text === '24:00' ? 1440 : Number(found[1]) * 60 + Number(found[2])
}

/** Counted minutes of one open day. */
const officeMinutes = (hours: OfficeHours): number =>
  hours.spans.reduce((sum, span) => sum + minutesOf(span.to) - minutesOf(span.from), 0)

/** The counted stretches of a day in ms since the epoch, ends exclusive. `h` and `cd` run day and night. */
export const stretches = (
  unit: LimitUnit,
  date: LocalDate,
  { calendar, officeHours }: Counting,
): [number, number][] => {
  const at = (minutes: number): number => calendar.zone.instantOf(date, minutes).getTime()
  if (unit === 'h' || unit === 'cd') return [[at(0), at(1440)]]
  if (unit === 'wd') return calendar.isWorkingDay(date) ? [[at(0), at(1440)]] : []
  if (officeHours.days === 'working' && !calendar.isWorkingDay(date)) return []
  return officeHours.spans.map((span) => [at(minutesOf(span.from)), at(minutesOf(span.to))])
}

/**
 * The instant at which `ms` of counted time have passed since `from`. What is used up exactly at the end of a working day ends there, at 24:00
 * (`wd`) or with the close of business (`wh`); a time that is spent already begins with the next counted moment.
 * Throws RangeError when the office is never open.
 */
export const addCountedMs = (unit: LimitUnit, from: Date, ms: number, counting: Counting): Date => {
  if (unit === 'h' || unit === 'cd') return new Date(from.getTime() + ms)
  let left = Math.max(0, ms)
  let date = counting.calendar.zone.dateOf(from)
  for (let i = 0; i < horizon; i++, date = addDays(date, 1)) {
    for (const [start, end] of stretches(unit, date, counting)) {
      const begin = Math.max(start, from.getTime())
      const room = end - begin
      if (room < 0) continue
      if (left < room || (left === room && left > 0)) return new Date(begin + left)
      left -= room
    }
  }
  throw new RangeError('no counted time within reach: check the office hours')
}

/** Counted days after one date up to another, that one included. */
export const countedDays = (unit: 'wd' | 'cd', from: LocalDate, to: LocalDate, { calendar }: Counting): number => {
  let days = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1))
    if (unit === 'cd' || calendar.isWorkingDay(date)) days++
  return days
}

/** Length of one counted day of the unit in ms: 24 h, or the office hours of a day for `wh`. */
export const dayMs = (unit: LimitUnit, counting: Counting): number =>
  (unit === 'wh' ? officeMinutes(counting.officeHours) : 1440) * 60_000
