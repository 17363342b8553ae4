import { describe, expect, it } from 'vitest'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import type { ClockBriefDto } from '../../../api/tickets/clock/ticket-clock.dto.ts'
import {
  byPressure,
  clockView,
  fileSize,
  fitsFilter,
  groupNumber,
  newsSince,
  sideOf,
} from '../../../console/tickets/tickets.models.ts'

const hour = 3_600_000
const clock = (given: Partial<ClockBriefDto>): ClockBriefDto => ({
  state: 'running',
  level: 'ok',
  dueAt: '2026-11-30T16:00:00.000Z',
  remaining: { workingDays: 1, hours: 4, ms: 28 * hour + 59 * 60_000 },
  used: 0.4,
  unit: 'wd',
  ...given,
})

it.each([
  ['261123000017', '2611 2300 0017'],
  ['1234', '1234'],
  ['', ''],
])('groups %s', (number, grouped) => {
  expect(groupNumber(number)).toBe(grouped)
})

describe('clockView', () => {
  it.each<[string, Partial<ClockBriefDto>, string, string, number]>([
    ['running', {}, 'left', 'ok', 0.4],
    ['yellow', { level: 'yellow', used: 0.8 }, 'left', 'warn', 0.8],
    ['red', { level: 'red', used: 0.95 }, 'left', 'bad', 0.95],
    [
      'overdue',
      { state: 'overdue', level: 'red', remaining: { workingDays: 0, hours: 3, ms: -3 * hour }, used: 1 },
      'over',
      'bad',
      1,
    ],
    ['paused', { state: 'paused' }, 'paused', 'neutral', 0.4],
    ['met', { state: 'met' }, 'met', 'neutral', 0.4],
    ['met late', { state: 'met', remaining: { workingDays: 0, hours: 1, ms: -hour }, used: 1 }, 'metLate', 'bad', 1],
  ])('%s', (_, given, says, tone, gone) => {
    expect(clockView(clock(given))).toMatchObject({ says, tone, gone })
  })
  it('knows minutes, and working days by what the limit is counted in', () => {
    expect(clockView(clock({}))).toMatchObject({ days: 1, hours: 4, minutes: 59, workingDays: true })
    expect(clockView(clock({ unit: 'wh' })).workingDays).toBe(true)
    expect(clockView(clock({ unit: 'h' })).workingDays).toBe(false)
    expect(clockView(clock({ unit: 'cd' })).workingDays).toBe(false)
  })
})

describe('byPressure', () => {
  const ticket = (id: string, given: Partial<TicketListItem> = {}) =>
    ({
      id,
      danger: null,
      urgency: 'normal',
      clock: null,
      createdAt: '2026-11-01T00:00:00.000Z',
      ...given,
    }) as TicketListItem
  it('danger, then urgency, then the soonest due, then the longest waiting', () => {
    const rows = [
      ticket('plain-late', { createdAt: '2026-11-02T00:00:00.000Z' }),
      ticket('plain'),
      ticket('due', { clock: clock({}) }),
      ticket('urgent', { urgency: 'urgent' }),
      ticket('critical', { urgency: 'critical' }),
      ticket('danger', { danger: 'gas' }),
    ]
    expect(rows.toSorted(byPressure).map(({ id }) => id)).toEqual([
      'danger',
      'critical',
      'urgent',
      'due',
      'plain',
      'plain-late',
    ])
  })
})

describe('timeline', () => {
  it.each([
    ['messageIn', true, false],
    ['dispatch', false, true],
    ['warned', false, false],
    ['firstContact', true, false],
  ])('%s: talk %s, act %s', (type, talk, act) => {
    expect([fitsFilter({ type }, 'talk'), fitsFilter({ type }, 'acts'), fitsFilter({ type }, 'all')]).toEqual([
      talk,
      act,
      true,
    ])
  })
  const unit = (level: 'city' | 'street') => ({ id: 'u', code: 'c', name: 'n', nameEn: 'n', level })
  it('tells unit staff from the hotline', () => {
    const staff = { kind: 'staff', id: 's', name: 'n' } as const
    expect(sideOf({ actor: staff, unit: unit('street') })).toBe('unit')
    expect(sideOf({ actor: staff, unit: unit('city') })).toBe('hotline')
    expect(sideOf({ actor: staff, unit: null })).toBe('hotline')
    expect(sideOf({ actor: { kind: 'citizen', id: 'c', name: '' }, unit: null })).toBe('citizen')
  })
  it('news is what came after the change that was seen, not its own line', () => {
    const at = (seconds: number) => ({ at: new Date(Date.UTC(2026, 10, 23, 9, 0, 0, seconds * 1000)).toISOString() })
    expect(newsSince([at(0), at(0.2), at(5)], at(0).at)).toEqual([at(5)])
  })
})

it.each([
  [900, '900 B'],
  [2048, '2 KB'],
  [5 * 1024 * 1024, '5.0 MB'],
])('%d bytes', (bytes, said) => {
  expect(fileSize(bytes)).toBe(said)
})
