import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { addressOf, livesIn, routesOf } from './samples.ts'

const words = 'disk I/O error near +8613800001234 in /srv/yixian/data/yixian.db'

/** A query that may be built on and on, and fails when it is asked, as an engine's does. */
const failing = (): unknown =>
  new Proxy(() => {}, {
    get: (_, key) =>
      key === 'then'
        ? (done: (value: never) => unknown, failed: (error: unknown) => unknown) =>
            Promise.reject(new Error(words)).then(done, failed)
        : failing(),
    apply: () => failing(),
  })

describe('an error nobody foresaw', () => {
  let app: TestApp
  let broken = false
  beforeAll(async () => {
    app = await createTestApp('sqlite', {
      wrapDb: (db) =>
        new Proxy(db, {
          get: (target, key) => {
            if (broken && (key === 'q' || key === 'tx')) return failing()
            return Reflect.get(target, key, target)
          },
        }),
    })
    await livesIn(app).open()
    // Signed in before the database breaks, and believed since.
    expect((await (await app.signIn('supervisor1'))('GET', '/api/session')).status).toBe(200)
    broken = true
  })
  afterAll(async () => {
    broken = false
    await app.close()
  })

  it('answers `internal` with a request id and nothing of itself, on every route', async () => {
    const ask = await app.signIn('supervisor1')
    let failed = 0
    for (const { method, path } of routesOf(app)) {
      if (path.startsWith('/twilio/') || path === '/api/live' || !path.startsWith('/api/')) continue
      const body = path === '/api/drafts' ? { content: {} } : { username: 'agent1', password: 'x' }
      const answer = await ask(method, addressOf(path), method === 'GET' || method === 'DELETE' ? undefined : body)
      if (answer.status < 500) continue
      failed += 1
      expect([method, path, answer.status]).toEqual([method, path, 500])
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.body).toEqual({
        type: 'urn:yixian:problem:internal',
        title: 'Unexpected error',
        status: 500,
        instance: addressOf(path),
        code: 'internal',
        requestId: expect.stringMatching(/^req_/),
      })
    }
    expect(failed).toBeGreaterThan(20)
  })

  it('is told as such to whoever watches', async () => {
    expect((await app.anonymous('GET', '/readyz')).body).toEqual({ status: 'database unreachable' })
    expect((await app.anonymous('GET', '/healthz')).status).toBe(200)
  })

  it('does not leave by the live stream', async () => {
    const answer = await app.app.request('/api/live', { headers: { cookie: await app.cookieOf('supervisor1') } })
    expect(await answer.text()).not.toContain('disk I/O')
  })
})
