import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClock } from '../../../../api/clocks/clock.json.ts'
import { remaining } from '../../../../api/clocks/remaining.rules.ts'
import {
  extendTicketClock,
  pauseTicketClock,
  resumeTicketClock,
  startTicketClock,
  warnMoments,
} from '../../../../api/tickets/clock/ticket-clock.rules.ts'
import { counting } from '../support.ts'

const basis = { basis: '默认', basisEn: 'Default', grade: 'D', ruleId: null, startEvent: 'dispatched' } as const
const hour = 3_600_000

describe('the moments at which a limit warns', () => {
  it('are those at which its level changes, for every kind of limit, also after a pause', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('h', 'cd', 'wd', 'wh'),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 200 * 24 * 60 }),
        fc.option(fc.integer({ min: 1, max: 100 })),
        (unit, value, minutes, pausedHours) => {
          const start = new Date(Date.UTC(2026, 0, 5) + minutes * 60_000)
          let stored = startTicketClock(start, { value, unit }, basis, counting)
          if (pausedHours !== null) {
            const at = new Date(start.getTime() + hour / 2)
            stored = resumeTicketClock(
              pauseTicketClock(stored, at, 'supplement', counting),
              new Date(at.getTime() + pausedHours * hour),
              counting,
            )
          }
          const clock = readClock(stored)
          const level = (at: number) => remaining(clock, new Date(at), counting).level
          const [yellow, red, overdue] = warnMoments(clock, counting).map(({ at }) => at.getTime())
          if (yellow === undefined || red === undefined || overdue === undefined) throw new Error('three moments')
          expect(yellow <= red && red < overdue).toBe(true)
          expect(level(yellow + 1)).not.toBe('ok')
          expect(level(red + 1)).toBe('red')
          const after = clock.history.at(-1)?.at.getTime() ?? 0
          if (yellow - 2 > after) expect(level(yellow - 2)).toBe('ok')
          if (red - 2 > after) expect(level(red - 2)).not.toBe('red')
          expect(remaining(clock, new Date(overdue), counting).state).toBe('overdue')
        },
      ),
      { numRuns: 300 },
    )
  })
  it('are none while it stands still', () => {
    const start = new Date('2026-06-01T02:00:00Z')
    const stored = pauseTicketClock(
      startTicketClock(start, { value: 5, unit: 'wd' }, basis, counting),
      start,
      'appraisal',
      counting,
    )
    expect(warnMoments(readClock(stored), counting)).toEqual([])
  })
})

describe('the stored limit', () => {
  const start = new Date('2026-06-01T02:00:00Z')
  const stored = startTicketClock(start, { value: 5, unit: 'wd' }, basis, counting)
  it('keeps its basis through every change', () => {
    const later = extendTicketClock(stored, new Date(start.getTime() + hour), 3, counting)
    expect(later).toMatchObject({ ...basis, limit: { value: 5, unit: 'wd' }, dueAt: '2026-06-11T15:59:59.999Z' })
  })
  it('names its refusals as problems', () => {
    const late = new Date(new Date(stored.dueAt).getTime() + 1)
    expect(() => extendTicketClock(stored, late, 1, counting)).toThrow(
      expect.objectContaining({ code: 'ticket.limit-expired' }),
    )
    expect(() => pauseTicketClock(stored, late, 'supplement', counting)).toThrow(
      expect.objectContaining({ code: 'ticket.limit-expired' }),
    )
    expect(() => resumeTicketClock(stored, late, counting)).toThrow(
      expect.objectContaining({ code: 'ticket.illegal-transition' }),
    )
  })
})
