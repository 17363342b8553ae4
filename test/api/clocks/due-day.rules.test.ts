import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueDay } from '../../../api/clocks/due-day.rules.ts'
import { dayText } from '../../../api/notices/format.ts'
import { render } from '../../../api/notices/render.ts'
import { createFormatters } from '../../../console/i18n/formatters.ts'
import { createCalendar } from '../../../api/clocks/calendar.ts'
import { dueAt, isLimit } from '../../../api/clocks/limit.rules.ts'
import type { Counting } from '../../../api/clocks/clocks.types.ts'

const timeZone = 'Asia/Shanghai'
const counting: Counting = {
  calendar: createCalendar(),
  officeHours: { spans: [{ from: '09:00', to: '24:00' }], days: 'working' },
}
const told = (at: string) => dayText(dueDay(new Date(at)), { locale: 'zh', timeZone })

describe('the day of a due time', () => {
  it.each([
    ['2026-12-04T16:00:00.000Z', '12月4日', 'sharp midnight is 24:00 of the day that ends'],
    ['2026-12-04T15:59:59.999Z', '12月4日', 'so is its last millisecond'],
    ['2026-12-04T16:00:00.001Z', '12月5日', 'a moment later it is the next day'],
    ['2026-12-04T16:01:00.000Z', '12月5日', 'and a minute later'],
    ['2026-12-04T02:00:00.000Z', '12月4日', 'any other hour lies in its day'],
  ])('%s: %s, %s', (at, day) => expect(told(at)).toBe(day))

  it('is the same in a text to a citizen and in the console, for limits of every kind', () => {
    const zh = createFormatters('zh-CN', { now: () => Date.parse('2026-03-02T00:00:00Z') })
    let midnights = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 * 24 }),
        fc.constantFrom('h', 'wh', 'wd', 'cd'),
        fc.integer({ min: 1, max: 72 }),
        (hours, unit, value) => {
          fc.pre(isLimit({ value, unit }))
          const start = new Date(Date.parse('2026-03-01T16:00:00Z') + hours * 3_600_000)
          const due = dueAt(start, { value, unit }, counting).dueAt
          if (due.getTime() % 86_400_000 === 57_600_000) midnights++
          const text = render(
            { name: 'ticket.extended', params: { number: '260300000000', due } },
            { locale: 'zh', timeZone },
          )
          const [, day] = /预计(\d+月\d+日)/.exec(text) ?? []
          expect(zh.due(due).replace(/^2027年/, '')).toMatch(new RegExp(`^${day} `))
        },
      ),
      { numRuns: 1460 },
    )
    expect(midnights, 'some end at 00:00').toBeGreaterThan(10)
  })
})
