import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemActor, type StaffActor } from '../../../../api/vocabulary/actor.ts'
import { systemClock } from '../../../../api/platform/clock.ts'
import { createIds } from '../../../../api/platform/ids.ts'
import { createLive, hears, type Live } from '../../../../api/platform/live/live.ts'
import { sweepEvents } from '../../../../api/platform/live/live.store.ts'
import { record } from '../../../../api/audit/record.ts'
import type { Audience } from '../../../../db/schema/platform.ts'
import { engines, openTestDb, type TestDb } from '../../../support/databases.ts'
import { gate } from '../../../support/gate.ts'
import { sweepBefore } from '../../../support/sweep.ts'

const staff = (id: string, roles: StaffActor['roles'], unitPath = '/r/'): StaffActor => ({
  kind: 'staff',
  id,
  name: id,
  roles,
  unitId: 'u',
  unitPath,
  requestId: null,
})

describe('who hears', () => {
  it.each<[Audience, StaffActor, boolean]>([
    [{ all: true }, staff('a', ['agent']), true],
    [{}, staff('a', ['admin']), false],
    [{ roles: ['agent'] }, staff('a', ['agent']), true],
    [{ roles: ['agent'] }, staff('a', ['reviewer']), false],
    [{ staffIds: ['a'] }, staff('a', ['reviewer']), true],
    [{ staffIds: ['b'] }, staff('a', ['reviewer']), false],
    [{ unitPaths: ['/r/d/s/'] }, staff('a', ['unitStaff'], '/r/d/'), true],
    [{ unitPaths: ['/r/d/s/'] }, staff('a', ['unitStaff'], '/r/e/'), false],
    [{ unitPaths: ['/r/d/'] }, staff('a', ['unitStaff'], '/r/d/s/'), false],
  ])('%j for %o: %s', (audience, actor, expected) => {
    expect(hears(actor, audience)).toBe(expected)
  })
})

describe.each(engines)('live stream on %s', (engine) => {
  let test: TestDb
  let live: Live
  beforeEach(async () => {
    test = await openTestDb(engine)
    live = await createLive({ db: test.db, log: pino({ level: 'silent' }) })
  })
  afterEach(async () => {
    await live.stop()
    await test.drop()
  })
  const agent = staff('agent', ['agent'])
  const tell = (entityId: string, audience: Audience = { roles: ['agent'] }) =>
    test.db.tx((tx) =>
      record(
        tx,
        { clock: systemClock, ids: createIds(systemClock), wake: { outbox: () => {}, live: live.wake } },
        systemActor('test'),
        {
          audit: [],
          live: [{ topic: 'queue', type: 'changed', entityId, audience, payload: { lineId: null } }],
        },
      ),
    )
  /** Collects until `count` events came. */
  const collect = async (since: number | null, count: number, actor = agent) => {
    const got: { seq: number; id: string }[] = []
    const full = gate()
    const stream = await live.open(actor, since, (event) => {
      got.push({ seq: event.seq, id: event.entityId })
      if (got.length >= count) full.open()
    })
    return { got, enough: full.passed, stream }
  }

  it('tells what is committed after it was opened', async () => {
    await tell('before')
    const { got, enough } = await collect(null, 2)
    await tell('one')
    await tell('two')
    await enough
    expect(got.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  it('resumes after the last number seen, losing nothing and repeating nothing', async () => {
    const first = await collect(null, 1)
    await tell('one')
    await first.enough
    first.stream.close()
    for (let i = 0; i < 25; i++) await tell(`missed-${i}`)
    const second = await collect(first.got[0]?.seq ?? 0, 30)
    await Promise.all(Array.from({ length: 5 }, (_, i) => tell(`then-${i}`)))
    await second.enough
    const seqs = second.got.map(({ seq }) => seq)
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
    expect(second.got.slice(0, 25).map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, i) => `missed-${i}`))
    expect(second.got).toHaveLength(30)
  })

  it('keeps from an actor what is not for them', async () => {
    const { got, enough } = await collect(null, 1, staff('reviewer', ['reviewer']))
    await tell('for agents')
    await tell('for reviewers', { roles: ['reviewer'] })
    await enough
    expect(got.map(({ id }) => id)).toEqual(['for reviewers'])
  })

  it('says when too much was forgotten', async () => {
    for (let i = 0; i < 5; i++) await tell(`${i}`)
    await sweepBefore(test.db, sweepEvents, new Date(Date.now() + 1000))
    await tell('newest')
    const { stream } = await collect(1, 1)
    expect(stream.gap).toBe(true)
  })

  it('says so, too, when all was forgotten and nothing came since', async () => {
    for (let i = 0; i < 5; i++) await tell(`${i}`)
    await sweepBefore(test.db, sweepEvents, new Date(Date.now() + 1000))
    expect((await collect(1, 1)).stream.gap).toBe(true)
  })

  it('starts anew for a listener who is ahead of a database that was put back', async () => {
    await tell('kept')
    const { got, enough, stream } = await collect(1_000_000, 1)
    expect(stream).toMatchObject({ gap: true, start: 1 })
    await tell('one')
    await enough
    expect(got.map(({ id }) => id)).toEqual(['one'])
  })

  it('hears what another process commits', { skip: engine === 'sqlite' }, async () => {
    const { got, enough } = await collect(null, 1)
    const other = await test.again()
    await other.tx((tx) =>
      record(
        tx,
        { clock: systemClock, ids: createIds(systemClock), wake: { outbox: () => {}, live: () => {} } },
        systemActor('other'),
        {
          audit: [],
          live: [
            {
              topic: 'queue',
              type: 'changed',
              entityId: 'elsewhere',
              audience: { all: true },
              payload: { lineId: null },
            },
          ],
        },
      ),
    )
    await enough
    expect(got).toHaveLength(1)
  })
})
