import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit, isTicketNumber, numberMonth, ticketNumber } from '../../../../api/tickets/opening/ticket-number.ts'

const key = 'a key of the test city'
const counter = fc.integer({ min: 0, max: 9_999_999 })

describe('ticket numbers', () => {
  it('are twelve digits, begin with year and month, end in a right check digit', () => {
    fc.assert(
      fc.property(counter, (n) => {
        const number = ticketNumber(n, '2606', key)
        expect(number).toMatch(/^2606\d{8}$/)
        expect(isTicketNumber(number)).toBe(true)
        expect(checkDigit(number.slice(0, 11))).toBe(number.at(-1))
      }),
    )
  })
  it('are never given twice in a month', () => {
    const seen = new Set(Array.from({ length: 50_000 }, (_, n) => ticketNumber(n, '2606', key)))
    expect(seen.size).toBe(50_000)
    fc.assert(
      fc.property(counter, counter, (a, b) => a === b || ticketNumber(a, '2606', key) !== ticketNumber(b, '2606', key)),
    )
  })
  it('scatter: a neighbour cannot be worked out from one’s own', () => {
    const near = Array.from({ length: 5_000 }, (_, n) =>
      Math.abs(
        Number(ticketNumber(n, '2606', key).slice(4, 11)) - Number(ticketNumber(n + 1, '2606', key).slice(4, 11)),
      ),
    )
    expect(near.filter((gap) => gap <= 10).length).toBeLessThan(5)
    const gaps = new Set(near)
    expect(gaps.size).toBeGreaterThan(4_900)
  })
  it('differ by key and by month', () => {
    expect(ticketNumber(1, '2606', key).slice(4)).not.toBe(ticketNumber(1, '2606', 'another key').slice(4))
    expect(ticketNumber(1, '2606', key).slice(4, 11)).not.toBe(ticketNumber(1, '2607', key).slice(4, 11))
  })
  it('catch every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(counter, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
        const digits = [...ticketNumber(n, '2606', key)]
        const wrong = digits.with(at, String((Number(digits[at]) + by) % 10)).join('')
        expect(isTicketNumber(wrong)).toBe(false)
        const [left = '', right = ''] = [digits[at], digits[at + 1]]
        if (at < 11 && left !== right)
          expect(
            isTicketNumber(
              digits
                .with(at, right)
                .with(at + 1, left)
                .join(''),
            ),
          ).toBe(false)
      }),
    )
  })
  it('refuse what is no number at all', () => {
    for (const text of ['', '123', '26061234567', '2606123456789', '26061234567x', '２６０６１２３４５６７８'])
      expect(isTicketNumber(text)).toBe(false)
  })
  it('take the month of the city’s own time', () => {
    expect(numberMonth(new Date('2026-11-30T17:00:00Z'), 'Asia/Shanghai')).toBe('2612')
    expect(numberMonth(new Date('2026-11-30T15:00:00Z'), 'Asia/Shanghai')).toBe('2611')
  })
})
