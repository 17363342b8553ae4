import { describe, expect, it } from 'vitest'
import { createFormatters, formatPhone } from '../../../console/i18n/formatters.ts'

const now = () => Date.parse('2026-11-23T02:00:00Z')
const zh = createFormatters('zh-CN', { now })
const en = createFormatters('en', { now })

describe('moments, in the city whatever the device', () => {
  it.each([
    ['2026-11-23T01:41:00Z', '11月23日 周一 09:41', 'Mon 23 Nov 09:41'],
    ['2026-11-22T16:00:00Z', '11月23日 周一 00:00', 'Mon 23 Nov 00:00'],
    ['2025-12-31T15:59:00Z', '2025年12月31日 周三 23:59', 'Wed 31 Dec 2025 23:59'],
    ['2025-12-31T16:00:00Z', '1月1日 周四 00:00', 'Thu 1 Jan 00:00'],
  ])('%s', (at, chinese, english) => {
    expect(zh.moment(at)).toBe(chinese)
    expect(en.moment(at)).toBe(english)
  })
  it('gives midnight of a limit to the day that ends', () => {
    expect(zh.due('2026-10-13T16:00:00Z')).toBe('10月13日 周二 24:00')
    expect(zh.due('2026-10-13T15:59:59.999Z')).toBe('10月13日 周二 24:00')
    expect(zh.due('2026-10-13T09:30:00Z')).toBe('10月13日 周二 17:30')
  })
  it('shows seconds where asked', () => {
    expect(zh.timeWithSeconds('2026-11-23T01:41:07Z')).toBe('09:41:07')
  })
})

describe('brief', () => {
  it.each([
    ['2026-11-22T16:00:00Z', '00:00', '00:00'],
    ['2026-11-23T01:41:00Z', '09:41', '09:41'],
    ['2026-11-22T15:59:00Z', '昨天 23:59', 'yesterday 23:59'],
    ['2026-11-21T15:59:00Z', '11月21日', '21 Nov'],
    ['2025-12-31T15:59:00Z', '2025年12月31日', '31 Dec 2025'],
  ])('%s', (at, chinese, english) => {
    expect(zh.brief(at)).toBe(chinese)
    expect(en.brief(at)).toBe(english)
  })
})

describe('ago', () => {
  it.each([
    [10_000, '刚刚', 'just now'],
    [3 * 60_000, '3分钟前', '3 min. ago'],
    [59 * 60_000 + 59_000, '59分钟前', '59 min. ago'],
    [60 * 60_000, '11月23日 周一 09:00', 'Mon 23 Nov 09:00'],
    [-5 * 60_000, '5分钟后', 'in 5 min.'],
  ])('%i ms', (distance, chinese, english) => {
    expect(zh.ago(now() - distance)).toBe(chinese)
    expect(en.ago(now() - distance)).toBe(english)
  })
})

it.each([
  [0, '00:00'],
  [92_999, '01:32'],
  [3_599_999, '59:59'],
  [3_723_000, '1:02:03'],
  [-5, '00:00'],
])('duration of %i ms is %s', (ms, words) => {
  expect(zh.duration(ms)).toBe(words)
})

it.each([
  ['+8613800010001', '138 0001 0001'],
  ['13800010001', '138 0001 0001'],
  ['138****0001', '138****0001'],
  ['+862155512345', '021 5551 2345'],
  ['+861055512345', '010 5551 2345'],
  ['+865715551234', '0571 555 1234'],
  ['12345', '12345'],
  ['+14155550100', '+14155550100'],
  ['', ''],
])('phone %s reads %s', (number, words) => {
  expect(formatPhone(number)).toBe(words)
})

it('groups numbers and writes shares', () => {
  expect(zh.number(1_234_567)).toBe('1,234,567')
  expect(zh.percent(0.0612)).toBe('6.1%')
})
