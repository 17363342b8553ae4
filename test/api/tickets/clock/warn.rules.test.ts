import { describe, expect, it } from 'vitest'
import { startTicketClock } from '../../../../api/tickets/clock/ticket-clock.rules.ts'
import {
  dueWarnings,
  nextUndispatched,
  nextWarning,
  type WatchedPart,
  type Warned,
} from '../../../../api/tickets/clock/warn.rules.ts'
import { counting } from '../support.ts'

const start = new Date('2026-06-01T02:00:00Z')
const hours = (n: number) => new Date(start.getTime() + n * 3_600_000)
const clock = startTicketClock(
  start,
  { value: 10, unit: 'h' },
  { basis: '默认', basisEn: 'Default', grade: 'D', ruleId: null, startEvent: 'dispatched' },
  counting,
)
const atUnit: Warned = { state: 'handling', clock, warned: 0, warnAt: hours(6), parts: [] }
const lead: WatchedPart = {
  id: 'asg_1',
  role: 'lead',
  unitId: 'unt_1',
  unitPath: '/c/u/',
  signBy: hours(3),
  signedAt: null,
  contactBy: null,
  contactedAt: null,
  dueAt: hours(10),
  clock: null,
  answeredAt: null,
  told: null,
}
const waitMs = 2 * 3_600_000

describe('warnings', () => {
  it.each(['closed', 'answered', 'withdrawn', 'merged'] as const)('none for what is %s', (state) => {
    expect(nextWarning({ ...atUnit, state, parts: [lead] }, counting)).toBeNull()
    expect(dueWarnings({ ...atUnit, state }, hours(20), waitMs, counting).tell).toEqual([])
  })

  it('none without a clock, and none before its time', () => {
    expect(nextWarning({ ...atUnit, clock: null, parts: [lead] }, counting)).toBeNull()
    expect(dueWarnings(atUnit, hours(1), waitMs, counting)).toMatchObject({ tell: [], warned: 0, warnAt: hours(6) })
  })

  it('of several levels passed at once only the highest is told, and none twice', () => {
    const told = dueWarnings(atUnit, hours(20), waitMs, counting)
    expect(told.tell.map(({ kind }) => kind)).toEqual(['overdue'])
    expect(told).toMatchObject({ warned: 3, warnAt: null })
    expect(dueWarnings({ ...atUnit, warned: 3 }, hours(20), waitMs, counting).tell).toEqual([])
  })

  it('whoever has not signed in time is told of beside the clock, once', () => {
    const unsigned: Warned = { ...atUnit, state: 'dispatched', parts: [lead], warnAt: hours(3) }
    const told = dueWarnings(unsigned, hours(3), waitMs, counting)
    expect(told.tell).toEqual([{ kind: 'unsigned', level: 2, at: hours(3), part: lead }])
    expect(told.parts).toEqual([{ ...lead, told: ['unsigned'] }])
    expect(told.warnAt && told.warnAt > hours(3)).toBe(true)
    expect(dueWarnings({ ...unsigned, ...told }, hours(8), waitMs, counting).tell).toMatchObject([{ kind: 'red' }])
  })

  it('a window that passed while nothing was to be told of it is told afterwards', () => {
    const unsigned: Warned = { ...atUnit, state: 'dispatched', parts: [lead] }
    expect(nextWarning({ ...unsigned, state: 'returnRequested' }, counting)).not.toEqual(hours(3))
    expect(nextWarning(unsigned, counting)).toEqual(hours(3))
    expect(nextWarning({ ...unsigned, parts: [{ ...lead, signedAt: hours(4) }] }, counting)).not.toEqual(hours(3))
  })

  it('what nobody dispatches is told of after one wait, two and four', () => {
    const waiting: Warned = { state: 'received', clock: null, warned: 0, warnAt: hours(2), parts: [] }
    const first = dueWarnings(waiting, hours(2), waitMs, counting)
    expect(first).toMatchObject({
      tell: [{ kind: 'undispatched', level: 1, at: hours(2) }],
      warned: 1,
      warnAt: hours(4),
    })
    const second = dueWarnings({ ...waiting, ...first }, hours(4), waitMs, counting)
    expect(second).toMatchObject({ warned: 2, warnAt: hours(8) })
    expect(dueWarnings({ ...waiting, ...second }, hours(8), waitMs, counting)).toMatchObject({
      warned: 3,
      warnAt: null,
    })
    expect(nextUndispatched(3, hours(8), waitMs)).toBeNull()
  })
})
