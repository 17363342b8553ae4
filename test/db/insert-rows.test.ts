import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertBuilt } from '../../db/dialect/insert/built-insert.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'

describe.each(engines)('insertRows on %s', (engine) => {
  let test: TestDb
  beforeAll(async () => {
    test = await openTestDb(engine)
  })
  afterAll(() => test.drop())

  it('writes every kind of column as the query builder reads it', async () => {
    const { db } = test
    const unit = {
      id: 'u',
      code: 'u',
      parentId: null,
      path: '/u/',
      level: 'city' as const,
      name: '城',
      nameEn: 'City',
      aliases: ['城', '🚨'],
      lat: 31.23,
      lon: 121.47,
      active: true,
    }
    await db.tx((tx) => insertRows(tx, tx.t.unit, [unit]))
    expect(await db.q.select().from(db.t.unit)).toEqual([{ ...unit, dutyPhone: null }])
  })

  it('numbers live events, and keeps instants and objects', async () => {
    const { db } = test
    const at = new Date('2026-11-23T01:02:03.004Z')
    const event = {
      at,
      topic: 'ticket',
      type: 'accept',
      entityId: 't',
      audience: { roles: ['agent'] },
      payload: { n: 1 },
    }
    await db.tx((tx) => insertRows(tx, tx.t.liveEvent, [event, event]))
    const rows = await db.q.select().from(db.t.liveEvent).orderBy(asc(db.t.liveEvent.seq))
    expect(rows).toEqual([
      { seq: 1, ...event },
      { seq: 2, ...event },
    ])
  })

  it('stores what the query builder stores, in columns of every kind', async () => {
    const { db } = test
    const at = new Date('2026-11-23T01:02:03.004Z')
    const unit = { code: 'x', parentId: null, path: '/x/', level: 'city' as const, name: '城', nameEn: 'City' }
    const effect = {
      topic: 't',
      payload: { n: [1, '二', null] },
      state: 'pending' as const,
      attempts: 2,
      runAt: at,
      createdAt: at,
    }
    const stored = async (insert: typeof insertRows, key: string) => {
      await db.tx(async (tx) => {
        await insert(tx, tx.t.unit, [{ ...unit, id: key, code: key, aliases: ['城', '🚨'], lat: 31.23, active: false }])
        await insert(tx, tx.t.inbox, [{ key, route: 'r', receivedAt: at }])
        await insert(tx, tx.t.outbox, [{ ...effect, id: key, key }])
      })
      const { unit: units, inbox, outbox } = db.t
      return JSON.stringify([
        await db.q.select().from(units).where(eq(units.id, key)),
        await db.q.select().from(inbox).where(eq(inbox.key, key)),
        await db.q.select().from(outbox).where(eq(outbox.id, key)),
      ]).replaceAll(key, 'key')
    }
    expect(await stored(insertRows, 'quick')).toBe(await stored(insertBuilt, 'plain'))
  })

  it('skips a taken key and says so', async () => {
    const { db } = test
    const claim = { key: 'SM1', route: 'r', receivedAt: new Date(0) }
    const take = () => db.tx((tx) => insertRows(tx, tx.t.inbox, [claim], { conflicts: 'skip' }))
    expect(await take()).toBe(1)
    expect(await take()).toBe(0)
    await expect(db.tx((tx) => insertRows(tx, tx.t.inbox, [claim]))).rejects.toThrow()
  })
})
