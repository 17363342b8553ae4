import { eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Tx } from '../../db/db.ts'
import { openPostgres } from '../../db/postgres.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'
import { gate } from '../support/gate.ts'

const tick = () => new Promise((resolve) => setImmediate(resolve))

describe.each(engines)('transactions on %s', (engine) => {
  let test: TestDb
  beforeAll(async () => {
    test = await openTestDb(engine)
  })
  afterAll(() => test.drop())

  const put = (tx: Tx, name: string, value = 1) => tx.q.insert(tx.t.counter).values({ name, value }).returning()
  const read = async (name: string) =>
    (await test.db.q.select().from(test.db.t.counter).where(eq(test.db.t.counter.name, name)))[0]

  it('shows nothing before the commit', async () => {
    const wrote = gate()
    const looked = gate()
    const writing = test.db.tx(async (tx) => {
      await put(tx, 'dirty')
      wrote.open()
      await looked.passed
    })
    await wrote.passed
    const seen = await read('dirty')
    looked.open()
    await writing
    expect(seen).toBeUndefined()
    expect(await read('dirty')).toMatchObject({ value: 1 })
  })

  it('lets a failing transaction harm no neighbour', async () => {
    const results = await Promise.allSettled([
      test.db.tx((tx) => put(tx, 'neighbour-1')),
      test.db.tx(async (tx) => {
        await put(tx, 'lost')
        await tick()
        throw new Error('on purpose')
      }),
      test.db.tx((tx) => put(tx, 'neighbour-2')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await read('lost')).toBeUndefined()
    expect(await read('neighbour-1')).toBeDefined()
    expect(await read('neighbour-2')).toBeDefined()
  })

  it('lets a SQL error fail its own transaction alone', async () => {
    const results = await Promise.allSettled([
      test.db.tx((tx) => put(tx, 'twice')),
      test.db.tx(async (tx) => {
        await put(tx, 'with-twice')
        await put(tx, 'twice')
      }),
      test.db.tx((tx) => put(tx, 'after-twice')),
    ])
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(1)
    expect(await read('after-twice')).toBeDefined()
    expect(await read('twice')).toBeDefined()
  })

  it('refuses a nested transaction', async () => {
    await expect(test.db.tx(() => test.db.tx((tx) => put(tx, 'nested')))).rejects.toThrow('nested transaction')
    expect(await read('nested')).toBeUndefined()
  })

  it('refuses to read past the open transaction', async () => {
    await expect(test.db.tx(() => read('outer'))).rejects.toThrow('inside a transaction')
  })

  it('refuses a statement of a transaction that has ended', async () => {
    let late: Tx | undefined
    await test.db.tx(async (tx) => {
      late = tx
    })
    expect(() => late?.q).toThrow('has ended')
  })

  it('gives one of three racers the version', async () => {
    await test.db.tx((tx) => put(tx, 'race', 1))
    const race = () =>
      test.db.tx(async (tx) => {
        const [won] = await tx.q
          .update(tx.t.counter)
          .set({ value: 2 })
          .where(sql`${tx.t.counter.name} = 'race' and ${tx.t.counter.value} = 1`)
          .returning()
        return won !== undefined
      })
    const wins = await Promise.all([race(), race(), race()])
    expect(wins.filter(Boolean)).toHaveLength(1)
  })

  it('counts 200 concurrent increments without a gap', async () => {
    await test.db.tx((tx) => put(tx, 'count', 0))
    const values = await Promise.all(
      Array.from({ length: 200 }, () =>
        test.db.tx(async (tx) => {
          const [row] = await tx.q
            .update(tx.t.counter)
            .set({ value: sql`${tx.t.counter.value} + 1` })
            .where(eq(tx.t.counter.name, 'count'))
            .returning()
          return row?.value
        }),
      ),
    )
    expect(new Set(values).size).toBe(200)
    expect(await read('count')).toMatchObject({ value: 200 })
  })

  it('runs what waits for the commit after it, and not after a rollback', async () => {
    const ran: string[] = []
    await test.db.tx(async (tx) => {
      tx.afterCommit(() => ran.push('committed'))
      await put(tx, 'after-commit')
    })
    await test.db
      .tx(async (tx) => {
        tx.afterCommit(() => ran.push('rolled back'))
        throw new Error('on purpose')
      })
      .catch(() => {})
    expect(ran).toEqual(['committed'])
  })

  it.runIf(engine === 'postgres')('survives a server that ends the connection of an open transaction', async () => {
    const cut = gate()
    const began = gate()
    const writing = test.db.tx(async (tx) => {
      await put(tx, 'cut')
      began.open()
      await cut.passed
      await put(tx, 'never')
    })
    const failed = expect(writing).rejects.toThrow()
    await began.passed
    const admin = new pg.Client({ connectionString: test.url })
    await admin.connect()
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
    )
    await admin.end()
    cut.open()
    await failed
    expect(await read('cut')).toBeUndefined()
    await test.db.tx((tx) => put(tx, 'afterwards'))
    expect(await read('afterwards')).toBeDefined()
  })

  it.runIf(engine === 'postgres')('gives back a connection on which no transaction can begin', async () => {
    const db = await openPostgres(test.url, { max: 1 })
    const broken = vi.spyOn(pg.Client.prototype, 'query').mockRejectedValueOnce(new Error('the network is gone'))
    await expect(db.tx((tx) => put(tx, 'unbegun'))).rejects.toThrow()
    broken.mockRestore()
    await db.tx((tx) => put(tx, 'begun'))
    await db.close()
    expect(await read('begun')).toBeDefined()
  })

  it('keeps every kind of text as it came', async () => {
    const value = '路灯坏了 🚨 e\u0301 שלום ﷺ\u202E'
    await test.db.tx((tx) =>
      tx.q
        .insert(tx.t.setting)
        .values({ key: 'text', value: { value }, updatedAt: new Date(1), updatedBy: value })
        .returning(),
    )
    const [row] = await test.db.q.select().from(test.db.t.setting).where(eq(test.db.t.setting.key, 'text'))
    expect(row).toMatchObject({ value: { value }, updatedBy: value, updatedAt: new Date(1) })
  })
})
