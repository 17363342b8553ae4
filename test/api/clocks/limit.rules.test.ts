import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Counting, LimitRule } from '../../../api/clocks/clocks.types.ts'
import { createCalendar } from '../../../api/clocks/calendar.ts'
import { dueAt, pickLimit } from '../../../api/clocks/limit.rules.ts'

const calendar = createCalendar()
const officeHours = {
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
  days: 'working' as const,
}
const counting: Counting = { calendar, officeHours }
const at = (local: string): Date => new Date(`${local}+08:00`)
/** Local wall time of an instant, to the minute. */
const local = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const due = (start: string, value: number, unit: 'h' | 'cd' | 'wd' | 'wh', settings: Partial<Counting> = {}): string =>
  local(dueAt(at(start), { value, unit }, { ...counting, ...settings }).dueAt)

describe('working and calendar days', () => {
  it.each([
    ['2026-09-30T10:00', 5, 'wd', '2026-10-13 23:59'],
    ['2026-02-13T18:00', 1, 'wd', '2026-02-14 23:59'],
    ['2026-02-13T00:00', 2, 'wd', '2026-02-24 23:59'],
    ['2026-02-13T23:59', 2, 'wd', '2026-02-24 23:59'],
    ['2026-10-03T11:00', 1, 'wd', '2026-10-08 23:59'],
    ['2024-02-28T09:00', 1, 'wd', '2024-02-29 23:59'],
    ['2026-09-20T10:00', 15, 'cd', '2026-10-08 23:59'],
    ['2026-06-01T10:00', 7, 'cd', '2026-06-08 23:59'],
    ['2026-06-06T10:00', 7, 'cd', '2026-06-13 23:59'],
    ['2025-12-25T10:00', 7, 'cd', '2026-01-04 23:59'],
    ['2024-01-31T10:00', 29, 'cd', '2024-02-29 23:59'],
  ] as const)('%s + %i %s is due %s', (start, value, unit, expected) => {
    expect(due(start, value, unit)).toBe(expected)
  })

  it('ends in the last millisecond of the day', () => {
    expect(dueAt(at('2026-06-01T10:00'), { value: 1, unit: 'wd' }, counting).dueAt.toISOString()).toBe(
      '2026-06-02T15:59:59.999Z',
    )
  })

  it('takes the local day: late on the first in Shanghai is still the first, though UTC has turned', () => {
    expect(dueAt(new Date('2026-06-01T16:30:00Z'), { value: 1, unit: 'wd' }, counting).explain.startDate).toBe(
      '2026-06-02',
    )
  })

  it('moves a calendar period past a plain weekend only when the city says so', () => {
    expect(due('2026-06-06T10:00', 7, 'cd', { weekendsRoll: true })).toBe('2026-06-15 23:59')
    expect(due('2026-09-20T10:00', 15, 'cd', { weekendsRoll: true })).toBe('2026-10-08 23:59')
    // 2026-10-10 is a make-up Saturday: a working day, so nothing moves.
    expect(due('2026-10-03T10:00', 7, 'cd', { weekendsRoll: true })).toBe('2026-10-10 23:59')
  })

  it('ends with the close of business where the city says so', () => {
    expect(due('2026-06-01T10:00', 1, 'wd', { lastDayEnds: 'close' })).toBe('2026-06-02 17:30')
    expect(due('2026-06-06T10:00', 7, 'cd', { lastDayEnds: 'close' })).toBe('2026-06-13 23:59')
  })
})

describe('hours', () => {
  it.each([
    ['2026-09-30T22:00', 24, 'h', '2026-10-01 22:00'],
    ['2026-06-05T16:00', 2, 'wh', '2026-06-08 09:30'],
    ['2026-06-05T13:00', 4, 'wh', '2026-06-05 17:30'],
    ['2026-06-05T11:00', 2, 'wh', '2026-06-05 14:30'],
    ['2026-06-05T17:30', 1, 'wh', '2026-06-08 10:00'],
    ['2026-06-06T03:00', 7, 'wh', '2026-06-08 17:30'],
    ['2026-05-08T17:00', 1, 'wh', '2026-05-09 09:30'],
    ['2026-09-30T17:00', 1, 'wh', '2026-10-08 09:30'],
  ] as const)('%s + %i %s is due %s', (start, value, unit, expected) => {
    expect(due(start, value, unit)).toBe(expected)
  })

  it('a duty desk works every day', () => {
    expect(
      due('2026-10-01T22:00', 4, 'wh', { officeHours: { spans: [{ from: '00:00', to: '24:00' }], days: 'all' } }),
    ).toBe('2026-10-02 02:00')
  })

  it('an office that never opens is an error, not a hang', () => {
    expect(() => due('2026-06-01T10:00', 1, 'wh', { officeHours: { spans: [], days: 'all' } })).toThrow(RangeError)
  })
})

describe('provisional', () => {
  it.each([
    ['2026-12-24T10:00', 5, 'wd', false],
    ['2026-12-25T10:00', 5, 'wd', true],
    ['2026-12-30T10:00', 15, 'cd', true],
    ['2026-12-31T23:00', 24, 'h', false],
    ['2026-12-31T17:00', 4, 'wh', true],
  ] as const)('%s + %i %s: %s', (start, value, unit, provisional) => {
    const result = dueAt(at(start), { value, unit }, counting)
    expect(result.provisional).toBe(provisional)
    expect(result.explain.unpublishedYear).toBe(provisional ? 2027 : null)
  })
})

describe('the explanation', () => {
  it('lists what was left out and made up', () => {
    const { explain } = dueAt(at('2026-09-30T10:00'), { value: 5, unit: 'wd' }, counting)
    expect(explain).toMatchObject({
      value: 5,
      unit: 'wd',
      startDate: '2026-09-30',
      firstDate: '2026-10-01',
      lastDate: '2026-10-13',
      rolledFrom: null,
    })
    expect(explain.skipped.map((d) => d.date.slice(8) + (d.name ?? ''))).toEqual([
      '01国庆节',
      '02国庆节',
      '03国庆节',
      '04国庆节',
      '05国庆节',
      '06国庆节',
      '07国庆节',
      '11',
    ])
    expect(explain.madeUp).toEqual([{ date: '2026-10-10', name: '国庆节', nameEn: 'National Day' }])
  })

  it('says from which day a holiday moved the end', () => {
    const { explain } = dueAt(at('2026-09-20T10:00'), { value: 15, unit: 'cd' }, counting)
    expect(explain).toMatchObject({ rolledFrom: '2026-10-05', lastDate: '2026-10-08', skipped: [] })
  })

  it('adds up: days between start and end = counted + skipped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 1, max: 60 }), (offset, value) => {
        const start = new Date(Date.UTC(2023, 0, 1) + offset * 86_400_000)
        const { explain } = dueAt(start, { value, unit: 'wd' }, counting)
        const days = (Date.parse(explain.lastDate) - Date.parse(explain.startDate)) / 86_400_000
        expect(days).toBe(value + explain.skipped.length)
      }),
    )
  })
})

describe('every limit', () => {
  const instant = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2026, 8, 1) }).map((ms) => new Date(ms))
  const limit = fc.oneof(
    fc.record({ value: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('h', 'cd', 'wd', 'wh') }),
  ) as fc.Arbitrary<{ value: number; unit: 'h' | 'cd' | 'wd' | 'wh' }>

  it('a later start is never due earlier, a longer limit never sooner, and due comes after start', () => {
    fc.assert(
      fc.property(instant, limit, fc.integer({ min: 0, max: 5 * 86_400_000 }), (start, amount, shift) => {
        const first = dueAt(start, amount, counting).dueAt
        expect(first > start).toBe(true)
        expect(dueAt(new Date(start.getTime() + shift), amount, counting).dueAt >= first).toBe(true)
        expect(dueAt(start, { ...amount, value: amount.value + 1 }, counting).dueAt >= first).toBe(true)
      }),
    )
  })

  it('in working time is never due on a day off, in calendar days never on a holiday', () => {
    fc.assert(
      fc.property(instant, limit, (start, amount) => {
        const date = calendar.zone.dateOf(dueAt(start, amount, counting).dueAt)
        if (amount.unit === 'wd' || amount.unit === 'wh') expect(calendar.isWorkingDay(date)).toBe(true)
        if (amount.unit === 'cd') expect(calendar.day(date).holiday).toBe(false)
      }),
    )
  })

  it.each([
    [0, 'wd'],
    [-1, 'h'],
    [1.5, 'wd'],
    [Number.NaN, 'cd'],
    [1e9, 'cd'],
  ] as const)('%s %s is refused', (value, unit) => {
    expect(() => dueAt(new Date('2026-06-01T00:00:00Z'), { value, unit }, counting)).toThrow(RangeError)
  })
})

describe('picking a limit', () => {
  const rule = (id: string, over: Partial<LimitRule> = {}): LimitRule => ({
    id,
    matterCode: null,
    kind: null,
    urgency: null,
    value: 5,
    unit: 'wd',
    startEvent: 'dispatched',
    basis: '',
    basisEn: '',
    grade: 'D',
    validFrom: null,
    validTo: null,
    ...over,
  })
  const asked = {
    matterCode: 'market.consumer.refund',
    kind: 'complaint',
    urgency: 'urgent',
    at: at('2026-04-14T23:59:59'),
  } as const
  const rows = [
    rule('general'),
    rule('complaints', { kind: 'complaint' }),
    rule('urgent', { urgency: 'urgent' }),
    rule('urgent complaints', { kind: 'complaint', urgency: 'urgent' }),
    rule('critical', { urgency: 'critical' }),
    rule('branch', { matterCode: 'market' }),
    rule('old law', { matterCode: 'market.consumer.refund', validTo: at('2026-04-15T00:00') }),
    rule('new law', { matterCode: 'market.consumer.refund', validFrom: at('2026-04-15T00:00') }),
    rule('other leaf', { matterCode: 'market.consumer.refunds' }),
  ]
  const pick = (over: Partial<typeof asked> | { at: Date } = {}, from = rows): string | undefined =>
    pickLimit(from, { ...asked, ...over })?.id

  it('takes the most specific row that holds that day', () => {
    expect(pick()).toBe('old law')
    expect(pick({ at: at('2026-04-15T00:00') })).toBe('new law')
    expect(pick({ at: at('2026-04-15T00:00') }, rows.slice(0, 6))).toBe('branch')
    expect(pick({}, rows.slice(0, 5))).toBe('urgent complaints')
    expect(pick({}, rows.slice(0, 3))).toBe('urgent')
    expect(pick({}, rows.slice(0, 2))).toBe('complaints')
    expect(pick({}, [])).toBeUndefined()
    expect(pick({}, [rule('critical', { urgency: 'critical' })])).toBeUndefined()
  })

  it('is never slower for an urgent request than its urgency allows, and no faster for an ordinary one', () => {
    const burst = rule('burst pipe', { matterCode: 'market.consumer.refund', value: 24, unit: 'h' })
    const two = rule('critical', { urgency: 'critical', value: 2, unit: 'h' })
    const day = rule('urgent', { urgency: 'urgent', value: 24, unit: 'h' })
    const ordinary = rule('normal', { urgency: 'normal', value: 1, unit: 'h' })
    const all = [rule('general'), burst, two, day, ordinary]
    const of = (urgency: 'normal' | 'urgent' | 'critical', from: LimitRule[]) =>
      pickLimit(from, { ...asked, urgency })?.id
    expect(of('critical', all)).toBe('critical')
    expect(of('urgent', all)).toBe('burst pipe')
    expect(of('normal', all)).toBe('burst pipe')
    expect(of('urgent', [{ ...burst, value: 60, unit: 'wd' }, day])).toBe('urgent')
    expect(of('critical', [{ ...burst, value: 1 }, two])).toBe('burst pipe')
    expect(of('critical', [two, { ...burst, urgency: 'critical', value: 4 }])).toBe('burst pipe')
  })

  it('does not depend on the order of the rows, and takes the newer of two equals', () => {
    const twice = [rule('b', { validFrom: at('2026-01-01T00:00') }), rule('a', { validFrom: at('2025-01-01T00:00') })]
    expect(pick({}, twice)).toBe('b')
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(pick({}, shuffled)).toBe('old law')
      }),
    )
  })
})
