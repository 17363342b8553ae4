import { serve, type ServerType } from '@hono/node-server'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAddress } from '../../../api/platform/server/client-address.ts'
import { consoleFiles } from '../../../api/platform/server/console-files.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { worldPassword } from '../../support/world.ts'

const listening = (fetch: TestApp['app']['fetch']) =>
  new Promise<{ server: ServerType; port: number }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ server, port }))
  })

/** A request whose path goes out exactly as written: no client tidies it up first. */
const raw = (
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = ask(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => (text += chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    sent.on('error', reject)
    sent.end(options.body)
  })

describe('the address a request comes from', () => {
  it.each([
    ['10.0.0.1', undefined, 0, '10.0.0.1'],
    ['10.0.0.1', '203.0.113.7', 0, '10.0.0.1'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
    ['10.0.0.1', '203.0.113.7', 1, '203.0.113.7'],
    ['10.0.0.1', '6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
    ['10.0.0.1', '6.6.6.6, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['10.0.0.1', '203.0.113.7', 2, '10.0.0.1'],
    ['10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['10.0.0.1', '', 1, '10.0.0.1'],
    ['10.0.0.1', '203.0.113.7:51234', 1, '203.0.113.7'],
    ['10.0.0.1', '[2001:db8::7]:51234', 1, '2001:db8::7'],
    ['10.0.0.1', '2001:db8::7', 1, '2001:db8::7'],
  ])('%s with %j and %i trusted proxies is %s for the limit', (socket, forwarded, trusted, address) => {
    expect(clientAddress(socket, forwarded, trusted)).toBe(address)
  })
})

describe('the surface of the whole program', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp('sqlite', { config: { publicUrl: 'https://hotline.example' } })
  })
  afterAll(() => app.close())

  it('gives every answer headers that keep it from being framed, sniffed or carried elsewhere', async () => {
    for (const path of ['/healthz', '/api/session', '/api/openapi.json', '/no-such-page']) {
      const { headers } = await app.anonymous('GET', path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'strict-transport-security': expect.stringMatching(/max-age=\d{7,}/),
        'content-security-policy': expect.stringMatching(/default-src 'self'.*frame-ancestors 'none'/),
        'x-request-id': expect.stringMatching(/^req_/),
      })
      expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe|\*/)
      expect(headers.get('content-security-policy')).toMatch(/style-src 'self'(;|$)/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
      expect(headers.get('permissions-policy')).toContain('microphone=(self)')
      expect(headers.get('permissions-policy')).toContain('geolocation=()')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('keeps answers of the API out of every cache', async () => {
    const agent = await app.signIn('agent1')
    for (const path of ['/api/session', '/api/tickets', '/api/units', '/api/softphone/token'])
      expect([path, (await agent('GET', path)).headers.get('cache-control')]).toEqual([path, 'no-store'])
  })

  it('hands out a cookie that scripts cannot read, other sites do not send, and plain HTTP does not carry', async () => {
    const answer = await app.anonymous('POST', '/api/session', { username: 'agent1', password: worldPassword })
    const cookies = answer.headers.getSetCookie().filter((cookie) => cookie.includes('session_token'))
    expect(cookies).toHaveLength(1)
    for (const attribute of [/^__Secure-/, /; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i, /; Path=\//i])
      expect(cookies[0]).toMatch(attribute)
    expect(JSON.stringify(answer.body)).not.toMatch(/token|password/i)
  })

  it('gives a file out as what it is, locked in, under a harmless name', async () => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], '报告";\r\nx-evil: 1.pdf'))
    const { cookie } = { cookie: (await app.cookieOf('agent1')).replace('yixian.', '__Secure-yixian.') }
    const up = await app.app.request('/api/attachments', { method: 'POST', body: form, headers: { cookie } })
    expect(up.status).toBe(200)
    const id = String(Reflect.get(Object(await up.json()), 'id'))
    const down = await app.app.request(`/api/attachments/${id}`, { headers: { cookie } })
    expect(Object.fromEntries(down.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''%E6%8A%A5%E5%91%8A/,
      ),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': expect.stringContaining('private'),
    })
    expect(down.headers.get('x-evil')).toBeNull()
  })
})

describe('sign-in tries behind a proxy', () => {
  const wrong = JSON.stringify({ username: 'agent1', password: 'guess' })
  /** Eight wrong tries from one address, and then: what the same and another address are told. */
  const outcome = async (trustProxy: number) => {
    const app = await createTestApp('sqlite', { config: { trustProxy } })
    const { server, port } = await listening(app.app.fetch)
    const tryFrom = async (forwarded: string) =>
      (
        await raw(port, '/api/session', {
          method: 'POST',
          body: wrong,
          headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
        })
      ).status
    for (let i = 0; i < 8; i++) await tryFrom(`198.51.100.${i}, 203.0.113.7`)
    const told = [await tryFrom('203.0.113.7'), await tryFrom('203.0.113.8')]
    await new Promise((resolve) => server.close(resolve))
    await app.close()
    return told
  }

  it('count by the address that the trusted proxy saw, whatever the client writes before it', async () => {
    expect(await outcome(1)).toEqual([429, 401])
  })

  it('count by the connection where no proxy is trusted', async () => {
    expect(await outcome(0)).toEqual([429, 429])
  })
})

describe('the console’s files', () => {
  let folder: string
  let server: ServerType
  let port: number
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yixian-console-'))
    await mkdir(join(folder, 'console', 'assets'), { recursive: true })
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(folder, 'console', 'index.html'), '<!doctype html>page')
    await writeFile(join(folder, 'console', 'assets', 'app.js'), 'script')
    await symlink(join(folder, 'secret.txt'), join(folder, 'elsewhere.txt'))
    const files = await listening(consoleFiles(join(folder, 'console')).fetch)
    server = files.server
    port = files.port
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await rm(folder, { recursive: true, force: true })
  })

  it('are served, and the page for every address of a page', async () => {
    expect(await raw(port, '/assets/app.js')).toEqual({ status: 200, text: 'script' })
    expect(await raw(port, '/tickets/1', { headers: { accept: 'text/html' } })).toEqual({
      status: 200,
      text: '<!doctype html>page',
    })
    expect((await raw(port, '/api/tickets', { headers: { accept: 'text/html' } })).status).toBe(404)
    expect((await raw(port, '/assets/none.js', { headers: { accept: 'text/html' } })).status).toBe(404)
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/assets/..%252f..%252fsecret.txt',
    '//secret.txt',
    '/....//secret.txt',
    '/assets/%c0%ae%c0%ae/secret.txt',
    '/%00/../secret.txt',
    '/../elsewhere.txt',
    '/assets/app.js%00.html',
    '/../../../../../../etc/passwd',
  ])('are all that %s can reach', async (path) => {
    const answer = await raw(port, path)
    expect([
      path,
      answer.text.includes('secret') && !answer.text.includes('urn:'),
      answer.text.includes('root:'),
      answer.status < 500,
    ]).toEqual([path, false, false, true])
  })
})
