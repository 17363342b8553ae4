import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, testStart, type Answer, type TestApp } from '../../../support/app.ts'
import { engines } from '../../../support/databases.ts'
import { worldPassword } from '../../../support/world.ts'

const code = (answer: Answer) => (answer.body as { code?: string } | undefined)?.code
const cookieOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
const next = 'river lamp quiet 7'

describe.each(engines)('one’s own account on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())
  afterEach(() => app.clock.set(testStart))

  const signIn = (username: string, password = worldPassword, headers: Record<string, string> = {}) =>
    app.anonymous('POST', '/api/session', { username, password }, headers)
  const as = (cookie: string) => (method: string, path: string, body?: unknown) =>
    app.anonymous(method, path, body, { cookie })
  const audit = async (action: string) =>
    (await app.audit.list(app.actor('admin1'), { action, size: 50 })).items.map(({ entityId }) => entityId)

  it('changes its password, and its other sessions end', async () => {
    const here = cookieOf(await signIn('agent1'))
    const elsewhere = cookieOf(await signIn('agent1'))
    const change = (current: string, chosen: string) =>
      as(here)('POST', '/api/account/password', { current, next: chosen })
    expect(code(await change('not it', next))).toBe('password.wrong')
    expect(code(await change(worldPassword, worldPassword))).toBe('password.unchanged')
    expect(code(await change(worldPassword, 'too short'))).toBe('password.too-short')
    expect(code(await change(worldPassword, 'I am Agent1 and like tea'))).toBe('password.contains-name')
    expect(code(await change(worldPassword, 'password12345'))).toBe('password.too-common')
    expect((await as(elsewhere)('GET', '/api/session')).status).toBe(200)
    expect((await change(worldPassword, next)).status).toBe(204)
    expect((await as(here)('GET', '/api/session')).status).toBe(200)
    expect((await as(elsewhere)('GET', '/api/session')).status).toBe(401)
    expect((await signIn('agent1')).status).toBe(401)
    expect((await signIn('agent1', next)).status).toBe(200)
    expect(await audit('password.changed')).toEqual([app.world.staff.agent1])
    expect(await audit('password.refused')).toEqual([app.world.staff.agent1])
  })

  it('counts wrong present passwords as tries', async () => {
    const cookie = cookieOf(await signIn('agent2'))
    const change = () => as(cookie)('POST', '/api/account/password', { current: 'guess', next })
    for (let at = 0; at < 8; at++) expect((await change()).status).toBe(403)
    expect(code(await change())).toBe('request.too-many')
  })

  it('sees where it is signed in and ends one of them, and nobody else’s', async () => {
    const here = cookieOf(await signIn('dispatcher1', worldPassword, { 'user-agent': 'Firefox at the desk' }))
    app.clock.advance(60_000)
    const elsewhere = cookieOf(await signIn('dispatcher1', worldPassword, { 'user-agent': 'Phone' }))
    const list = async () => {
      const { items } = (await as(here)('GET', '/api/account/sessions')).body as {
        items: { id: string; current: boolean; browser: string; openedAt: string }[]
      }
      return items
    }
    const items = await list()
    expect(items.map(({ browser, current }) => [browser, current])).toEqual([
      ['Phone', false],
      ['Firefox at the desk', true],
    ])
    expect(JSON.stringify(items)).not.toContain(here.split('=')[1]?.split('.')[0])
    const other = cookieOf(await signIn('supervisor1'))
    const id = items[0]?.id ?? ''
    expect(code(await as(other)('DELETE', `/api/account/sessions/${id}`))).toBe('session.not-found')
    expect((await as(here)('DELETE', `/api/account/sessions/${id}`)).status).toBe(204)
    expect((await as(elsewhere)('GET', '/api/session')).status).toBe(401)
    expect(await list()).toHaveLength(1)
  })

  it('signs out everywhere at once', async () => {
    const cookies = [cookieOf(await signIn('reviewer1')), cookieOf(await signIn('reviewer1'))]
    const answer = await as(cookies[0] ?? '')('DELETE', '/api/account/sessions')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toMatch(/session_token=;/)
    for (const cookie of cookies) expect((await as(cookie)('GET', '/api/session')).status).toBe(401)
    expect(await audit('session.ended')).toContain(app.world.staff.reviewer1)
  })

  it('gets a password for once from an administrator, ends everywhere, and does nothing before it has chosen another', async () => {
    const before = cookieOf(await signIn('hedong-1'))
    const id = app.world.staff['hedong-1']
    const path = `/api/staff/${id}/password`
    expect((await (await app.signIn('supervisor1'))('POST', path, {})).status).toBe(403)
    const admin = await app.signIn('admin1')
    expect(code(await admin('POST', '/api/staff/stf_none/password', {}))).toBe('staff.not-found')
    const reset = await admin('POST', path, {})
    const { oncePassword: password } = reset.body as { oncePassword: string }
    expect((await as(before)('GET', '/api/session')).status).toBe(401)
    expect((await signIn('hedong-1')).status).toBe(401)
    const opened = await signIn('hedong-1', password)
    expect(opened.body).toMatchObject({ pending: 'password', permissions: [] })
    const ask = as(cookieOf(opened))
    for (const closed of ['/api/tickets', '/api/staff', '/api/live', '/api/wallboard'])
      expect([closed, code(await ask('GET', closed))]).toEqual([closed, 'auth.password-change'])
    expect((await ask('GET', '/api/session')).body).toMatchObject({ pending: 'password' })
    expect((await ask('POST', '/api/account/password', { current: password, next })).status).toBe(204)
    expect((await ask('GET', '/api/session')).body).toMatchObject({ pending: null })
    expect((await ask('GET', '/api/tickets')).status).toBe(200)
    expect(await audit('password.reset')).toEqual([id])
    const rows = JSON.stringify(await app.db.q.select().from(app.db.t.audit))
    expect(rows).not.toContain(password)
    expect(rows).not.toContain(next)
  })

  it('that an administrator makes begins with another password than theirs', async () => {
    const admin = await app.signIn('admin1')
    const person = { username: 'new.agent', name: '新人', roles: ['agent'], unitId: app.world.units.city }
    expect(code(await admin('POST', '/api/staff', { ...person, password: 'password12345' }))).toBe(
      'password.too-common',
    )
    expect((await admin('POST', '/api/staff', { ...person, password: 'willow kettle 93' })).status).toBe(200)
    expect((await signIn('new.agent', 'willow kettle 93')).body).toMatchObject({ pending: 'password' })
  })
})

describe.each(engines)('a session’s token on %s', (engine) => {
  it('is stored as a hash, with which nobody signs in', async () => {
    const app = await createTestApp(engine)
    const cookie = cookieOf(
      await app.anonymous('POST', '/api/session', { username: 'agent1', password: worldPassword }),
    )
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? ''
    const rows = await app.db.q.select().from(app.db.t.authSession)
    expect(token.length).toBeGreaterThan(20)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
    const stolen = rows[0]?.token ?? ''
    expect(await app.access.sessions.check(stolen, true)).toBeNull()
    expect(await app.access.sessions.check(token, true)).not.toBeNull()
    await app.close()
  })
})
