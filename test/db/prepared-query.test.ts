import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Read, Tx } from '../../db/db.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { listed, preparedByShape, preparedQuery } from '../../db/dialect/prepared/prepared-query.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'

const takenBefore = preparedQuery((db: Read | Tx, { route, at }: { route: string; at: Date }) => {
  const { inbox } = db.t
  return db.q
    .select()
    .from(inbox)
    .where(and(eq(inbox.route, route), lte(inbox.receivedAt, sql.param(at, inbox.receivedAt))))
    .orderBy(inbox.key)
})

const move = preparedQuery((tx: Tx, given: { key: string; route: string | null; at: Date }) => {
  const { inbox } = tx.t
  return tx.q
    .update(inbox)
    .set({ receivedAt: given.at, route: sql`coalesce(${given.route}, ${inbox.route})` })
    .where(eq(inbox.key, given.key))
    .returning()
})

const byKeys = preparedByShape(
  (keys: readonly string[]) => keys.length,
  ({ q, t: { inbox } }: Read | Tx, _, values: Record<string, string>) =>
    q
      .select()
      .from(inbox)
      .where(inArray(inbox.key, listed.list(values)))
      .orderBy(inbox.key),
)

describe.each(engines)('preparedQuery on %s', (engine) => {
  let test: TestDb
  const rows = [
    { key: 'a', route: '短信', receivedAt: new Date(1_000) },
    { key: 'b', route: '短信', receivedAt: new Date(2_000) },
    { key: 'c', route: 'calls', receivedAt: new Date(1_000) },
  ]
  beforeAll(async () => {
    test = await openTestDb(engine)
    await test.db.tx((tx) => insertRows(tx, tx.t.inbox, rows))
  })
  afterAll(() => test.drop())

  it('answers each run by that run’s own values, moments compared to the millisecond', async () => {
    const { db } = test
    expect(await takenBefore(db, { route: '短信', at: new Date(1_999) })).toEqual([rows[0]])
    expect(await takenBefore(db, { route: '短信', at: new Date(2_000) })).toEqual([rows[0], rows[1]])
    expect(await takenBefore(db, { route: 'calls', at: new Date(999) })).toEqual([])
    expect(await takenBefore(db, { route: "' or 1=1 --", at: new Date(9_999) })).toEqual([])
  })

  it('sees what its transaction wrote, and takes null in an expression', async () => {
    const at = new Date(3_000)
    const seen = await test.db.tx(async (tx) => {
      expect(await move(tx, { key: 'c', route: null, at })).toEqual([{ key: 'c', route: 'calls', receivedAt: at }])
      expect(await move(tx, { key: 'c', route: 'voice', at })).toEqual([{ key: 'c', route: 'voice', receivedAt: at }])
      return takenBefore(tx, { route: 'voice', at })
    })
    expect(seen).toEqual([{ key: 'c', route: 'voice', receivedAt: at }])
  })

  it('is one for each shape where a query has several', async () => {
    const found = async (...keys: string[]) => (await byKeys(test.db, keys, listed.values(keys))).map(({ key }) => key)
    expect(await found('b')).toEqual(['b'])
    expect(await found('b', 'a')).toEqual(['a', 'b'])
    expect(await found('c')).toEqual(['c'])
    expect(await found('nobody', 'c')).toEqual(['c'])
  })

  it('serves a second database opened after the first', async () => {
    const other = await openTestDb(engine)
    expect(await takenBefore(other.db, { route: '短信', at: new Date(9_000) })).toEqual([])
    await other.drop()
    expect(await takenBefore(test.db, { route: '短信', at: new Date(9_000) })).toHaveLength(2)
  })
})
