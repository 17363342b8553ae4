import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsWholeNumber } from '../../../api/platform/whole-number.rules.ts'

describe('a whole telephone number in a text', () => {
  it.each([
    '13800138000',
    '8613800138000',
    '+8613800138000',
    '0086 13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '１３８００１３８０００',
    '02155512345',
    '021-5551 2345',
    '+1 (415) 555-0100',
    '张先生 13800138000',
    '电话:13800138000，晚上打',
  ])('%s', (text) => {
    expect(holdsWholeNumber(text)).toBe(true)
  })
  it.each([
    '261250648509',
    '2612 5064 8509',
    '2026-12-01T02:00:00.000Z',
    '2026-12-01T10:00:00+08:00',
    'tkt_0t49kvqh4gpbrgea7jhf',
    'ctz_01380013800012345678',
    '12345',
    '50',
    '中山北路1200弄',
    '',
  ])('none in %s', (text) => {
    expect(holdsWholeNumber(text)).toBe(false)
  })
  it('is seen however it is spaced', () => {
    const digits = fc.integer({ min: 0, max: 999_999_999 }).map((n) => `13${String(n).padStart(9, '0')}`)
    const gap = fc.constantFrom('', ' ', '-', '.', ' - ')
    fc.assert(
      fc.property(digits, fc.array(gap, { minLength: 11, maxLength: 11 }), (number, gaps) => {
        expect(holdsWholeNumber([...number].map((digit, at) => digit + (gaps[at] ?? '')).join(''))).toBe(true)
      }),
    )
  })
})
