import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizenPhone, givenPhone, maskPhone, normalisePhone } from '../../../api/platform/phone.rules.ts'

describe('a masked number', () => {
  it.each([
    ['+8613800000001', '138****0001'],
    ['+8619912345678', '199****5678'],
    ['+862155512345', '021****2345'],
    ['+861055512345', '010****2345'],
    ['+865715551234', '0571****234'],
    ['+8657155512345', '0571****2345'],
    ['+14155550100', '+1 415****100'],
    ['+85291234567', '+852 ****4567'],
    ['+8612345', '+86 ****5'],
    ['+12345', '+1 ****'],
    ['anonymous:cal_0abc', ''],
    ['13800000001', '****'],
    ['client:agent', '****'],
    ['', '****'],
  ])('%s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })

  const e164 = fc
    .tuple(
      fc.constantFrom('+861', '+8621', '+86571', '+86', '+1', '+852', '+44', '+7', '+999', '+'),
      fc.stringMatching(/^[1-9]\d{4,11}$/),
    )
    .map(([code, rest]) => `${code}${rest}`)
    .filter((phone) => /^\+[1-9]\d{4,14}$/.test(phone))

  it('never tells the middle: what is shown are its two ends, and at least four digits before the last ones are gone', () => {
    fc.assert(
      fc.property(e164, (phone) => {
        const [head = '', tail = '', ...more] = maskPhone(phone).split('****')
        expect(more).toEqual([])
        const shownHead = head.startsWith('0')
          ? `+86${head.slice(1)}`
          : head === ''
            ? '+'
            : head.startsWith('+')
              ? head.replace(' ', '')
              : `+86${head}`
        expect(phone.startsWith(shownHead)).toBe(true)
        expect(phone.endsWith(tail)).toBe(true)
        expect(tail.length).toBeLessThanOrEqual(4)
        expect(phone.length - shownHead.length - tail.length).toBeGreaterThanOrEqual(4)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the same whatever the four digits in the middle are', () => {
    const own = fc.stringMatching(/^1[3-9]\d{9}$/).map((rest) => ({ phone: `+86${rest}`, tail: 4 }))
    const fixed = fc.stringMatching(/^21[2-9]\d{7}$/).map((rest) => ({ phone: `+86${rest}`, tail: 4 }))
    const abroad = fc.stringMatching(/^[2-9]\d{9}$/).map((rest) => ({ phone: `+1${rest}`, tail: 3 }))
    fc.assert(
      fc.property(fc.oneof(own, fixed, abroad), fc.stringMatching(/^\d{4}$/), ({ phone, tail }, other) => {
        const end = phone.length - tail
        expect(maskPhone(`${phone.slice(0, end - 4)}${other}${phone.slice(end)}`)).toBe(maskPhone(phone))
      }),
    )
  })

  it('shows nothing of anything that is no number', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => /^\+[1-9]\d{4,14}$/.test(text) || text.startsWith('anonymous:') || maskPhone(text) === '****',
      ),
    )
  })
})

describe('a written number', () => {
  it.each([
    ['13800000001', '+8613800000001'],
    [' +86 138-0000-0001 ', '+8613800000001'],
    ['００８６１３８００００００01', '+8613800000001'],
    ['021-55512345', '+862155512345'],
    ['(021) 5551 2345', '+862155512345'],
    ['+1 415 555 0100', '+14155550100'],
    ['12345', null],
    ['hello 13800000001', null],
    ['', null],
    ['1380000000', null],
    ['+86 138', null],
    ['9'.repeat(60), null],
    ['13800000001\0', null],
  ])('%j is %s', (written, phone) => {
    expect(normalisePhone(written)).toBe(phone)
  })
})

it.each([
  ['+8613800000001', '+8613800000001'],
  ['13800000001', '+8613800000001'],
  ['+8610086', '+8610086'],
  ['anonymous:cal_0sx078s43p3v979ard6g', 'anonymous:cal_0sx078s43p3v979ard6g'],
  ['anonymous:', null],
  ['+0138', null],
  ['+86138000000011111', null],
  ['anonymous', null],
  ['withheld', null],
  ['client:agent', null],
])('the citizen of %s is kept under %s', (phone, key) => {
  expect(citizenPhone(phone)).toBe(key)
})

describe('one telephone', () => {
  const mobile = fc.stringMatching(/^1(?:3[0-9]|5[0-35-9]|8[0-9])\d{8}$/).map((national) => ({ national, trunk: '0' }))
  const landline = fc.stringMatching(/^(?:21|10|28)[56]\d{7}$/).map((national) => ({ national, trunk: '0' }))
  const prefix = fc.constantFrom('+86', '+860', '86', '0086', '+0086', '+86 ', '＋８６', '+86-')
  const wide = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
  const marks = ['\u200b', '\u200e', '\u202a', '\u2060', '\ufeff', '\u00ad', '\ufe0f']

  it('is one number however it is written, at the doors of carriers and of people', () => {
    fc.assert(
      fc.property(
        fc.oneof(mobile, landline),
        fc.oneof(prefix, fc.constant(''), fc.constant('0')),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...marks, ' ')), { maxLength: 4 }),
        ({ national }, before, full, strewn) => {
          // A landline without anything before it is a local number, which names no telephone.
          const lead = before === '' && !national.startsWith('1') ? '0' : before
          const local = before === '' && national.startsWith('10') ? '0' : lead
          let written = `${local}${full ? wide(national) : national}`
          for (const [at, mark] of strewn) {
            const place = Math.min(written.length, Math.max(local.length, at))
            written = `${written.slice(0, place)}${mark}${written.slice(place)}`
          }
          const e164 = `+86${national}`
          expect([written, normalisePhone(written)]).toEqual([written, e164])
          expect(givenPhone(written)).toBe(e164)
          expect(citizenPhone(written)).toBe(e164)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('that is normal stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const phone = givenPhone(text)
        expect(phone === null || givenPhone(phone) === phone).toBe(true)
      }),
    )
    expect(givenPhone('+8613800000001')).toBe('+8613800000001')
  })
})
