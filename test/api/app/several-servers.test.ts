import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { anotherServer } from '../../support/another-server.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

/** A change acts on every server within a second; a crowded machine is given longer before the test gives up. */
const within = { timeout: 5_000, interval: 10 }

describe.each(engines)('three servers of one database on %s', (engine) => {
  let first: TestApp
  let servers: Awaited<ReturnType<typeof anotherServer>>[]
  let cookie: string
  let admin: Awaited<ReturnType<TestApp['signIn']>>
  beforeEach(async () => {
    first = await createTestApp(engine)
    servers = [await anotherServer(first), await anotherServer(first)]
    cookie = await first.cookieOf('agent1')
    admin = await first.signIn('admin1')
    // Each has found the session by now, and believes it.
    for (const { app } of [first, ...servers]) expect((await ask(app)).status).toBe(200)
  })
  afterEach(async () => {
    for (const { close } of servers) await close()
    await first.close()
  })

  const ask = async (app: TestApp['app'], path = '/api/session') => app.request(path, { headers: { cookie } })
  /** Asked again and again, with the clock standing still: what a server believes for a while never runs out by itself. */
  const everywhere = (look: (answer: Response) => void | Promise<void>, path?: string) =>
    vi.waitFor(async () => {
      for (const { app } of [first, ...servers]) await look(await ask(app, path))
    }, within)
  const change = (body: object) => admin('PATCH', `/api/staff/${first.world.staff.agent1}`, body)
  const refused = ({ status }: Response) => expect(status).toBe(401)
  const openStreams = () => Promise.all([first, ...servers].map(({ app }) => ask(app, '/api/live')))
  const listeners = () => [first, ...servers].map(({ services }) => services.live.listeners())

  it('count failed sign-ins together', async () => {
    const tries = async (app: TestApp['app']) =>
      app.request('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'agent1', password: 'a guess' }),
      })
    const apps = [first, ...servers].map(({ app }) => app)
    const answers: number[] = []
    for (let at = 0; at < 8; at++) answers.push((await tries(apps[at % apps.length] ?? first.app)).status)
    expect(answers).toEqual(Array.from({ length: 8 }, () => 401))
    for (const app of apps) expect((await tries(app)).status).toBe(429)
  })

  it('refuse a deactivated member of staff', async () => {
    expect((await change({ active: false })).status).toBe(200)
    await everywhere(refused)
  })

  it('know the new roles and the new unit', async () => {
    const unitId = first.world.units.hedong
    expect((await change({ roles: ['unitStaff'], unitId })).status).toBe(200)
    await everywhere(async (answer) =>
      expect(await answer.json()).toMatchObject({ staff: { roles: ['unitStaff'], unitId } }),
    )
    await everywhere(({ status }) => expect(status).toBe(403), '/api/audit')
  })

  it.each([
    ['by signing out', '/api/session'],
    ['by signing out everywhere', '/api/account/sessions'],
    ['from the list of sessions', '/api/account/sessions/session-of-agent1'],
  ])('refuse a session that was ended on one of them %s', async (_how, path) => {
    const ended = await servers[0]?.app.request(path, { method: 'DELETE', headers: { cookie } })
    expect(ended?.status).toBe(204)
    await everywhere(refused)
    expect((await admin('GET', '/api/session')).status).toBe(200)
  })

  it('refuse whose password an administrator has reset', async () => {
    expect((await admin('POST', `/api/staff/${first.world.staff.agent1}/password`)).status).toBe(200)
    await everywhere(refused)
  })

  it('know a new member of staff, a new unit and a new line', async () => {
    await first.db.tx(async (tx) => {
      const system = systemActor('test')
      const unit = await first.directory.createUnitIn(tx, system, {
        code: 'new-street',
        parentId: first.world.units.hedong,
        level: 'street',
        name: '新街道',
        nameEn: 'New Street',
      })
      await first.directory.addStaffIn(tx, system, {
        username: 'newcomer',
        name: '新人',
        roles: ['unitStaff'],
        unitId: unit.id,
      })
    })
    await vi.waitFor(() => {
      for (const { services } of [first, ...servers]) {
        const unit = services.directory.unitByCode('new-street')
        expect(unit).toBeDefined()
        expect(services.directory.staffByUsername('newcomer')).toMatchObject({ unitId: unit?.id })
      }
    }, within)
  })

  it.each([
    ['is deactivated', () => change({ active: false })],
    ['has other roles', () => change({ roles: ['reviewer'] })],
    ['has signed out', async () => (await first.signIn('agent1'))('DELETE', '/api/session')],
  ])('end the open streams of somebody who %s', async (_how, act) => {
    const streams = await openStreams()
    await vi.waitFor(() => expect(Math.min(...listeners())).toBeGreaterThan(0), within)
    await act()
    await vi.waitFor(() => expect(listeners()).toEqual([0, 0, 0]), within)
    for (const { body } of streams) await body?.cancel()
  })

  it('leave the streams of everybody else', async () => {
    const streams = await openStreams()
    await vi.waitFor(() => expect(Math.min(...listeners())).toBeGreaterThan(0), within)
    const before = listeners()
    await admin('PATCH', `/api/staff/${first.world.staff.dispatcher1}`, { active: false })
    await vi.waitFor(() => {
      for (const { services } of servers)
        expect(services.directory.staffById(first.world.staff.dispatcher1)?.active).toBe(false)
    }, within)
    expect(listeners()).toEqual(before)
    for (const { body } of streams) await body?.cancel()
  })

  it('know a new matter and a new limit', async () => {
    await first.db.tx(async (tx) => {
      const system = systemActor('test')
      await first.catalogue.createMatterIn(tx, system, { code: 'parks', name: '公园', nameEn: 'Parks' })
      const basis = { basis: '默认', basisEn: 'By default', grade: 'D' } as const
      await first.catalogue.createLimitRuleIn(tx, system, { matterCode: 'parks', value: 3, unit: 'wd', ...basis })
    })
    await vi.waitFor(() => {
      for (const { services } of [first, ...servers]) {
        expect(services.catalogue.matterByCode('parks')).toBeDefined()
        expect(services.catalogue.limits().map(({ matterCode }) => matterCode)).toContain('parks')
      }
    }, within)
  })

  it('do the work of each timed job once, though all run it at once', { timeout: 60_000 }, async () => {
    /** A week in which nobody does anything: what the jobs wrote of it, by kind. */
    const week = async (app: TestApp, all: TestApp['services'][]) => {
      for (const at of [1, 2, 3]) {
        const sender = { phone: `+861360000000${at}`, locale: 'zh' as const }
        await app.services.contacts.report({ channel: 'web', sender, text: '楼下垃圾堆了三天没人清运' })
      }
      for (let half = 0; half < 14; half++) {
        app.clock.advance(12 * 3_600_000)
        await Promise.all(all.map(({ jobs }) => jobs.runAll()))
      }
      const { audit, liveEvent, outbox } = app.db.t
      const kinds = [
        ...(await app.db.q.select({ action: audit.action }).from(audit)).map(({ action }) => action),
        ...(await app.db.q.select({ topic: liveEvent.topic, type: liveEvent.type }).from(liveEvent)).map(
          ({ topic, type }) => `${topic} ${type}`,
        ),
        ...(await app.db.q.select({ topic: outbox.topic }).from(outbox)).map(({ topic }) => topic),
      ]
      return kinds.toSorted()
    }
    const alone = await createTestApp(engine)
    const byOne = await week(alone, [alone.services])
    await alone.close()
    expect(byOne.filter((kind) => kind.startsWith('alert ')).length).toBeGreaterThanOrEqual(3)
    expect(
      await week(
        first,
        [first, ...servers].map(({ services }) => services),
      ),
    ).toEqual(byOne)
  })

  it('hear it though no notification comes, by looking twice a second', { skip: engine === 'sqlite' }, async () => {
    const deaf = { ...(await first.store.again()), onNotify: () => () => {} }
    const third = await anotherServer({ ...first, store: { ...first.store, again: async () => deaf } })
    expect((await ask(third.app)).status).toBe(200)
    await change({ active: false })
    expect((await ask(third.app)).status).toBe(200)
    third.services.jobs.start()
    await vi.waitFor(async () => refused(await ask(third.app)), within)
    await third.services.jobs.stop()
    await third.close()
  })
})

describe('whoever ends sessions', () => {
  const folder = 'api/access'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.store.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ text }) => /\bremoveSession\w*\(/.test(text))

  it.each(files)('$name tells the other servers', ({ text }) => {
    expect(text).toMatch(/staffNote\(|changeStaffIn\(/)
  })
})
