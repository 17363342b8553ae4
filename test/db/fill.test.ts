import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/db.ts'
import { fillDb } from '../../db/fill.ts'
import { openDb } from '../../db/open.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'

const put = (db: Db, name: string) =>
  db.tx(async (tx) => {
    await tx.q.insert(tx.t.counter).values({ name, value: 1 })
  })
const names = async (db: Db) => (await db.q.select().from(db.t.counter)).map(({ name }) => name).sort()

describe.each(engines)('filling a fresh database, %s', (engine) => {
  let store: TestDb
  let folder: string
  let url: string
  beforeEach(async () => {
    store = await openTestDb(engine)
    folder = await mkdtemp(join(tmpdir(), 'yixian-fill-'))
    url = engine === 'sqlite' ? `file:${join(folder, 'fresh.db')}` : store.url
  })
  afterEach(async () => {
    await store.drop()
    await rm(folder, { recursive: true, force: true })
  })
  const found = async () => {
    const db = await openDb(url)
    try {
      return await names(db)
    } finally {
      await db.close()
    }
  }

  it('keeps everything, and answers what the work answered', async () => {
    const answer = await fillDb(url, async (db) => {
      await put(db, 'one')
      await expect(put(db, 'one'), 'a transaction fails alone').rejects.toThrow()
      await Promise.all([put(db, 'two'), put(db, 'three'), put(db, 'two').catch(() => {}), put(db, 'four')])
      return names(db)
    })
    expect(answer).toEqual(['four', 'one', 'three', 'two'])
    expect(await found()).toEqual(answer)
  })

  it('keeps nothing of work that was broken off, and begins anew', async () => {
    const broken = fillDb(url, async (db) => {
      await put(db, 'half')
      throw new Error('Ctrl-C')
    })
    await expect(broken).rejects.toThrow('Ctrl-C')
    await fillDb(url, (db) => put(db, 'whole'))
    expect(await found()).toEqual(['whole'])
  })

  it.runIf(engine === 'postgres')('lets a second process wait for the first, and see what it filled', async () => {
    const once = () =>
      fillDb(url, async (db) => {
        const before = await names(db)
        if (before.length === 0) await put(db, 'city')
        return before
      })
    const seen = await Promise.all([once(), once(), once()])
    expect(seen.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, 1, 1])
  })
})
