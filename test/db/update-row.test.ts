import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changed, updateRow } from '../../db/dialect/update/update-row.ts'
import type { Tx } from '../../db/db.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'

describe.each(engines)('updateRow on %s', (engine) => {
  let test: TestDb
  const at = new Date('2026-11-23T01:02:03.004Z')
  const effect: Tx['t']['outbox']['$inferSelect'] = {
    id: 'e',
    topic: 't',
    key: 'k',
    payload: { n: [1, '二', null] },
    state: 'pending',
    attempts: 2,
    runAt: at,
    lockedUntil: at,
    createdAt: at,
    doneAt: null,
    error: 'late',
  }
  beforeAll(async () => {
    test = await openTestDb(engine)
    await test.db.tx((tx) => insertRows(tx, tx.t.outbox, [effect]))
  })
  afterAll(() => test.drop())
  const stored = async () => (await test.db.q.select().from(test.db.t.outbox).where(eq(test.db.t.outbox.id, 'e')))[0]

  it('writes what it is given in columns of every kind, and leaves what is undefined', async () => {
    const change = {
      payload: { n: 2 },
      doneAt: new Date(5),
      lockedUntil: null,
      error: undefined,
      state: 'done' as const,
    }
    await test.db.tx(async (tx) =>
      expect(await updateRow(tx, tx.t.outbox, { id: 'e', attempts: 2 }, change)).toBe(true),
    )
    expect(await stored()).toEqual({
      ...effect,
      payload: { n: 2 },
      doneAt: new Date(5),
      lockedUntil: null,
      state: 'done',
    })
    expect(await stored()).toEqual(changed(effect, change))
  })

  it('changes nothing where another value stands, and says so', async () => {
    const before = await stored()
    await test.db.tx(async (tx) => {
      expect(await updateRow(tx, tx.t.outbox, { id: 'e', attempts: 3 }, { error: 'x' })).toBe(false)
      expect(await updateRow(tx, tx.t.outbox, { id: 'nobody' }, { error: 'x' })).toBe(false)
    })
    expect(await stored()).toEqual(before)
  })
})
