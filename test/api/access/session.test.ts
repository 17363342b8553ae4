import { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sampleSecrets } from '../../../api/platform/config.ts'
import { createTestApp, testStart, type Answer, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { worldPassword } from '../../support/world.ts'

const minute = 60_000
const code = (answer: Answer) => (answer.body as { code?: string } | undefined)?.code
const cookieOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .flatMap((line) => (line.includes('session_token=') ? [line.split(';', 1)[0]] : []))
    .join('; ')

const signIn = (app: TestApp, username: string, password = worldPassword, headers?: Record<string, string>) =>
  app.anonymous('POST', '/api/session', { username, password }, headers)
const whoAmI = (app: TestApp, cookie: string) => app.anonymous('GET', '/api/session', undefined, { cookie })
const audit = async (app: TestApp, action: string) =>
  (await app.audit.list(app.actor('admin1'), { action, size: 200 })).items

describe.each(engines)('a session on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())
  afterEach(() => app.clock.set(testStart))

  it('says who is signed in and what they may do', async () => {
    const answer = await signIn(app, ' Water-Bureau-Head ')
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      staff: {
        id: app.world.staff['water-bureau-head'],
        username: 'water-bureau-head',
        name: '临江市水务局负责人',
        roles: ['unitHead'],
        unitId: app.world.units['water-bureau'],
        unitName: '临江市水务局',
        unitNameEn: 'Water Bureau',
        unitLevel: 'bureau',
        locale: 'zh-CN',
      },
      sample: true,
      pending: null,
      idleMinutes: 60,
      liveSeq: expect.any(Number),
      permissions: ['ticket.read', 'unit.desk', 'citizen.reveal', 'report.read', 'directory.read', 'knowledge.read'],
    })
    expect((await whoAmI(app, cookieOf(answer))).body).toEqual(answer.body)
  })

  it('answers a wrong password, an unknown name and a deactivated account alike, and opens nothing', async () => {
    await app.access.changeStaff(app.actor('admin1'), app.world.staff['hexi-1'], { active: false })
    const answers = [
      await signIn(app, 'agent1', 'not the password'),
      await signIn(app, 'nobody'),
      await signIn(app, 'hexi-1'),
      await signIn(app, '../../etc'),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(answer.body).toEqual({ ...(answers[0]?.body as object), requestId: expect.any(String) })
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    expect(code(answers[0] as Answer)).toBe('auth.wrong-password')
    const rows = await audit(app, 'session.refused')
    expect(rows.map(({ entityId }) => entityId).sort()).toEqual(
      [app.world.staff.agent1, app.world.staff['hexi-1'], 'unknown', 'unknown'].sort(),
    )
    const hashes = rows.map(({ after }) => (after as { nameHash: string }).nameHash)
    expect(new Set(hashes).size).toBe(4)
    for (const row of rows)
      expect(row.after).toEqual({ address: 'unknown', nameHash: expect.stringMatching(/^[\w-]{32}$/) })
  })

  it('ends when signed out, for this session and no other', async () => {
    const one = cookieOf(await signIn(app, 'agent2'))
    const other = cookieOf(await signIn(app, 'agent2'))
    const out = await app.anonymous('DELETE', '/api/session', undefined, { cookie: one })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/yixian\.session_token=;.*Max-Age=0/)
    expect((await whoAmI(app, one)).status).toBe(401)
    expect((await whoAmI(app, other)).status).toBe(200)
    expect((await app.anonymous('DELETE', '/api/session')).status).toBe(204)
    expect(await audit(app, 'session.closed')).toHaveLength(1)
  })

  it('ends at once when the person is deactivated, and roles change at once', async () => {
    const cookie = cookieOf(await signIn(app, 'market-bureau-1'))
    const { staff } = app.world
    await app.access.changeStaff(app.actor('admin1'), staff['market-bureau-1'], { roles: ['unitHead'] })
    expect((await whoAmI(app, cookie)).body).toMatchObject({ staff: { roles: ['unitHead'] } })
    await app.access.changeStaff(app.actor('admin1'), staff['market-bureau-1'], { active: false })
    expect((await whoAmI(app, cookie)).status).toBe(401)
    await app.access.changeStaff(app.actor('admin1'), staff['market-bureau-1'], { active: true })
    expect((await whoAmI(app, cookie)).status).toBe(401)
  })

  it('ends an hour after somebody last did something, and twelve hours after it was opened', async () => {
    const cookie = cookieOf(await signIn(app, 'reviewer1'))
    for (let at = 0; at < 13; at++) {
      app.clock.advance(55 * minute)
      expect((await whoAmI(app, cookie)).status).toBe(200)
    }
    app.clock.advance(6 * minute)
    expect((await whoAmI(app, cookie)).status).toBe(401)
    const idle = cookieOf(await signIn(app, 'reviewer1'))
    app.clock.advance(60 * minute)
    expect((await whoAmI(app, idle)).status).toBe(401)
  })

  it('is kept alive by nothing that a console does by itself', async () => {
    const cookie = cookieOf(await signIn(app, 'agent1'))
    const alone: [string, string, Record<string, string>][] = [
      ['POST', '/api/presence/heartbeat', {}],
      ['GET', '/api/tickets', { 'x-unattended': '1' }],
      ['GET', '/api/session', { 'x-unattended': '1' }],
    ]
    for (let at = 0; at < 11; at++) {
      app.clock.advance(5 * minute)
      for (const [method, path, headers] of alone)
        expect((await app.anonymous(method, path, undefined, { cookie, ...headers })).status).toBe(200)
    }
    const live = await app.app.request('/api/live', { headers: { cookie } })
    expect(live.status).toBe(200)
    app.clock.advance(5 * minute)
    expect((await app.anonymous('POST', '/api/presence/heartbeat', undefined, { cookie })).status).toBe(401)
    expect((await app.app.request('/api/live', { headers: { cookie } })).status).toBe(401)
    await live.body?.cancel()
  })

  it('is kept alive by what somebody does, also between what the console asks', async () => {
    const cookie = cookieOf(await signIn(app, 'agent1'))
    for (let at = 0; at < 20; at++) {
      app.clock.advance(10 * minute)
      await app.anonymous('GET', '/api/session', undefined, { cookie, 'x-unattended': '1' })
      expect((await whoAmI(app, cookie)).status).toBe(200)
    }
  })

  it('is learnt about by another process within five seconds', async () => {
    const cookie = cookieOf(await signIn(app, 'followup1'))
    expect((await whoAmI(app, cookie)).status).toBe(200)
    const { authSession } = app.db.t
    await app.db.tx((tx) => tx.q.delete(authSession).returning({ id: authSession.id }).execute())
    expect((await whoAmI(app, cookie)).status).toBe(200)
    app.clock.advance(5_001)
    expect((await whoAmI(app, cookie)).status).toBe(401)
  })

  it('never writes a password down', async () => {
    const rows = await app.db.q.select().from(app.db.t.audit)
    expect(JSON.stringify(rows)).not.toContain(worldPassword)
    expect(JSON.stringify(rows)).not.toContain('not the password')
    expect(JSON.stringify(rows)).not.toContain('passwordHash')
  })
})

describe('the cookie', () => {
  it('is for this site alone, out of reach of scripts, and secure where the address is', async () => {
    const plain = await createTestApp('sqlite')
    const [line = ''] = (await signIn(plain, 'agent1')).headers.getSetCookie()
    expect(line).toMatch(/^yixian\.session_token=/)
    expect(line).toMatch(/; HttpOnly/)
    expect(line).toMatch(/; SameSite=Lax/)
    expect(line).toMatch(/; Path=\//)
    expect(line).not.toMatch(/; Secure/)
    await plain.close()
    const secure = await createTestApp('sqlite', { config: { publicUrl: 'https://hotline.example' } })
    const answer = await signIn(secure, 'agent1')
    expect(answer.headers.get('set-cookie')).toMatch(/^__Secure-yixian\.session_token=.*; Secure/)
    expect((await whoAmI(secure, cookieOf(answer))).status).toBe(200)
    await secure.close()
  })

  it('is refused when it is not signed by us', async () => {
    const app = await createTestApp('sqlite')
    const cookie = cookieOf(await signIn(app, 'agent1'))
    const [name = '', value = ''] = cookie.split('=')
    const token = decodeURIComponent(value).split('.')[0] ?? ''
    const last = value.at(-5) === 'A' ? 'B' : 'A'
    for (const forged of [
      `${name}=${token}`,
      `${name}=${token}.AAAA`,
      `${name}=${value.slice(0, -5)}${last}${value.slice(-4)}`,
      `${name}=`,
      'nonsense',
    ])
      expect((await whoAmI(app, forged)).status).toBe(401)
    expect((await whoAmI(app, cookie)).status).toBe(200)
    await app.close()
  })
})

describe('signing in', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp('sqlite')
  })
  afterAll(() => app.close())
  afterEach(() => app.clock.set(testStart))

  it('is limited by name, with the wait told, until the window has passed', async () => {
    for (let at = 0; at < 8; at++) expect((await signIn(app, 'dispatcher1', 'guess')).status).toBe(401)
    const refused = await signIn(app, 'dispatcher1', 'guess')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('113')
    expect(refused.headers.get('connection')).toBe('close')
    expect(code(refused)).toBe('request.too-many')
    expect((await signIn(app, 'DISPATCHER1')).status).toBe(429)
    expect((await signIn(app, 'supervisor1')).status).toBe(200)
    app.clock.advance(15 * 60_000)
    expect((await signIn(app, 'dispatcher1')).status).toBe(200)
  })

  it('checks two at once, lets few of one address wait, and refuses the rest at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => signIn(app, `made-up-${at}`, 'guess')))
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
    expect(refused).toHaveLength(36)
    expect(refused[0]?.headers.get('retry-after')).toBe('2')
    expect(refused[0]?.body).toMatchObject({ retryAfterSeconds: 2 })
  })

  it('opens for a person on their own device while others use up the tries for the name', async () => {
    const first = await signIn(app, 'reviewer1')
    const device = first.headers.getSetCookie().find((line) => line.startsWith('yixian.device=')) ?? ''
    expect(device).toMatch(/; HttpOnly.*; SameSite=Lax/)
    for (let at = 0; at < 9; at++) await signIn(app, 'reviewer1', 'guess')
    expect((await signIn(app, 'reviewer1')).status).toBe(429)
    const cookie = device.split(';', 1)[0] ?? ''
    expect((await signIn(app, 'reviewer1', worldPassword, { cookie })).status).toBe(200)
    expect((await signIn(app, 'reviewer1', worldPassword, { cookie: 'yixian.device=made-up.AAAA' })).status).toBe(200)
  })

  it('takes as long for a name nobody has as for a wrong password: one hash for each', async () => {
    const hashes = vi.spyOn(Worker.prototype, 'postMessage')
    for (const username of ['hedong-1', 'nobody']) {
      hashes.mockClear()
      expect((await signIn(app, username, 'guess')).status).toBe(401)
      expect(hashes.mock.calls, username).toEqual([
        [{ cost: expect.any(Number), password: 'guess', salt: expect.any(String) }],
      ])
    }
    hashes.mockRestore()
  })

  it.each([
    [{ username: 'agent1' }, 422],
    [{ username: 'agent1', password: '' }, 422],
    [{ username: 'agent1', password: 'x'.repeat(129) }, 422],
    [{ username: ['agent1'], password: worldPassword }, 422],
    [{ username: 'agent1', password: worldPassword, admin: true }, 422],
    ['{', 400],
  ])('refuses %j', async (body, status) => {
    expect((await app.anonymous('POST', '/api/session', body)).status).toBe(status)
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8311' }, 200],
    [{ origin: 'http://127.0.0.1:8311' }, 200],
    [{ origin: 'https://127.0.0.1:8311' }, 403],
    // A name that somebody bent to our address: the browser thinks it is the same site.
    [{ origin: 'http://city.example:8311', host: 'city.example:8311' }, 403],
    [{ origin: 'http://city.example:8311', host: 'city.example:8311', 'sec-fetch-site': 'same-origin' }, 403],
  ])('from %j answers %i', async (headers: Record<string, string>, status) => {
    const answer = await signIn(app, 'agent1', worldPassword, headers)
    expect(answer.status).toBe(status)
    if (status === 403) expect(code(answer)).toBe('auth.cross-site')
  })

  it('refuses the sample password in production, whosever it is', async () => {
    const production = await createTestApp('sqlite', { config: { production: true, sampleCity: false } })
    const password = sampleSecrets.password
    expect(code(await signIn(production, 'agent1', password))).toBe('auth.sample-password')
    const person = {
      username: 'new.agent',
      name: '新人',
      roles: ['agent' as const],
      unitId: production.world.units.city,
      password,
    }
    await expect(production.access.createStaff(production.actor('admin1'), person)).rejects.toMatchObject({
      code: 'auth.sample-password',
    })
    expect((await signIn(production, 'agent1')).body).toMatchObject({ sample: false })
    await production.close()
  })
})
