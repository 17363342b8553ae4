import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { addressOf, contents, routesOf } from './samples.ts'

/** What anybody may ask. Everything else needs a sign-in, or the carrier's signature. */
const open = new Set(['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /api/openapi.json'])
/** Asked without a session by design: signing in (refuses what is no sign-in), signing out (does nothing). */
const session: Record<string, number> = {
  'POST /api/session': 422,
  'POST /api/session/code': 422,
  'DELETE /api/session': 204,
}

const codeOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'code' in body ? body.code : null

describe('every route of the program', () => {
  let app: TestApp
  let routes: { method: string; path: string }[]
  beforeAll(async () => {
    app = await createTestApp('sqlite')
    routes = routesOf(app)
  })
  afterAll(() => app.close())
  const isOpen = (method: string, path: string) => open.has(`${method} ${path}`) || `${method} ${path}` in session

  it('is found by the walk', () => {
    expect(routes.length).toBeGreaterThan(90)
    expect(routes.filter(({ method, path }) => isOpen(method, path))).toHaveLength(
      open.size + Object.keys(session).length,
    )
    expect(() => addressOf('/api/parcels/:parcelId')).toThrow('no sample value')
    expect(() => addressOf('/api/tickets/:id/parcels/:parcelId')).toThrow('no sample value')
  })

  it('refuses whoever is not signed in, whatever they send, and tells nothing', async () => {
    const before = await contents(app)
    for (const { method, path } of routes) {
      if (isOpen(method, path) || path.startsWith('/twilio/')) continue
      for (const cookie of [undefined, 'yixian.session_token=forged.AAAA', 'yixian.session_token=']) {
        const body = method === 'GET' || method === 'DELETE' ? undefined : {}
        const answer = await app.anonymous(method, addressOf(path), body, cookie === undefined ? {} : { cookie })
        expect([method, path, answer.status, codeOf(answer.body)]).toEqual([method, path, 401, 'auth.required'])
        expect(answer.headers.get('cache-control')).toBe('no-store')
        expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      }
    }
    expect(await contents(app)).toEqual(before)
  })

  it('of the carrier refuses what the carrier did not sign', async () => {
    const before = await contents(app)
    const carrier = routes.filter(({ path }) => path.startsWith('/twilio/'))
    expect(carrier.length).toBeGreaterThan(15)
    for (const { method, path } of [
      ...carrier,
      { method: 'GET', path: '/twilio/nothing' },
      { method: 'POST', path: '/twilio' },
    ]) {
      for (const signature of [undefined, '', 'short', `${'A'.repeat(27)}=`]) {
        const answer = await app.app.request(addressOf(path), {
          method,
          headers: {
            ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
            'content-type': 'application/x-www-form-urlencoded',
          },
          ...(method === 'POST' ? { body: 'CallSid=CA1&From=%2B8613800000000' } : {}),
        })
        expect([method, path, answer.status, codeOf(await answer.json())]).toEqual([
          method,
          path,
          403,
          'carrier.unsigned',
        ])
      }
    }
    expect(await contents(app)).toEqual(before)
  })

  it('that is open says nothing of citizens or staff', async () => {
    for (const name of open) {
      const [method = '', path = ''] = name.split(' ')
      const answer = await app.anonymous(method, path)
      expect([name, answer.status]).toEqual([name, 200])
      expect(JSON.stringify(answer.body)).not.toMatch(/\+86|孙文静|agent1/)
    }
    for (const [name, status] of Object.entries(session)) {
      const [method = '', path = ''] = name.split(' ')
      expect([name, (await app.anonymous(method, path, method === 'POST' ? {} : undefined)).status]).toEqual([
        name,
        status,
      ])
    }
  })

  it('that is unknown is 401 inside the API and 404 outside', async () => {
    expect((await app.anonymous('GET', '/api/no-such-thing')).status).toBe(401)
    expect((await app.anonymous('POST', '/api/auth/sign-in/username', {})).status).toBe(401)
    const ask = await app.signIn('agent1')
    expect(codeOf((await ask('GET', '/api/no-such-thing')).body)).toBe('request.not-found')
    expect(codeOf((await app.anonymous('GET', '/no-such-thing')).body)).toBe('request.not-found')
  })

  it('that changes something refuses a page of another site, even with our cookie', async () => {
    const ask = await app.signIn('admin1')
    const before = await contents(app)
    for (const { method, path } of routes) {
      if (method === 'GET' || path.startsWith('/twilio/')) continue
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
        { origin: 'http://localhost.evil.example' },
      ]) {
        const answer = await ask(method, addressOf(path), method === 'DELETE' ? undefined : {}, headers)
        expect([method, path, answer.status, codeOf(answer.body)]).toEqual([method, path, 403, 'auth.cross-site'])
      }
    }
    expect(await contents(app)).toEqual(before)
    expect(
      (await ask('GET', '/api/session', undefined, { origin: 'https://evil.example' })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull()
    const agent = await app.signIn('agent1')
    for (const headers of [
      {},
      { origin: app.services.config.publicUrl },
      { origin: app.services.config.publicUrl, 'sec-fetch-site': 'same-origin' },
    ])
      expect((await agent('POST', '/api/drafts', { content: {} }, headers)).status).toBe(200)
  })
})
