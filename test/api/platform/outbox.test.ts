import { z } from 'zod'
import { defineEffect } from '../../../api/platform/effect.ts'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { virtualClock } from '../../../api/platform/clock.ts'
import { createIds } from '../../../api/platform/ids.ts'
import { platformProblem } from '../../../api/platform/problem.ts'
import { createOutbox, shareOf } from '../../../api/platform/outbox.ts'
import type { Outcome } from '../../../api/platform/outbox.types.ts'
import { record } from '../../../api/audit/record.ts'
import { engines, openTestDb, type TestDb } from '../../support/databases.ts'
import { gate } from '../../support/gate.ts'

describe('the share of a paced lane', () => {
  it.each([
    [1, { jobs: 1, ms: 1_000 }],
    [5, { jobs: 1, ms: 200 }],
    [20, { jobs: 2, ms: 100 }],
    [300, { jobs: 30, ms: 100 }],
  ])('spreads %i a second evenly', (perSecond, share) => {
    expect(shareOf(perSecond)).toEqual(share)
  })
})

describe.each(engines)('outbox on %s', (engine) => {
  let test: TestDb
  const clock = virtualClock(new Date('2026-11-23T01:00:00Z'))
  const ids = createIds(clock)
  const log = pino({ level: 'silent' })
  beforeEach(async () => {
    test = await openTestDb(engine)
  })
  afterEach(() => test.drop())

  const promise = (key: string, topic = 'try') =>
    test.db.tx((tx) =>
      record(tx, { clock, ids, wake: { outbox: () => {}, live: () => {} } }, systemActor('test'), {
        audit: [],
        outbox: [{ topic, key, payload: { key } }],
      }),
    )
  const rows = () => test.db.q.select().from(test.db.t.outbox)
  const effectOf = (topic: string, repeatable = true) => defineEffect(topic, { key: z.string() }, { repeatable })
  const outboxWith = (handler: (key: string) => Promise<Outcome>, repeatable = true) => {
    const outbox = createOutbox({ db: test.db, clock, log })
    outbox.on(effectOf('try', repeatable), (_payload, job) => handler(job.key))
    return outbox
  }

  it('does each key once, however often it is promised', async () => {
    const done: string[] = []
    const outbox = outboxWith(async (key) => {
      done.push(key)
      return { state: 'done' }
    })
    await promise('a')
    await promise('a')
    await promise('b')
    expect(await outbox.runDue()).toBe(2)
    expect(await outbox.runDue()).toBe(0)
    expect(done.sort()).toEqual(['a', 'b'])
  })

  it('tries again after a while, and fails in the end', async () => {
    let tries = 0
    const outbox = outboxWith(async () => {
      tries++
      throw new Error('the line is down')
    })
    await promise('a')
    expect(await outbox.runDue()).toBe(1)
    expect(await outbox.runDue()).toBe(0)
    for (let i = 0; i < 10; i++) {
      clock.advance(3_600_000)
      await outbox.runDue()
    }
    expect(tries).toBe(6)
    expect(await rows()).toMatchObject([{ state: 'failed', error: 'the line is down' }])
  })

  it('goes on trying every hour what we ourselves cannot do, until we can', async () => {
    let tries = 0
    let isAway = true
    const outbox = outboxWith(async () => {
      tries++
      if (isAway) throw platformProblem('files.away')
      return { state: 'done' }
    })
    await promise('a')
    for (let i = 0; i < 10; i++) {
      await outbox.runDue()
      clock.advance(3_600_000)
    }
    expect(tries).toBe(10)
    isAway = false
    await outbox.runDue()
    expect(await rows()).toMatchObject([{ state: 'done', attempts: 11 }])
  })

  it('never repeats what the other side may have done', async () => {
    let tries = 0
    const outbox = outboxWith(async () => {
      tries++
      return { state: 'unknown', error: 'no answer' }
    })
    await promise('a')
    await outbox.runDue()
    clock.advance(86_400_000)
    await outbox.runDue()
    expect(tries).toBe(1)
    expect(await rows()).toMatchObject([{ state: 'unknown' }])
  })

  it.each([
    [true, 'done', 1],
    [false, 'unknown', 0],
  ] as const)('takes over the jobs of a dead worker (repeatable: %j)', async (repeatable, state, ran) => {
    await promise('a')
    await test.db.tx((tx) =>
      tx.q
        .update(tx.t.outbox)
        .set({ state: 'running', lockedUntil: new Date(clock.now().getTime() - 1) })
        .where(eq(tx.t.outbox.key, 'a'))
        .returning(),
    )
    let tries = 0
    await outboxWith(async () => {
      tries++
      return { state: 'done' }
    }, repeatable).runDue()
    expect(tries).toBe(ran)
    expect(await rows()).toMatchObject([{ state }])
  })

  it('gives up a job that does not carry what its effect asks for, and does not call the handler', async () => {
    await test.db.tx((tx) =>
      record(tx, { clock, ids, wake: { outbox: () => {}, live: () => {} } }, systemActor('test'), {
        audit: [],
        outbox: [{ topic: 'try', key: 'odd', payload: { other: 1 } }],
      }),
    )
    let called = 0
    await outboxWith(async () => {
      called++
      return { state: 'done' }
    }).runDue()
    expect(called).toBe(0)
    expect(await rows()).toMatchObject([{ state: 'failed', error: expect.stringContaining('not what try carries') }])
  })

  it('goes on by itself after the database was away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let away = true
    let missed = 0
    const db = new Proxy(test.db, {
      get: (target, key) => {
        if (away && (key === 'q' || key === 'tx')) {
          missed++
          throw new Error('the database is away')
        }
        return Reflect.get(target, key, target)
      },
    })
    let done = false
    const outbox = createOutbox({ db, clock, log })
    outbox.on(effectOf('try'), async () => {
      done = true
      return { state: 'done' }
    })
    await promise('a')
    outbox.start()
    const seconds = async (ready: () => boolean) => {
      for (const end = performance.now() + 5_000; !ready() && performance.now() < end;) {
        await new Promise((resolve) => setImmediate(resolve))
        await vi.advanceTimersByTimeAsync(50)
      }
    }
    await seconds(() => missed > 1)
    away = false
    await seconds(() => done)
    vi.useRealTimers()
    expect(done).toBe(true)
    await outbox.stop()
  })

  it('stops after what it has begun, however much waits', async () => {
    for (let i = 0; i < 60; i++) await promise(`k${i}`)
    const [begun, finished] = [gate(), gate()]
    const outbox = outboxWith(async () => {
      begun.open()
      await finished.passed
      return { state: 'done' }
    })
    outbox.start()
    await begun.passed
    const stopping = outbox.stop()
    finished.open()
    await stopping
    const states = (await rows()).map(({ state }) => state)
    expect([...new Set(states)].sort()).toEqual(['done', 'pending'])
    expect(states.filter((state) => state === 'done').length).toBeLessThanOrEqual(20)
  })

  it('gives a job to one of two workers', async () => {
    for (let i = 0; i < 30; i++) await promise(`k${i}`)
    const seen: string[] = []
    const worker = () =>
      outboxWith(async (key) => {
        seen.push(key)
        return { state: 'done' }
      })
    await Promise.all([worker().runDue(), worker().runDue()])
    expect(seen).toHaveLength(30)
    expect(new Set(seen).size).toBe(30)
  })
})
