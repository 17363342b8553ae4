import { describe, expect, it } from 'vitest'
import { citizenKey, isTextable } from '../../../../api/messages/sending/sender.rules.ts'

describe('whom a text reaches', () => {
  it.each(['+8613800010001', '+8619900000123', '+8614700010001', '+14155550123', '+442071838750', '+85261234567'])(
    'reaches %s',
    (number) => {
      expect(isTextable(number)).toBe(true)
    },
  )
  it.each([
    ['a fixed line of a mainland city', '+862155512345'],
    ['one with a two-digit area code', '+861055512345'],
    ['one with a three-digit area code', '+8657188880000'],
    ['a service number', '+864008123123'],
    ['a short code', '10086'],
    ['a name', 'ALIPAY'],
    ['nobody', 'anonymous:ctc_1'],
  ])('does not reach %s', (_, number) => {
    expect(isTextable(number)).toBe(false)
  })
  it('keeps apart senders that nobody can recognise again', () => {
    expect(citizenKey('+8613800010001', 'SM1')).toBe('+8613800010001')
    expect(citizenKey('10086', 'SM1')).toBe('anonymous:SM1')
  })
})
