import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { listening, type Listening } from '../../support/listening.ts'
import { addressOf, routesOf } from './samples.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

describe('the manners of HTTP', () => {
  let app: TestApp
  let server: Listening
  let cookie: string
  beforeAll(async () => {
    app = await createTestApp('sqlite')
    server = await listening(app)
    cookie = await app.cookieOf('supervisor1')
  })
  afterAll(async () => {
    await server.close()
    await app.close()
  })

  const head = (first: string, headers: Record<string, string>) =>
    `${first} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`
  const json = 'application/json'
  const chunked = { 'transfer-encoding': 'chunked', 'content-type': json }
  const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`

  it('name the methods of an address to whoever uses another, from the routes themselves', async () => {
    const ask = await app.signIn('supervisor1')
    const routes = routesOf(app).filter(({ path }) => path.startsWith('/api/'))
    const addresses = new Set(routes.map(({ path }) => addressOf(path)))
    expect(addresses.size).toBeGreaterThan(60)
    for (const path of addresses) {
      // A fixed word and a parameter may share an address.
      const at = routes.filter((one) => new RegExp(`^${one.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
      const taken = new Set(at.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))
      for (const method of methods.filter((one) => !taken.has(one))) {
        const answer = await ask(method, path)
        expect([method, path, answer.status, answer.headers.get('allow')]).toEqual([
          method,
          path,
          405,
          [...taken].toSorted().join(', '),
        ])
        expect(answer.body).toMatchObject({ code: 'request.method-not-allowed' })
      }
    }
    expect((await app.app.request('/healthz', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
    expect((await ask('POST', '/api/no-such-thing', {})).status).toBe(404)
    expect((await app.app.request('/tickets/1', { method: 'DELETE' })).status).toBe(404)
  })

  it.each([
    ['announced', 'POST /api/drafts', { 'content-length': '9000000', 'content-type': json }, 'x'.repeat(100_000)],
    ['in parts', 'POST /api/drafts', chunked, chunk.repeat(10)],
    [
      'a file',
      'POST /api/attachments',
      { 'content-length': '99000000', 'content-type': 'multipart/form-data; boundary=x' },
      'x',
    ],
    [
      'a webhook’s',
      'POST /twilio/messages/incoming',
      { 'content-length': '900000', 'content-type': 'application/x-www-form-urlencoded' },
      'x',
    ],
  ])('close the connection after a body that is too large, %s; the answer arrives', async (_, first, headers, body) => {
    const line = await server.line()
    line.send(head(first, headers))
    line.send(body)
    const answer = await line.until('request.too-large')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/\r\nconnection: close\r\n/i)
    // What is still on its way resets nothing: the end is said, and the rest taken.
    for (let part = 0; part < 20; part++) line.send(headers === chunked ? chunk : 'x'.repeat(65_536))
    expect(await line.end()).toBe(answer)
    line.socket.destroy()
  })

  it('let a client go on after it: the next request has a connection of its own', async () => {
    for (let round = 0; round < 3; round++) {
      const refused = await fetch(`${server.url}/api/drafts`, {
        method: 'POST',
        body: JSON.stringify({ content: { text: 'x'.repeat(3_000_000) } }),
        headers: { cookie, 'content-type': json },
      })
      expect([refused.status, refused.headers.get('connection')]).toEqual([413, 'close'])
      expect(await refused.json()).toMatchObject({ code: 'request.too-large' })
      expect((await fetch(`${server.url}/api/session`, { headers: { cookie } })).status).toBe(200)
    }
  })

  it('close it too where a refusal came before the body', async () => {
    const line = await server.line()
    line.send(
      'POST /api/attachments HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n\r\n',
    )
    const answer = await line.until('auth.required')
    expect(answer).toMatch(/\r\nconnection: close\r\n/i)
    line.socket.destroy()
  })

  it('keep it where the body was read, or there is none', async () => {
    const line = await server.line()
    line.send(`${head('POST /api/drafts', { 'content-length': '2', 'content-type': json })}{}`)
    expect(await line.until('request.invalid')).not.toMatch(/connection: close/i)
    line.send(head('GET /api/session', {}))
    expect(await line.until('"permissions"')).not.toMatch(/connection: close/i)
    line.send(`POST /api/drafts HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n{}`)
    expect(await line.until('auth.required')).not.toMatch(/connection: close/i)
    line.socket.destroy()
  })

  it('say when to come back', async () => {
    const held = await Promise.all(
      Array.from({ length: 20 }, async () => app.app.request('/api/live', { headers: { cookie } })),
    )
    const refused = await app.app.request('/api/live', { headers: { cookie } })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15'])
    for (const answer of held) await answer.body?.cancel()
  })
})
