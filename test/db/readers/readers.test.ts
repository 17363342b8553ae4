import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../../db/db.ts'
import { openDb } from '../../../db/open.ts'
import { forAsker } from '../../../db/readers/asker.ts'
import { refusalOf } from '../../../db/readers/refusal.ts'
import { engines, openTestDb, type TestDb } from '../../support/databases.ts'

/** Counts up to so many: the longer, the more. */
const counted = (db: Db, to: number) =>
  db.lists.q
    .select({
      n: sql<number>`(with recursive up(n) as (select 1 union all select n + 1 from up where n < ${to}) select max(n) from up)`,
    })
    .from(db.t.unit)
    .limit(1)
    .execute()

describe.each(engines)('lists beside the event loop, %s', (engine) => {
  let store: TestDb
  let db: Db
  beforeAll(async () => {
    store = await openTestDb(engine)
    db = await openDb(store.url, { readers: true })
    await db.tx((tx) =>
      tx.q
        .insert(tx.t.unit)
        .values({
          id: 'u1',
          code: 'u1',
          name: '城管',
          nameEn: 'Urban management',
          level: 'bureau',
          path: '/u1/',
          aliases: [],
          active: true,
        })
        .execute(),
    )
  })
  afterAll(async () => {
    await db.close()
    await store.drop()
  })

  it('read what was committed, in the columns’ own types', async () => {
    const [own] = await db.q.select().from(db.t.unit)
    expect(own).toMatchObject({ name: '城管' })
    expect(await db.lists.q.select().from(db.t.unit)).toEqual([own])
    expect(await db.reports.q.select().from(db.t.unit)).toEqual([own])
  })

  it('leave the loop alone while they read', async () => {
    const read = counted(db, 3_000_000)
    let turns = 0
    let done = false
    void read.then(() => (done = true))
    while (!done) {
      await sleep(1)
      turns++
    }
    expect(await read).toEqual([{ n: 3_000_000 }])
    // one turn is there even where the statement ran on the loop
    expect(turns).toBeGreaterThan(1)
  })

  it('end with whoever asked, in the middle of a statement, and the next is answered', async () => {
    const gone = new AbortController()
    const endless = forAsker(gone.signal, () => counted(db, 2e9))
    const left = expect(endless).rejects.toSatisfy((error) => refusalOf(error) !== null)
    await sleep(100)
    gone.abort()
    await left
    expect(await counted(db, 3)).toEqual([{ n: 3 }])
  })

  it('end with whoever asked when all that run are left at once, and some that wait', async () => {
    const gone = new AbortController()
    const left = Array.from({ length: 9 }, () =>
      expect(forAsker(gone.signal, () => counted(db, 2e9))).rejects.toSatisfy((error) => refusalOf(error) !== null),
    )
    await sleep(100)
    gone.abort()
    await Promise.all(left)
    expect(await counted(db, 3)).toEqual([{ n: 3 }])
  })

  it('of those who left, none that waited is read afterwards', async () => {
    const gone = new AbortController()
    const left = Array.from({ length: 20 }, () => forAsker(gone.signal, () => counted(db, 2e9)).catch(refusalOf))
    gone.abort()
    expect(new Set(await Promise.all(left))).not.toContain(null)
    // A class may read for seconds: whatever was begun for them would hold the next one up for as long.
    const busy = () => db.load().some(({ running, waiting }) => running + waiting > 0)
    await vi.waitFor(() => expect(busy()).toBe(false), { timeout: 2_000 })
  })

  it('say what the database says', async () => {
    await expect(
      db.lists.q
        .select({ n: sql`nothing_of_the_kind()` })
        .from(db.t.unit)
        .execute(),
    ).rejects.toThrow()
  })

  it('may not be read from inside a transaction', async () => {
    await expect(db.tx(async () => db.lists.q.select().from(db.t.unit).execute())).rejects.toThrow(
      'inside a transaction',
    )
  })
})
