import type { LocalDate, Zone } from './clocks.types.ts'

const minute = 60_000
const hour = 60 * minute

/** Zones that have kept one offset since the hotline exists; everything else asks Intl. China dropped summer time in 1992. */
const fixedOffsets: Record<string, number> = { 'Asia/Shanghai': 8 * hour, UTC: 0 }

const midnightUtc = (date: LocalDate): number => {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN
  if (Number.isNaN(ms) || isoDate(ms) !== date) throw new RangeError(`not a calendar date: ${date}`)
  return ms
}
const isoDate = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10)

/** The date `days` later (or earlier): plain calendar arithmetic, no time zone involved. */
export const addDays = (date: LocalDate, days: number): LocalDate => isoDate(midnightUtc(date) + days * 24 * hour)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: LocalDate): number => new Date(midnightUtc(date)).getUTCDay()

const intlOffset = (timeZone: string): ((ms: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (ms) => {
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour: h = 0, minute: m = 0, second: s = 0 } = part
    return Date.UTC(year, month - 1, day, h, m, s) - Math.floor(ms / 1000) * 1000
  }
}

/**
 * Creates the conversion for an IANA zone. Asia/Shanghai uses its fixed +08:00 (fast); other zones ask Intl for the offset,
 * twice for local → instant, so that a summer-time change between the two guesses is taken. A wall time that a change skips
 * becomes the instant after it.
 */
export const createZone = (timeZone = 'Asia/Shanghai'): Zone => {
  const fixed = fixedOffsets[timeZone]
  const offset = fixed === undefined ? intlOffset(timeZone) : () => fixed
  return {
    timeZone,
    dateOf: (instant) => isoDate(instant.getTime() + offset(instant.getTime())),
    instantOf: (date, minutes) => {
      const wall = midnightUtc(date) + minutes * minute
      const first = wall - offset(wall)
      return new Date(wall - offset(first))
    },
  }
}
