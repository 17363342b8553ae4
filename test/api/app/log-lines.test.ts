import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../../api/platform/log.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { livesIn } from './samples.ts'

describe('the log of a refusal', () => {
  let app: TestApp
  let lines: Record<string, unknown>[] = []
  let raw = ''
  beforeAll(async () => {
    const log = createLog('info', {
      write: (line: string) => {
        raw += line
        lines.push(JSON.parse(line) as Record<string, unknown>)
      },
    })
    app = await createTestApp('sqlite', { log })
  })
  afterAll(() => app.close())

  it('is one line with request id, code and the route’s pattern, whatever is refused', async () => {
    const agent = await app.signIn('agent1')
    const ticket = await livesIn(app).open()
    const number = '13800001234'
    const note = { action: 'note', version: ticket.version, input: { text: '我家在老桥' } }
    await agent('POST', `/api/tickets/${ticket.id}/actions`, note)
    const cases: [
      status: number,
      code: string,
      route: string,
      asked: () => Promise<{ status: number; body: unknown }>,
    ][] = [
      [401, 'auth.required', '/api/citizens/:id', () => app.anonymous('GET', `/api/citizens/${number}`)],
      [
        401,
        'auth.wrong-password',
        '/api/session',
        () => app.anonymous('POST', '/api/session', { username: number, password: 'geheim-12345' }),
      ],
      [403, 'auth.forbidden', '/api/audit', () => agent('GET', '/api/audit')],
      [
        403,
        'auth.cross-site',
        '/api/drafts',
        () => agent('POST', '/api/drafts', {}, { origin: 'https://evil.example' }),
      ],
      [
        409,
        'ticket.conflict',
        '/api/tickets/:id/actions',
        () => agent('POST', `/api/tickets/${ticket.id}/actions`, note),
      ],
      [
        413,
        'request.too-large',
        '/api/drafts',
        () => agent('POST', '/api/drafts', { content: { text: number.repeat(99_999) } }),
      ],
      [
        415,
        'request.unsupported-type',
        '/api/drafts',
        () => agent('POST', '/api/drafts', '{}', { 'content-type': 'text/plain' }),
      ],
      [
        422,
        'request.invalid',
        '/api/tickets/by-number/:number',
        () => agent('GET', `/api/tickets/by-number/${number}`),
      ],
      [404, 'request.not-found', 'other', () => agent('GET', `/api/${number}/x`)],
      [405, 'request.method-not-allowed', 'other', () => agent('PUT', `/api/citizens/${number}`)],
    ]
    for (const [status, code, route, ask] of cases) {
      lines = []
      const answer = await ask()
      expect([code, answer.status, Reflect.get(Object(answer.body), 'code')]).toEqual([code, status, code])
      expect([code, lines]).toEqual([
        code,
        [
          {
            level: 30,
            time: expect.any(Number),
            msg: 'request refused',
            requestId: Reflect.get(Object(answer.body), 'requestId'),
            code,
            status,
            method: expect.stringMatching(/^[A-Z]+$/),
            route,
          },
        ],
      ])
    }
    const held = await Promise.all(
      Array.from({ length: 20 }, async () =>
        app.app.request('/api/live', { headers: { cookie: await app.cookieOf('agent1') } }),
      ),
    )
    lines = []
    expect((await agent('GET', '/api/live')).status).toBe(429)
    expect(lines).toMatchObject([{ code: 'request.too-many', status: 429, route: '/api/live' }])
    for (const answer of held) await answer.body?.cancel()
    expect(raw).not.toMatch(/13800001234|geheim|老桥|evil\.example/)
  })

  it('of a webhook is one line too, with the reason', async () => {
    lines = []
    const answer = await app.app.request('/twilio/voice/leg/8613800001234', { method: 'POST' })
    expect(answer.status).toBe(415)
    expect(lines).toMatchObject([
      {
        msg: 'webhook refused',
        reason: 'type',
        route: '/twilio/voice/leg/:id',
        requestId: answer.headers.get('x-request-id'),
      },
    ])
    expect(raw).not.toContain('8613800001234')
  })

  it('is counted by code and group', async () => {
    const figures = String((await app.anonymous('GET', '/metrics')).body)
    expect(figures).toContain('yixian_refusals_total{code="auth.wrong-password",group="/api/session"} 1')
    expect(figures).toContain('yixian_refusals_total{code="request.not-found",group="other"} 1')
  })
})
