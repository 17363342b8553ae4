import { describe, expect, it } from 'vitest'
import { startTicketClock } from '../../../api/tickets/ticket-clock.rules.ts'
import { dueWarnings, nextUndispatched, nextWarning, type Warned } from '../../../api/tickets/warn.rules.ts'
import { counting } from './support.ts'

const start = new Date('2026-06-01T02:00:00Z')
const hours = (n: number) => new Date(start.getTime() + n * 3_600_000)
const clock = startTicketClock(
  start,
  { value: 10, unit: 'h' },
  { basis: '默认', basisEn: 'Default', grade: 'D', ruleId: null },
  counting,
)
const atUnit: Warned = { state: 'handling', clock, warned: 0, warnAt: hours(6), signBy: null }
const waitMs = 2 * 3_600_000

describe('warnings', () => {
  it.each(['closed', 'answered', 'withdrawn', 'merged'] as const)('none for what is %s', (state) => {
    expect(nextWarning({ ...atUnit, state }, start, counting)).toBeNull()
    expect(dueWarnings({ ...atUnit, state }, hours(20), waitMs, counting).tell).toEqual([])
  })

  it('none without a clock, and none before its time', () => {
    expect(nextWarning({ ...atUnit, clock: null }, start, counting)).toBeNull()
    expect(dueWarnings(atUnit, hours(1), waitMs, counting)).toEqual({ tell: [], warned: 0, warnAt: hours(6) })
  })

  it('of several levels passed at once only the highest is told, and none twice', () => {
    const told = dueWarnings(atUnit, hours(20), waitMs, counting)
    expect(told.tell.map(({ kind }) => kind)).toEqual(['overdue'])
    expect(told).toMatchObject({ warned: 3, warnAt: null })
    expect(dueWarnings({ ...atUnit, warned: 3 }, hours(20), waitMs, counting).tell).toEqual([])
  })

  it('whoever has not signed in time is told of beside the clock', () => {
    const unsigned: Warned = { ...atUnit, state: 'dispatched', signBy: hours(3), warnAt: hours(3) }
    expect(dueWarnings(unsigned, hours(3), waitMs, counting).tell.map(({ kind }) => kind)).toEqual(['unsigned'])
    expect(nextWarning({ ...unsigned, signBy: hours(1) }, hours(2), counting)).not.toEqual(hours(1))
  })

  it('what nobody dispatches is told of after one wait, two and four', () => {
    const waiting: Warned = { state: 'received', clock: null, warned: 0, warnAt: hours(2), signBy: null }
    const first = dueWarnings(waiting, hours(2), waitMs, counting)
    expect(first).toEqual({ tell: [{ kind: 'undispatched', level: 1, at: hours(2) }], warned: 1, warnAt: hours(4) })
    const second = dueWarnings({ ...waiting, ...first }, hours(4), waitMs, counting)
    expect(second).toMatchObject({ warned: 2, warnAt: hours(8) })
    expect(dueWarnings({ ...waiting, ...second }, hours(8), waitMs, counting)).toMatchObject({
      warned: 3,
      warnAt: null,
    })
    expect(nextUndispatched(3, hours(8), waitMs)).toBeNull()
  })
})
