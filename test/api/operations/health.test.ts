import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCommitProof } from '../../../api/operations/health/prove-commit.ts'
import { healthOf, type Facts } from '../../../api/operations/health/health.rules.ts'
import { createJobs } from '../../../api/platform/jobs.ts'
import { createLog } from '../../../api/platform/log.ts'
import { virtualClock } from '../../../api/platform/clock.ts'
import { openDb } from '../../../db/open.ts'
import type { Db } from '../../../db/db.ts'
import { createTestApp, testStart } from '../../support/app.ts'
import { engines, openTestDb } from '../../support/databases.ts'

const log = createLog('silent')
/** How long a proof is believed, ms. */
const believedMs = 1_000
const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })

describe.each(engines)('a server that cannot write, on %s', (engine) => {
  it('is not ready, says why, and is ready again by itself', async () => {
    let broken = false
    let written = 0
    const app = await createTestApp(engine, {
      wrapDb: (db) => ({
        ...db,
        get q() {
          return db.q
        },
        tx: async (work) => {
          if (broken) throw full
          written++
          return db.tx(work)
        },
      }),
    })
    const ready = () => app.anonymous('GET', '/readyz')
    expect((await ready()).status).toBe(200)
    const before = written
    await Promise.all(Array.from({ length: 50 }, ready))
    expect(written, 'strangers make nothing be written').toBe(before)

    broken = true
    app.clock.advance(believedMs)
    const answer = await ready()
    expect([answer.status, answer.body]).toEqual([503, { status: 'database cannot be written' }])
    app.clock.advance(90_000)
    const lead = await app.signIn('supervisor1')
    const { body } = await lead('GET', '/api/operations/health')
    expect((body as { items: unknown[] }).items[0]).toEqual({
      name: 'commit',
      state: 'broken',
      figures: { seconds: 90, fault: 'SQLITE_FULL' },
    })
    const { body: figures } = await app.anonymous('GET', '/metrics')
    expect(String(figures)).toMatch(/yixian_last_commit_age_seconds 91/)
    expect(String(figures)).toMatch(/yixian_disk_free_bytes \d{6,}/)
    broken = false
    app.clock.advance(believedMs)
    expect((await ready()).status).toBe(200)
    await app.close()
  })
  it('is told to supervisors and administrators only; figures tell of the outbox by topic', async () => {
    const app = await createTestApp(engine)
    const at = new Date(testStart.getTime() - 600_000)
    await app.db.tx(async (tx) => {
      const row = { topic: 'sms.send', payload: {}, attempts: 0, runAt: at, createdAt: at }
      await tx.q.insert(tx.t.outbox).values([
        { ...row, id: 'a', key: 'a', state: 'pending' },
        { ...row, id: 'b', key: 'b', state: 'held' },
      ])
    })
    for (const username of ['agent1', 'dispatcher1'] as const)
      expect((await (await app.signIn(username))('GET', '/api/operations/health')).status).toBe(403)
    const { body } = await (await app.signIn('admin1'))('GET', '/api/operations/health')
    const { items } = body as { items: { name: string; state: string }[] }
    expect(Object.fromEntries(items.map(({ name, state }) => [name, state]))).toMatchObject({
      commit: 'fine',
      outbox: 'attention',
      held: 'attention',
      jobs: 'fine',
      strayTexts: 'fine',
    })
    const figures = String((await app.anonymous('GET', '/metrics')).body)
    expect(figures).toContain('yixian_outbox_oldest_seconds{topic="sms.send"} 600')
    expect(figures).toContain('yixian_outbox_held 1')
    await app.close()
  })
  it('counts a commit that takes too long as vain, and begins no other meanwhile', async () => {
    const store = await openTestDb(engine)
    const clock = virtualClock(testStart)
    let begun = 0
    const gate = Promise.withResolvers<void>()
    const slow: Pick<Db, 'tx' | 'q' | 't'> & Db = {
      ...store.db,
      get q() {
        return store.db.q
      },
      tx: async (work) => {
        begun++
        await gate.promise
        return store.db.tx(work)
      },
    }
    const prove = createCommitProof({ db: slow, clock, log }, 500)
    expect(await prove()).toMatchObject({ ok: false, readable: true, fault: 'TIMEOUT' })
    clock.advance(believedMs)
    expect(await prove()).toMatchObject({ ok: false })
    expect(begun).toBe(1)
    gate.resolve()
    clock.advance(believedMs)
    expect(await prove()).toMatchObject({ ok: true, failingSince: null })
    await store.drop()
  })
})

describe('a disk that is full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yixian-full-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status === 0
  afterAll(() => {
    if (mounted) spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  })
  beforeAll(async () => {
    const store = await openTestDb('sqlite')
    await store.db.tx(async () => {})
    copyFileSync(store.url.slice('file:'.length), join(folder, 'yixian.db'))
    await store.drop()
  })

  it.skipIf(!mounted)('makes the server not ready until there is room; what was committed stays', async () => {
    const clock = virtualClock(testStart)
    const db = await openDb(`file:${join(folder, 'yixian.db')}`)
    const prove = createCommitProof({ db, clock, log })
    expect(await prove()).toMatchObject({ ok: true })
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize))
    const grow = async () => {
      for (let i = 0; i < 200; i++)
        await db.tx(async (tx) => {
          const at = new Date(testStart.getTime() + i)
          const key = `${i}`
          const row = { id: key, key, topic: 'x', payload: { text: 'x'.repeat(4_000) }, state: 'done' as const }
          await tx.q.insert(tx.t.outbox).values({ ...row, attempts: 0, runAt: at, createdAt: at })
        })
    }
    await expect(grow()).rejects.toThrow()
    const kept = await db.q.$count(db.t.outbox)
    clock.advance(believedMs)
    expect(await prove()).toMatchObject({ ok: false, readable: true, fault: 'SQLITE_FULL' })
    rmSync(join(folder, 'ballast'))
    clock.advance(believedMs)
    expect(await prove()).toMatchObject({ ok: true })
    expect(await db.q.$count(db.t.outbox)).toBe(kept)
    await db.close()
  })
})

describe('how a thing stands', () => {
  const calm: Facts = {
    failingMs: null,
    filesAway: null,
    commitFault: null,
    disk: { free: 50e9, total: 100e9 },
    outboxMs: 0,
    outboxWaiting: 0,
    lateJobs: [],
    held: 0,
    damage: null,
    strayTexts: 0,
    bentCarrier: null,
    proxyNotes: [],
  }
  const stateOf = (name: string, change: Partial<Facts>) =>
    healthOf({ ...calm, ...change }).find((item) => item.name === name)?.state

  it('is fine when nothing is wrong', () => {
    expect(new Set(healthOf(calm).map(({ state }) => state))).toEqual(new Set(['fine']))
  })
  it.each<[string, Partial<Facts>, string]>([
    ['commit', { failingMs: 1_000 }, 'broken'],
    ['disk', { disk: { free: 1e9, total: 100e9 } }, 'attention'],
    ['disk', { disk: { free: 4e9, total: 100e9 } }, 'attention'],
    ['disk', { disk: { free: 2e8, total: 100e9 } }, 'broken'],
    ['disk', { disk: null }, 'fine'],
    ['outbox', { outboxMs: 240_000 }, 'fine'],
    ['outbox', { outboxMs: 600_000 }, 'attention'],
    ['outbox', { outboxMs: 4_000_000 }, 'broken'],
    ['jobs', { lateJobs: [{ name: 'x', ms: 300_000, everyMs: 60_000 }] }, 'attention'],
    ['jobs', { lateJobs: [{ name: 'x', ms: 3_000_000, everyMs: 60_000 }] }, 'broken'],
    ['held', { held: 1 }, 'attention'],
    ['databaseFile', { damage: 'page 3' }, 'broken'],
    ['strayTexts', { strayTexts: 2 }, 'attention'],
    ['carrierAddress', { bentCarrier: 'http://127.0.0.1:8312' }, 'attention'],
    ['proxy', { proxyNotes: ['set TRUST_PROXY'] }, 'attention'],
  ])('%s with %j is %s', (name, change, state) => {
    expect(stateOf(name, change)).toBe(state)
  })
  it('knows jobs that missed their turns, and when each succeeded', async () => {
    const clock = virtualClock(testStart)
    const failing = { name: 'fails', everyMs: 60_000, run: () => Promise.reject(new Error('x')) }
    const jobs = createJobs([failing], log, clock)
    expect(jobs.late(new Date(testStart.getTime() + 1e9)), 'before the start').toEqual([])
    jobs.start()
    expect(jobs.late(clock.now())).toEqual([])
    clock.advance(300_000)
    expect(jobs.late(clock.now())).toEqual([{ name: 'fails', everyMs: 60_000, ms: 300_000 }])
    expect(jobs.successes().size).toBe(0)
    await jobs.stop()
  })
})
