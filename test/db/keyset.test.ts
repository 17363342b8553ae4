import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beyond, inOrder, type After, type Direction } from '../../db/keyset.ts'
import type { Db } from '../../db/db.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'

/** Three rows share a moment, so that only the id tells them apart. */
const rows = [
  { id: 'a', at: 1_000 },
  { id: 'b', at: 2_000 },
  { id: 'c', at: 2_000 },
  { id: 'd', at: 2_000 },
  { id: 'e', at: 3_000 },
]

describe.each(engines)('keyset pages on %s', (engine) => {
  let store: TestDb
  beforeAll(async () => {
    store = await openTestDb(engine)
    await store.db.tx(async (tx) => {
      for (const { id, at } of rows)
        await tx.q
          .insert(tx.t.inbox)
          .values({ key: id, route: 'keyset', receivedAt: new Date(at) })
          .returning()
    })
  })
  afterAll(() => store.drop())

  const page = (db: Db, direction: Direction, after: After | null, size: number) => {
    const { inbox } = db.t
    return db.q
      .select({ id: inbox.key, at: inbox.receivedAt })
      .from(inbox)
      .where(beyond(inbox.receivedAt, inbox.key, direction, after))
      .orderBy(...inOrder(inbox.receivedAt, inbox.key, direction))
      .limit(size)
      .execute()
  }

  it.each([
    ['ascending', 1],
    ['ascending', 2],
    ['descending', 1],
    ['descending', 2],
    ['descending', 3],
  ] as const)('%s in pages of %i: every row once, in order, also where moments are equal', async (direction, size) => {
    const seen: string[] = []
    let after: After | null = null
    for (;;) {
      const found: After[] = await page(store.db, direction, after, size)
      seen.push(...found.map(({ id }) => id))
      after = found.at(-1) ?? null
      if (found.length < size || after === null) break
    }
    const ids = rows.map(({ id }) => id)
    expect(seen).toEqual(direction === 'ascending' ? ids : ids.toReversed())
  })
})
