import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RateRowDto } from '../../../api/insight/insight.dto.ts'
import { answerOf, csvRate, periodRange, rankRows, silentShare, toCsv } from '../../../console/insight/rates.models.ts'
import {
  alarmTone,
  gridOf,
  queueRows,
  queueTotal,
  shareTone,
  sparkOf,
  stateRows,
  waitTone,
} from '../../../console/insight/wallboard.models.ts'

const row = (id: string, reached: number, satisfied: number): RateRowDto => {
  const share = (count: number) => ({ count, of: reached, value: reached === 0 ? null : count / reached, formula: '' })
  return {
    unit: { id, code: id, name: id, nameEn: id, level: 'district' },
    asked: reached + 5,
    reached,
    noReply: 4,
    unreachable: 1,
    withoutCall: 0,
    comparable: reached >= 30,
    response: share(reached),
    solved: share(reached),
    satisfied: share(satisfied),
  }
}

describe('periodRange', () => {
  // 2026-11-23 01:30 in the city is still the 22nd in UTC
  const now = Date.parse('2026-11-22T17:30:00Z')
  it.each([
    ['thisMonth', '2026-10-31T16:00:00.000Z', '2026-11-23T16:00:00.000Z'],
    ['lastMonth', '2026-09-30T16:00:00.000Z', '2026-10-31T16:00:00.000Z'],
    ['days30', '2026-10-24T16:00:00.000Z', '2026-11-23T16:00:00.000Z'],
    ['days90', '2026-08-25T16:00:00.000Z', '2026-11-23T16:00:00.000Z'],
  ] as const)('%s', (period, from, to) => {
    expect(periodRange(period, now)).toEqual({ from, to })
  })
  it('is last December in January', () => {
    expect(periodRange('lastMonth', Date.parse('2027-01-05T00:00:00Z')).from).toBe('2026-11-30T16:00:00.000Z')
  })
})

describe('rankRows', () => {
  const rows = [row('few', 29, 29), row('low', 40, 20), row('high', 30, 27), row('tie', 60, 54), row('none', 0, 0)]
  it('ranks those with enough answers, ties together, and lists the others unranked', () => {
    expect(rankRows(rows, 'satisfied').map(({ id, rank }) => [id, rank])).toEqual([
      ['tie', 1],
      ['high', 1],
      ['low', 3],
      ['few', null],
      ['none', null],
    ])
  })
  it('keeps every unit exactly once', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(some, (given) => {
        const rows = given.map(([reached, share], at) => row(`u${at}`, reached, Math.floor(reached * share)))
        const ranked = rankRows(rows, 'satisfied')
        expect(new Set(ranked.map(({ id }) => id)).size).toBe(rows.length)
        expect(ranked.every(({ rank, row }) => (rank === null) === !row.comparable)).toBe(true)
      }),
    )
  })
})

describe('answerOf', () => {
  const total = row('all', 100, 80)
  it.each([
    ['none', row('all', 0, 0), []],
    ['plain', total, [row('a', 10, 1)]],
    ['one', total, [row('a', 50, 40), row('b', 10, 0)]],
    ['spread', total, [row('a', 50, 40), row('b', 50, 30), row('c', 10, 0)]],
  ] as const)('%s', (says, all, rows) => {
    expect(answerOf({ total: all, rows: [...rows] }).says).toBe(says)
  })
  it('names best and worst of those that can be compared', () => {
    const answer = answerOf({ total, rows: [row('a', 50, 30), row('b', 50, 40), row('c', 10, 10)] })
    expect(answer.says === 'spread' && [answer.best.unit.id, answer.worst.unit.id]).toEqual(['b', 'a'])
  })
})

it('counts silence among those asked', () => {
  expect(silentShare(row('a', 5, 1))).toBe(0.5)
  expect(silentShare({ asked: 0, noReply: 0, unreachable: 0 })).toBeNull()
})

describe('toCsv', () => {
  it('quotes, and lets no text become a formula', () => {
    expect(
      toCsv([
        ['单位', 'a"b', 'x,y'],
        ['=1+1', -3, ''],
      ]),
    ).toBe('\uFEFF单位,"a""b","x,y"\r\n\'=1+1,-3,\r\n')
  })
  it('leaves out rates that must not be compared', () => {
    expect([csvRate(row('a', 29, 10), 'satisfied'), csvRate(row('a', 30, 10), 'satisfied')]).toEqual(['', 0.333333])
  })
})

describe('wallboard', () => {
  it.each([
    [null, 'neutral'],
    [0.95, 'ok'],
    [0.93, 'warn'],
    [0.89, 'bad'],
  ] as const)('a share of %s is %s', (value, tone) => {
    expect(shareTone(value, 0.95)).toBe(tone)
  })
  it.each([
    [0, 0, 'ok'],
    [1, 59_000, 'neutral'],
    [1, 61_000, 'warn'],
    [3, 181_000, 'bad'],
  ] as const)('%s waiting, longest %s ms: %s', (waiting, longest, tone) => {
    expect(waitTone(waiting, longest)).toBe(tone)
  })
  it('alarms from the first', () => {
    expect([alarmTone(0), alarmTone(1)]).toEqual(['ok', 'bad'])
  })
  it('adds up queues and keeps lines that nobody waits on', () => {
    const queues = [
      { lineId: 'b', waiting: 2, oldestAt: '2026-11-23T01:00:00.000Z' },
      { lineId: null, waiting: 1, oldestAt: '2026-11-23T00:59:00.000Z' },
    ]
    expect(queueTotal(queues)).toEqual({ waiting: 3, oldestAt: '2026-11-23T00:59:00.000Z' })
    const lines = [
      { id: 'a', active: true },
      { id: 'b', active: true },
      { id: 'c', active: false },
    ]
    expect(queueRows(lines, queues).map(({ line, waiting }) => [line?.id, waiting])).toEqual([
      ['b', 2],
      [undefined, 1],
      ['a', 0],
    ])
  })
  it('lists open tickets in the order of their life', () => {
    expect(stateRows({ handling: 3, received: 1, answered: 0, unheardOf: 9 })).toEqual([
      { state: 'received', count: 1 },
      { state: 'handling', count: 3 },
    ])
  })
  it('shows who is there, the longest in a state first', () => {
    const agents = [
      { id: 1, state: 'ready', since: '2' },
      { id: 2, state: 'offline', since: '1' },
      { id: 3, state: 'talking', since: '3' },
      { id: 4, state: 'ready', since: '1' },
    ] as const
    expect(gridOf(agents).map(({ id }) => id)).toEqual([3, 4, 1])
  })
  it('draws a day in a box', () => {
    const spark = sparkOf(
      [
        { hour: 'a', count: 0 },
        { hour: 'b', count: 4 },
        { hour: 'c', count: 2 },
      ],
      100,
      40,
    )
    expect(spark.line).toBe('M0 40 L50 0 L100 20')
    expect(spark.area).toBe('M0 40 L50 0 L100 20 L100 40 L0 40 Z')
    expect([spark.total, spark.peak.hour]).toEqual([6, 'b'])
    expect(
      sparkOf(
        [
          { hour: 'a', count: 0 },
          { hour: 'b', count: 0 },
        ],
        10,
        10,
      ).line,
    ).toBe('M0 10 L10 10')
  })
})
