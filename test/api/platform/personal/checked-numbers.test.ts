import { describe, expect, it } from 'vitest'
import { isCardNumber } from '../../../../api/platform/personal/card-number.rules.ts'
import { isCreditCode } from '../../../../api/platform/personal/credit-code.rules.ts'
import { isIdentityNumber } from '../../../../api/platform/personal/identity-number.rules.ts'

describe('numbers with a check of their own', () => {
  it.each([
    ['11010519491231002X', true, 'GB 11643, annex'],
    ['34052419800101001X', true, 'GB 11643, annex'],
    ['440524188001010014', true, 'GB 11643, annex: born 1880'],
    ['110105194912310021', false, 'another check digit'],
    ['11010519490231002X', false, '31 February'],
    ['00010519491231002X', false, 'no such region'],
    ['130503670401001', true, 'the old form, which has no check digit'],
    ['130503671301001', false, 'a thirteenth month'],
    ['11010519491231002', false, 'a digit short'],
  ])('reads the identity number %s: %s (%s)', (number, right) => expect(isIdentityNumber(number)).toBe(right))

  it('finds every single wrong digit of an identity number', () => {
    const right = '11010519491231002X'
    for (let at = 0; at < 17; at++)
      for (let digit = 0; digit < 10; digit++) {
        const other = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`
        if (other !== right) expect([other, isIdentityNumber(other)]).toEqual([other, false])
      }
  })

  it.each([
    ['91350100M000100Y43', true, 'GB 32100-2015, annex'],
    ['91110000600037341L', true, 'in use'],
    ['9131000013221158XC', true, 'in use'],
    ['91350100M000100Y4Z', false, 'Z is no symbol'],
    ['91350100M000100Y44', false, 'another check character'],
    ['91350100M000100Y4', false, 'a character short'],
  ])('reads the credit code %s: %s (%s)', (code, right) => expect(isCreditCode(code)).toBe(right))

  it.each([
    ['6222021234567890128', true, 'UnionPay, 19 digits'],
    ['4111111111111111', true, 'the usual example'],
    ['4111111111111112', false, 'another check digit'],
    ['1111111111111117', false, 'no issuer begins so'],
    ['378282246310005', true, 'American Express'],
  ])('reads the card number %s: %s (%s)', (digits, right) => expect(isCardNumber(digits)).toBe(right))
})
