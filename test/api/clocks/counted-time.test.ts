import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from '../../../api/clocks/calendar.ts'
import type { Counting, OfficeHours } from '../../../api/clocks/clocks.types.ts'
import { countedMs } from '../../../api/clocks/counted-time.ts'
import { stretches } from '../../../api/clocks/working-time.ts'
import { addDays } from '../../../api/clocks/zone.ts'
import type { LimitUnit } from '../../../api/vocabulary/catalogue.ts'

/** Day by day, as one would count on a paper calendar. */
const byHand = (unit: LimitUnit, from: Date, to: Date, counting: Counting): number => {
  const { zone } = counting.calendar
  let sum = 0
  for (let date = zone.dateOf(from); date <= zone.dateOf(to); date = addDays(date, 1))
    for (const [start, end] of stretches(unit, date, counting))
      sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()))
  return sum
}

const hours: Record<string, OfficeHours> = {
  office: {
    spans: [
      { from: '09:00', to: '11:30' },
      { from: '13:00', to: '17:30' },
    ],
    days: 'working',
  },
  duty: { spans: [{ from: '00:00', to: '24:00' }], days: 'all' },
}
const overlay = [{ date: '2026-07-08', working: false, name: '台风' }]

describe.each(['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe'])('counted time in %s', (timeZone) => {
  const calendar = createCalendar({ overlay, timeZone })

  it.each(Object.entries(hours))('is what counting day by day gives, %s hours', (_, officeHours) => {
    const counting = { calendar, officeHours }
    const instant = fc.date({
      min: new Date('2023-11-01T00:00:00Z'),
      max: new Date('2028-03-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 500 * 86_400_000 }),
        fc.constantFrom<LimitUnit>('wd', 'wh'),
        (from, length, unit) => {
          const to = new Date(from.getTime() + length)
          const counted = byHand(unit, from, to, counting)
          expect(countedMs(unit, from, to, counting)).toBe(counted)
          expect(countedMs(unit, to, from, counting)).toBe(0 - counted)
        },
      ),
      { numRuns: 60 },
    )
  })
})
