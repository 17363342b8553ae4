import { describe, expect, it } from 'vitest'
import { eventTime } from '../../../../api/calls/events/event-time.rules.ts'
import { lineIsOpen } from '../../../../api/calls/events/line-hours.rules.ts'
import { createCalendar } from '../../../../api/clocks/calendar.ts'

describe('line hours', () => {
  const calendar = createCalendar()
  const office = { from: '08:30', to: '20:00', workingDaysOnly: true }
  it.each([
    ['round the clock', null, '2026-06-06T18:00:00Z', true],
    ['at the first minute', office, '2026-06-01T00:30:00Z', true],
    ['a minute before', office, '2026-06-01T00:29:59Z', false],
    ['the end is exclusive', office, '2026-06-01T12:00:00Z', false],
    ['on a Saturday', office, '2026-06-06T02:00:00Z', false],
    ['on a make-up Saturday (14 February 2026)', office, '2026-02-14T02:00:00Z', true],
    ['on a public holiday (1 October 2026)', office, '2026-10-01T02:00:00Z', false],
    ['on a Saturday where every day counts', { ...office, workingDaysOnly: false }, '2026-06-06T02:00:00Z', true],
  ])('%s', (_name, hours, at, open) => expect(lineIsOpen(hours, new Date(at), calendar)).toBe(open))
})

describe('the time of an event', () => {
  const now = new Date('2026-06-01T02:00:10.400Z')
  it.each([
    ['none given', null, now.toISOString()],
    ['fresh, with whole seconds', 'Mon, 01 Jun 2026 02:00:10 +0000', now.toISOString()],
    ['late', 'Mon, 01 Jun 2026 02:00:03 +0000', '2026-06-01T02:00:03.000Z'],
    ['late, ISO', '2026-06-01T02:00:03.250Z', '2026-06-01T02:00:03.250Z'],
    ['from the future', 'Mon, 01 Jun 2026 03:00:00 +0000', now.toISOString()],
  ])('%s', (_name, given, at) => expect(eventTime(given === null ? null : new Date(given), now).toISOString()).toBe(at))
})
