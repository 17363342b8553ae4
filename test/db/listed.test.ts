import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getTableColumns } from 'drizzle-orm'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'

describe.each(engines)('columns of listed words on %s', (engine) => {
  let store: TestDb
  beforeAll(async () => {
    store = await openTestDb(engine)
    const now = new Date('2026-06-01T00:00:00.000Z')
    await store.db.tx(async (tx) => {
      await tx.q
        .insert(tx.t.optOut)
        .values({ id: 'opt_1', phone: '+8613800000001', channel: 'sms', state: 'stopped', source: 'text', at: now })
        .returning()
    })
  })
  afterAll(() => store.drop())

  it('come back as they went in', async () => {
    const [row] = await store.db.q.select().from(store.db.t.optOut)
    expect(row?.state).toBe('stopped')
  })

  it('are not read where they hold another word', async () => {
    const { optOut } = store.db.t
    await store.db.tx(async (tx) => {
      await tx.q
        .update(tx.t.optOut)
        .set({ state: sql`'perhaps'` })
        .returning({ id: tx.t.optOut.id })
    })
    await expect(store.db.q.select().from(optOut).execute()).rejects.toThrow('stopped, started')
  })

  it('are what every state is kept in', () => {
    const { t } = store.db
    const states = Object.values(t).flatMap((table) =>
      Object.entries(getTableColumns(table)).filter(([name]) => /^(state|status|direction|channel)$/.test(name)),
    )
    expect(states.length).toBeGreaterThan(15)
  })
})
