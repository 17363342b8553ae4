import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyEvent,
  applyToRows,
  backOff,
  emptyLiveState,
  parseEvent,
  settle,
  staleKeys,
} from '../../../console/shared/live.models.ts'
import type { LiveStream } from '../../../console/shared/create-live-stream.ts'
import type { LiveTopic } from '../../../api/vocabulary/live-events.ts'

const event = (seq: number, topic: LiveTopic = 'ticket', id = `t${seq}`) => ({ seq, topic, id })

describe('applyEvent', () => {
  it('remembers what changed, each id once', () => {
    const state = [event(1), event(2, 'call', 'c1'), event(3, 'ticket', 't1')].reduce(applyEvent, emptyLiveState)
    expect(state).toEqual({ lastSeq: 3, changed: { ticket: ['t1'], call: ['c1'] } })
  })
  it('ignores what it has seen: a resume that overlaps changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), fc.nat(), (numbers, cut) => {
        const events = numbers.sort((a, b) => a - b).map((seq) => event(seq))
        const once = events.reduce(applyEvent, emptyLiveState)
        const again = events.slice(cut % events.length).reduce(applyEvent, once)
        expect(again).toBe(once)
        expect(once.changed.ticket).toEqual(events.map(({ id }) => id))
      }),
    )
  })
  it('keeps the place in the stream when the lists were refreshed', () => {
    expect(settle(applyEvent(emptyLiveState, event(7)))).toEqual({ lastSeq: 7, changed: {} })
  })
})

it('makes stale the lists and summaries of the topic and only the things that changed', () => {
  const state = [event(1), event(2)].reduce(applyEvent, emptyLiveState)
  expect(staleKeys(state)).toEqual([
    ['ticket', 'list'],
    ['ticket', 'summary'],
    ['ticket', 'one', 't1'],
    ['ticket', 'one', 't2'],
  ])
  expect(staleKeys(emptyLiveState)).toEqual([])
})

describe('applyToRows', () => {
  interface Row {
    id: string
    at: number
  }
  const byTime = (a: Row, b: Row) => a.at - b.at
  it('keeps the order whatever comes', () => {
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), at: fc.option(fc.nat(9), { nil: undefined }) })
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const expected = new Map<string, Row>()
        let rows: Row[] = []
        for (const { id, at } of changes) {
          const next = at === undefined ? undefined : { id, at }
          rows = applyToRows(rows, id, next, byTime)
          if (next) expected.set(id, next)
          else expected.delete(id)
        }
        expect(rows.map((row) => row.at)).toEqual([...expected.values()].map((row) => row.at).sort((a, b) => a - b))
        expect(new Set(rows)).toEqual(new Set(expected.values()))
      }),
    )
  })
  it('puts an equal one behind', () => {
    const first = { id: 'a', at: 1 }
    expect(applyToRows([first], 'b', { id: 'b', at: 1 }, byTime)).toEqual([first, { id: 'b', at: 1 }])
  })
})

it('waits longer each time, never more than 30 s', () => {
  expect([0, 1, 2, 10].map((attempt) => backOff(attempt, 0))).toEqual([1000, 2000, 4000, 30_000])
  expect(backOff(10, 1)).toBe(15_000)
})

it.each([
  ['{"seq":1,"topic":"call","type":"ringing","id":"c1","payload":{}}', 'c1'],
  ['{"seq":"1","topic":"call","type":"ringing","id":"c1","payload":{}}', undefined],
  ['{"seq":1,"topic":"call","type":"ringing","id":"c1","payload":null}', undefined],
  ['{"seq":1}', undefined],
  ['null', undefined],
  ['not json', undefined],
])('parseEvent %s', (data, id) => {
  expect(parseEvent(data)?.id).toBe(id)
})

it('a listener gets the events of its topic, typed; what no event tells does not compile', () => {
  const live: Pick<LiveStream, 'listen'> = { listen: () => {} }
  live.listen('queue', ({ payload }): string | null => payload.lineId)
  live.listen('alert', (event): number => {
    if (event.type === 'overdue') return event.payload.level
    // @ts-expect-error a danger has no level
    if (event.type === 'danger') return event.payload.level
    // @ts-expect-error a lost recording is of no ticket
    return event.type === 'recordingLost' ? event.payload.number : 0
  })
  // @ts-expect-error no such topic
  live.listen('parcel', () => {})
  // @ts-expect-error a ticket is not in the queue's events
  live.listen('queue', ({ payload }) => payload.number)
  live.listen('followUp', (event) => {
    // @ts-expect-error no such type
    if (event.type === 'sent') return
  })
  expect(live).toBeDefined()
})
