import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clock, ClockResult } from '../../../api/clocks/clock.types.ts'
import type { Counting } from '../../../api/clocks/clocks.types.ts'
import { createCalendar } from '../../../api/clocks/calendar.ts'
import { extend, meet, pause, recompute, restart, resume, start } from '../../../api/clocks/clock.rules.ts'
import { readClock, writeClock } from '../../../api/clocks/clock.json.ts'
import { remaining } from '../../../api/clocks/remaining.rules.ts'

const officeHours = {
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  days: 'working' as const,
}
const counting: Counting = { calendar: createCalendar(), officeHours }
const at = (local: string): Date => new Date(`${local}+08:00`)
const local = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const ok = (result: ClockResult): Clock => {
  if ('problem' in result) throw new Error(result.problem)
  return result.clock
}
const days = (value: number, unit: 'wd' | 'cd' | 'h' | 'wh' = 'wd') => ({ value, unit })

describe('a clock', () => {
  const clock = start(at('2026-06-01T10:00'), days(5), counting)

  it('starts with its limit and due time', () => {
    expect(local(clock.dueAt)).toBe('2026-06-08 23:59')
    expect(clock).toMatchObject({ limit: days(5), pausedAt: null, pausedMs: 0, provisional: false, extensions: [] })
  })

  it('stands still while paused and gives back the working time', () => {
    const paused = ok(pause(clock, at('2026-06-04T10:00'), '等待市民补充材料', counting))
    const before = remaining(paused, at('2026-06-04T10:00'), counting)
    expect(before).toMatchObject({ state: 'paused', workingDays: 2, hours: 13 })
    expect(remaining(paused, at('2026-06-30T10:00'), counting)).toEqual(before)
    const again = ok(resume(paused, at('2026-06-15T10:00'), counting))
    expect(local(again.dueAt)).toBe('2026-06-17 23:59')
    expect(remaining(again, at('2026-06-15T10:00'), counting).ms).toBe(before.ms)
    expect(again.pausedMs).toBe(7 * 86_400_000)
  })

  it('a pause over a weekend and a holiday costs no working time', () => {
    const short = start(at('2026-09-28T10:00'), days(2), counting)
    const paused = ok(pause(short, at('2026-09-30T20:00'), '检测', counting))
    expect(local(ok(resume(paused, at('2026-10-07T12:00'), counting)).dueAt)).toBe('2026-10-08 23:59')
  })

  it('restarts from zero, from the day the supplement arrives', () => {
    const paused = ok(pause(clock, at('2026-06-03T10:00'), '补正', counting))
    const again = ok(restart(paused, at('2026-06-10T10:00'), days(20), counting))
    expect(local(again.dueAt)).toBe('2026-07-09 23:59')
    expect(again).toMatchObject({ pausedAt: null, remainingMs: null, pausedMs: 0 })
    expect(again.history.map((event) => event.type)).toEqual(['start', 'pause', 'restart'])
  })

  it('is lengthened by a real amount only', () => {
    for (const value of [0, -1, 5001, Number.NaN])
      expect(() => extend(clock, at('2026-06-02T10:00'), days(value), counting)).toThrow(RangeError)
  })

  it('that was met stays as it was when a notice is loaded', () => {
    const far = start(at('2031-01-02T10:00'), days(5), counting)
    expect(far.provisional).toBe(true)
    const met = ok(meet(far, at('2031-01-03T10:00')))
    expect(recompute(met, counting)).toEqual({ clock: met, moved: null })
  })

  it("is extended from its old end, in the extension's own unit", () => {
    const longer = ok(extend(clock, at('2026-06-05T10:00'), days(5), counting))
    expect(local(longer.dueAt)).toBe('2026-06-15 23:59')
    expect(longer.extensions).toEqual([
      { at: at('2026-06-05T10:00'), by: days(5), from: clock.dueAt, to: longer.dueAt },
    ])
    expect(local(ok(extend(clock, at('2026-06-05T10:00'), days(11, 'cd'), counting)).dueAt)).toBe('2026-06-22 23:59')
    expect(
      local(
        ok(
          extend(
            start(at('2026-06-05T16:00'), days(1, 'wh'), counting),
            at('2026-06-05T16:30'),
            days(2, 'wh'),
            counting,
          ),
        ).dueAt,
      ),
    ).toBe('2026-06-08 11:00')
  })

  it('refuses what its state does not allow', () => {
    const paused = ok(pause(clock, at('2026-06-03T10:00'), '检测', counting))
    const met = ok(meet(clock, at('2026-06-03T10:00')))
    const late = at('2026-06-09T00:00')
    expect(pause(paused, at('2026-06-04T10:00'), '检测', counting)).toEqual({ problem: 'clockPaused' })
    expect(extend(paused, at('2026-06-04T10:00'), days(1), counting)).toEqual({ problem: 'clockPaused' })
    expect(resume(clock, at('2026-06-04T10:00'), counting)).toEqual({ problem: 'clockNotPaused' })
    expect(extend(clock, late, days(1), counting)).toEqual({ problem: 'clockOverdue' })
    expect(pause(clock, late, '检测', counting)).toEqual({ problem: 'clockOverdue' })
    expect(pause(met, late, '检测', counting)).toEqual({ problem: 'clockMet' })
    expect(meet(met, late)).toEqual({ problem: 'clockMet' })
    expect(resume(paused, at('2026-06-02T10:00'), counting)).toEqual({ problem: 'clockTimeBackwards' })
    expect(ok(extend(clock, clock.dueAt, days(1), counting)).dueAt > clock.dueAt).toBe(true)
    expect(() => extend(clock, at('2026-06-04T10:00'), days(-1), counting)).toThrow(RangeError)
  })

  it('is not changed by being worked with', () => {
    const frozen = JSON.stringify(clock)
    pause(clock, at('2026-06-03T10:00'), '检测', counting)
    extend(clock, at('2026-06-03T10:00'), days(1), counting)
    expect(JSON.stringify(clock)).toBe(frozen)
  })

  it('survives storage', () => {
    const moved = ok(
      extend(
        ok(resume(ok(pause(clock, at('2026-06-03T10:00'), '检测', counting)), at('2026-06-04T10:00'), counting)),
        at('2026-06-05T10:00'),
        days(1),
        counting,
      ),
    )
    for (const one of [clock, moved, ok(meet(moved, at('2026-06-05T11:00')))]) {
      expect(readClock(JSON.parse(JSON.stringify(writeClock(one))))).toEqual(one)
    }
    expect(() => readClock({ ...writeClock(clock), dueAt: 'soon' })).toThrow(RangeError)
  })
})

describe('what is left', () => {
  const clock = start(at('2026-06-01T10:00'), days(5), counting)
  it.each([
    ['2026-06-01T10:00', 'running', 'ok', 5, 13],
    ['2026-06-05T01:00', 'running', 'ok', 1, 22],
    ['2026-06-06T12:00', 'running', 'yellow', 0, 23],
    ['2026-06-08T09:00', 'running', 'yellow', 0, 14],
    ['2026-06-08T10:37', 'running', 'red', 0, 13],
    ['2026-06-08T23:00', 'running', 'red', 0, 0],
    ['2026-06-09T00:00', 'overdue', 'red', 0, 0],
    ['2026-06-11T12:00', 'overdue', 'red', 2, 12],
  ] as const)('at %s: %s, %s, %i days %i hours', (now, state, level, workingDays, hours) => {
    expect(remaining(clock, at(now), counting)).toMatchObject({ state, level, workingDays, hours })
  })

  it('overdue over a weekend is overdue although no working time has passed', () => {
    const friday = start(at('2026-06-04T10:00'), days(1), counting)
    const left = remaining(friday, at('2026-06-06T12:00'), counting)
    expect(left.state).toBe('overdue')
    expect(left.ms).toBeLessThan(0)
  })

  it('met stays met, early or late', () => {
    expect(remaining(ok(meet(clock, at('2026-06-05T10:00'))), at('2026-07-01T10:00'), counting)).toMatchObject({
      state: 'met',
      level: 'ok',
      workingDays: 1,
    })
    expect(remaining(ok(meet(clock, at('2026-06-10T10:00'))), at('2026-07-01T10:00'), counting).ms).toBeLessThan(0)
  })

  it('a short limit does not start yellow or red', () => {
    expect(
      remaining(start(at('2026-06-01T10:00'), days(2, 'h'), counting), at('2026-06-01T10:01'), counting).level,
    ).toBe('ok')
    expect(remaining(start(at('2026-06-01T10:00'), days(1), counting), at('2026-06-01T10:01'), counting).level).toBe(
      'ok',
    )
    expect(
      remaining(start(at('2026-06-01T10:00'), days(24, 'h'), counting), at('2026-06-02T06:30'), counting).level,
    ).toBe('red')
  })

  it('a day of office hours is as long as the office is open', () => {
    expect(
      remaining(start(at('2026-06-01T10:00'), days(14, 'wh'), counting), at('2026-06-01T10:00'), counting),
    ).toMatchObject({ workingDays: 2, hours: 0 })
  })

  it("takes the city's thresholds", () => {
    const eager = { yellow: { workingDays: 3, used: 0.2 }, red: { hours: 30, used: 0.8 } }
    const long = start(at('2026-06-01T10:00'), days(10), counting)
    expect(remaining(long, at('2026-06-05T10:00'), counting, eager).level).toBe('yellow')
    expect(remaining(long, at('2026-06-15T10:00'), counting, eager).level).toBe('red')
  })
})

describe('a provisional promise', () => {
  const clock = start(at('2026-12-25T10:00'), days(5), counting)
  const notice = (...off: string[]): Counting => ({
    ...counting,
    calendar: createCalendar({
      publishedThrough: 2027,
      overlay: off.map((date) => ({ date, working: false, name: '元旦' })),
    }),
  })
  it('is marked', () => {
    expect(clock.provisional).toBe(true)
    expect(local(clock.dueAt)).toBe('2027-01-04 23:59')
  })
  it('moves later when the notice asks for it, and says so', () => {
    const { clock: fresh, moved } = recompute(clock, notice('2027-01-01', '2027-01-04'))
    expect(local(fresh.dueAt)).toBe('2027-01-05 23:59')
    expect(fresh.provisional).toBe(false)
    expect(moved).toEqual({ from: clock.dueAt, to: fresh.dueAt })
  })
  it('is never shortened', () => {
    const { clock: fresh, moved } = recompute(clock, notice())
    expect(fresh.dueAt).toEqual(clock.dueAt)
    expect(fresh.provisional).toBe(false)
    expect(moved).toBeNull()
  })
  it('keeps its pauses and extensions', () => {
    const paused = ok(pause(clock, at('2026-12-28T10:00'), '检测', counting))
    const extended = ok(
      extend(ok(resume(paused, at('2026-12-29T10:00'), counting)), at('2026-12-30T10:00'), days(2), counting),
    )
    expect(local(extended.dueAt)).toBe('2027-01-07 23:59')
    const { clock: fresh } = recompute(extended, notice('2027-01-01', '2027-01-05'))
    expect(local(fresh.dueAt)).toBe('2027-01-08 23:59')
    expect(fresh.history).toEqual(extended.history)
  })
  it('a firm clock is left alone', () => {
    const firm = start(at('2026-06-01T10:00'), days(5), counting)
    expect(recompute(firm, notice()).clock).toBe(firm)
  })
})

describe('for every pause', () => {
  const instant = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2026, 6, 1) }).map((ms) => new Date(ms))
  const unit = fc.constantFrom('wd' as const, 'wh' as const, 'h' as const)

  it('resume gives back the counted time or days, and never falls due on a day off', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 30 }),
        unit,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 40 * 86_400_000 }),
        (from, value, u, share, length) => {
          const clock = start(from, { value, unit: u }, counting)
          const pausedAt = new Date(from.getTime() + Math.floor((clock.dueAt.getTime() - from.getTime()) * share))
          const resumedAt = new Date(pausedAt.getTime() + length)
          const paused = ok(pause(clock, pausedAt, '检测', counting))
          const again = ok(resume(paused, resumedAt, counting))
          const [left, after] = [remaining(paused, pausedAt, counting).ms, remaining(again, resumedAt, counting).ms]
          if (u === 'wd') {
            // Days are whole: what is left differs by the hour of the day only, and the last day ends at 24:00.
            expect(Math.abs(after - left)).toBeLessThanOrEqual(86_400_000)
            expect(local(again.dueAt)).toMatch(/ 23:59$/)
          } else expect(after).toBe(left)
          expect(again.dueAt >= clock.dueAt).toBe(true)
          if (u !== 'h') expect(counting.calendar.isWorkingDay(counting.calendar.zone.dateOf(again.dueAt))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each(['wd', 'cd'] as const)('which ends on the day it began moves no limit of %s', (u) => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 86_399_999 }),
        (from, value, ms) => {
          const clock = start(from, { value, unit: u }, counting)
          const { zone } = counting.calendar
          const night = zone.instantOf(zone.dateOf(from), 1440).getTime() - 1
          const paused = ok(pause(clock, from, '检测', counting))
          const again = ok(resume(paused, new Date(Math.min(from.getTime() + ms, night)), counting))
          expect(again.dueAt).toEqual(clock.dueAt)
        },
      ),
    )
  })

  it('a calendar-day clock loses no whole day, ends with a day, and never falls due on a holiday', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 20 * 86_400_000 }),
        (from, value, length) => {
          const clock = start(from, { value, unit: 'cd' }, counting)
          const again = ok(
            resume(ok(pause(clock, from, '检测', counting)), new Date(from.getTime() + length), counting),
          )
          expect(again.dueAt.getTime() - clock.dueAt.getTime()).toBeGreaterThan(length - 86_400_000)
          expect(local(again.dueAt)).toMatch(/ 23:59$/)
          expect(counting.calendar.day(counting.calendar.zone.dateOf(again.dueAt)).holiday).toBe(false)
        },
      ),
    )
  })

  it('what is left never grows while the clock runs', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 20 }),
        unit,
        fc.integer({ min: 0, max: 9 * 86_400_000 }),
        fc.integer({ min: 0, max: 9 * 86_400_000 }),
        (from, value, u, a, b) => {
          const clock = start(from, { value, unit: u }, counting)
          const [x, y] = [Math.min(a, b), Math.max(a, b)].map(
            (n) => remaining(clock, new Date(from.getTime() + n), counting).ms,
          )
          expect(x).toBeGreaterThanOrEqual(y ?? 0)
        },
      ),
    )
  })
})
