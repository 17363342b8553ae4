import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from '../../../api/clocks/calendar.ts'
import { statutoryDays } from '../../../api/clocks/statutory-days.ts'
import { addDays, createZone, weekday } from '../../../api/clocks/zone.ts'

const calendar = createCalendar()
const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2023-01-01', n))

describe('the State Council calendar', () => {
  it.each([
    [2023, 249, '01-28 01-29 04-23 05-06 06-25 10-07 10-08'],
    [2024, 251, '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
    [2025, 248, '01-26 02-08 04-27 09-28 10-11'],
    [2026, 248, '01-04 02-14 02-28 05-09 09-20 10-10'],
  ])('%i has %i working days and its make-up days', (year, count, makeUp) => {
    let working = 0
    const made: string[] = []
    for (let date = `${year}-01-01`; date.startsWith(`${year}`); date = addDays(date, 1)) {
      if (!calendar.isWorkingDay(date)) continue
      working++
      if (weekday(date) % 6 === 0) made.push(date.slice(5))
    }
    expect(working).toBe(count)
    expect(made.join(' ')).toBe(makeUp)
  })

  it('is off in 2026 exactly on the days of the notice and plain weekends', () => {
    const spans = [
      ['01-01', 3],
      ['02-15', 9],
      ['04-04', 3],
      ['05-01', 5],
      ['06-19', 3],
      ['09-25', 3],
      ['10-01', 7],
    ] as const
    const off = new Set(spans.flatMap(([first, n]) => Array.from({ length: n }, (_, i) => addDays(`2026-${first}`, i))))
    for (let date = '2026-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      expect([date, calendar.day(date).holiday]).toEqual([date, off.has(date)])
    }
  })

  it.each([
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-01-01', 1, '2026-01-04'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2023-01-20', 1, '2023-01-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2024-12-31', 1, '2025-01-02'],
    ['2026-02-10', 0, '2026-02-10'],
    ['2026-02-15', 0, '2026-02-15'],
  ])('%s + %i working days = %s', (date, n, expected) => {
    expect(calendar.addWorkingDays(date, n)).toBe(expected)
  })

  it('names a holiday and a make-up day in both languages', () => {
    expect(calendar.day('2026-10-01')).toEqual({
      working: false,
      holiday: true,
      makeUp: false,
      name: '国庆节',
      nameEn: 'National Day',
    })
    expect(calendar.day('2026-10-10')).toMatchObject({ working: true, makeUp: true, name: '国庆节' })
    expect(calendar.day('2026-10-17')).toEqual({
      working: false,
      holiday: false,
      makeUp: false,
      name: null,
      nameEn: null,
    })
  })
})

describe('a year without a notice', () => {
  it('is not published and still leaves out the public holidays of the law', () => {
    expect(calendar.published('2026-12-31')).toBe(true)
    expect(calendar.published('2027-01-01')).toBe(false)
    expect(calendar.published('2003-12-31')).toBe(false)
    expect(calendar.isWorkingDay('2027-01-01')).toBe(false)
    expect(calendar.addWorkingDays('2026-12-25', 5)).toBe('2027-01-04')
  })

  it.each([2025, 2026])('the thirteen days of the law are all off in the notice of %i', (year) => {
    const days = [...statutoryDays(year).keys()]
    expect(days).toHaveLength(13)
    expect(days.filter((date) => calendar.isWorkingDay(date))).toEqual([])
  })

  it('knows the moving feasts of 2027', () => {
    const days = statutoryDays(2027)
    for (const date of ['2027-02-05', '2027-02-06', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15'])
      expect(days.has(date)).toBe(true)
  })

  it('becomes firm when the notice is loaded as an overlay', () => {
    const loaded = createCalendar({
      publishedThrough: 2027,
      overlay: [{ date: '2027-01-01', working: false, name: '元旦' }],
    })
    expect(loaded.published('2027-06-01')).toBe(true)
    expect(loaded.isWorkingDay('2027-01-01')).toBe(false)
    expect(loaded.isWorkingDay('2027-05-03')).toBe(true)
  })
})

describe("the city's own days", () => {
  const typhoon = createCalendar({
    overlay: [
      { date: '2026-07-24', working: false, name: '台风停工' },
      { date: '2026-10-07', working: true, name: '市里加班' },
    ],
  })
  it('win over the notice', () => {
    expect(typhoon.addWorkingDays('2026-07-23', 1)).toBe('2026-07-27')
    expect(typhoon.day('2026-07-24')).toMatchObject({ holiday: true, name: '台风停工' })
    expect(typhoon.isWorkingDay('2026-10-07')).toBe(true)
    expect(calendar.isWorkingDay('2026-07-24')).toBe(true)
  })
})

describe('arithmetic', () => {
  it('one by one equals all at once, lands on a working day, and is monotone', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const all = calendar.addWorkingDays(date, n)
        let step = date
        for (let i = 0; i < n; i++) step = calendar.addWorkingDays(step, 1)
        expect(step).toBe(all)
        expect(calendar.isWorkingDay(all)).toBe(true)
        expect(all > date).toBe(true)
        expect(calendar.addWorkingDays(addDays(date, 1), n) >= all).toBe(true)
      }),
    )
  })

  it.each([
    ['2026-02-30', 1],
    ['26-1-1', 1],
    ['', 1],
    ['2026-01-01', -1],
    ['2026-01-01', 1.5],
    ['2026-01-01', 1e9],
    ['2026-01-01', Number.NaN],
  ])('refuses %s + %s', (date, n) => {
    expect(() => calendar.addWorkingDays(date, n)).toThrow(RangeError)
  })
})

describe('zones', () => {
  it('Shanghai: the local date changes at 16:00 UTC, and every day has 24 hours', () => {
    const zone = createZone()
    expect(zone.dateOf(new Date('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30')
    expect(zone.dateOf(new Date('2026-06-30T16:00:00.000Z'))).toBe('2026-07-01')
    fc.assert(
      fc.property(day, (date) => {
        const [from, to] = [zone.instantOf(date, 0), zone.instantOf(addDays(date, 1), 0)]
        expect(to.getTime() - from.getTime()).toBe(86_400_000)
        expect(zone.instantOf(date, 1440)).toEqual(to)
        expect(zone.dateOf(from)).toBe(date)
      }),
    )
  })

  it('New York: summer time is taken from Intl', () => {
    const zone = createZone('America/New_York')
    expect(zone.instantOf('2026-01-15', 0)).toEqual(new Date('2026-01-15T05:00:00Z'))
    expect(zone.instantOf('2026-07-15', 0)).toEqual(new Date('2026-07-15T04:00:00Z'))
    expect(zone.instantOf('2026-03-08', 12 * 60)).toEqual(new Date('2026-03-08T16:00:00Z'))
    expect(zone.dateOf(new Date('2026-07-15T03:59:00Z'))).toBe('2026-07-14')
  })

  it('an unknown zone is refused', () => {
    expect(() => createZone('Mars/Olympus')).toThrow(RangeError)
  })
})
