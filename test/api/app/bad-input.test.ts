import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type Answer, type Ask, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { operationsOf, type Operation } from '../../support/openapi.ts'
import { addressOf, contents, livesIn, routesOf } from './samples.ts'

const codeOf = (answer: Answer): unknown =>
  typeof answer.body === 'object' && answer.body !== null && 'code' in answer.body ? answer.body.code : null

/** A refusal as every refusal must be: RFC 9457, a code, a request id, not stored, and nothing of the program's inside. */
const refused = (name: string, answer: Answer, status?: number) => {
  expect([name, answer.status < 400 || answer.status >= 500, answer.body]).toEqual([name, false, expect.anything()])
  if (status !== undefined) expect([name, answer.status, answer.body]).toEqual([name, status, expect.anything()])
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.body).toMatchObject({
    type: `urn:yixian:problem:${String(codeOf(answer))}`,
    title: expect.any(String),
    status: answer.status,
    requestId: expect.stringMatching(/^req_/),
  })
  expect(answer.headers.get('x-request-id')).toBe(Reflect.get(Object(answer.body), 'requestId'))
  expect(JSON.stringify(answer.body)).not.toMatch(
    /\bat [\w.]+ \(|node_modules|\.ts:\d|SqliteError|Failed query|SyntaxError|RangeError|\[object/,
  )
}

/** Takes JSON: files have tests of their own. */
const hasBody = ({ spec }: Operation) => JSON.stringify(spec['requestBody'] ?? '').includes('"application/json"')
const isWrite = (method: string) => ['POST', 'PUT', 'PATCH'].includes(method)

describe.each(engines)('bad input to the whole program on %s', (engine) => {
  let app: TestApp
  let ask: Ask
  let operations: Operation[]
  let before: Record<string, unknown>
  beforeAll(async () => {
    app = await createTestApp(engine)
    await livesIn(app).handling()
    ask = await app.signIn('supervisor1')
    operations = operationsOf((await app.anonymous('GET', '/api/openapi.json')).body)
    before = await contents(app)
  })
  afterAll(() => app.close())
  const writes = () =>
    routesOf(app).filter(
      ({ method, path }) => isWrite(method) && path.startsWith('/api/') && path !== '/api/attachments',
    )
  const withBody = () =>
    operations
      .filter((one) => isWrite(one.method) && hasBody(one))
      .map(({ method, path }) => ({ method, path: addressOf(`/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`) }))

  // No engine is reached: one is enough.
  it.skipIf(engine === 'postgres')(
    'refuses a body that cannot be read, is too large, too deep, or not text',
    async () => {
      expect(writes().length).toBeGreaterThan(30)
      for (const { method, path } of writes()) {
        const send = async (what: string, status: number, body: string | Uint8Array<ArrayBuffer>) => {
          const answer = await app.app.request(addressOf(path), {
            method,
            body,
            headers: { cookie: await app.cookieOf('supervisor1'), 'content-type': 'application/json; charset=utf-8' },
          })
          refused(
            `${method} ${path}: ${what}`,
            { status: answer.status, headers: answer.headers, body: await answer.json() },
            status,
          )
        }
        await send('cut off', 400, '{"text":')
        await send('not JSON', 400, "{text: 'x'}")
        await send('invalid UTF-8', 400, new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d]))
        await send('1 MB', 413, JSON.stringify({ text: 'x'.repeat(1_000_000) }))
        await send('deep lists', 422, '['.repeat(100_000) + ']'.repeat(100_000))
        await send('deep objects', 422, '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000))
        await send('a NUL', 422, '{"text":"a\\u0000b"}')
        await send('a NUL in a name', 422, '{"a\\u0000b":1}')
        await send('half a character', 422, '{"text":"\\ud83d"}')
      }
      expect(await contents(app)).toEqual(before)
    },
  )

  it('refuses bodies of another shape', async () => {
    expect(withBody().length).toBeGreaterThan(20)
    for (const { method, path } of withBody()) {
      for (const body of [
        'null',
        '[]',
        '"text"',
        '7',
        'true',
        { nobody: 1 },
        { __proto__: null, constructor: 1 },
        '{"__proto__":{"admin":true}}',
      ])
        refused(`${method} ${path}: ${JSON.stringify(body)}`, await ask(method, path, body), 422)
      refused(
        `${method} ${path}: a form`,
        await ask(method, path, 'text=x', { 'content-type': 'application/x-www-form-urlencoded' }),
        415,
      )
      refused(`${method} ${path}: no type`, await ask(method, path, '{}', { 'content-type': 'text/plain' }), 415)
      refused(`${method} ${path}: packed`, await ask(method, path, '{}', { 'content-encoding': 'gzip' }), 415)
    }
    expect(await contents(app)).toEqual(before)
  })

  it('names the fields that are wrong', async () => {
    const answer = await ask('POST', '/api/tickets', { channel: 'pigeon', text: '', citizenId: 7, nobody: true })
    refused('a ticket', answer, 422)
    const errors: unknown = Reflect.get(Object(answer.body), 'errors')
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'channel' }),
        expect.objectContaining({ path: 'citizenId' }),
      ]),
    )
  })

  it('never breaks on any JSON at all', async () => {
    const named = fc.record(
      Object.fromEntries(
        [
          'text',
          'action',
          'version',
          'input',
          'content',
          'phone',
          'reason',
          'name',
          'username',
          'roles',
          'matterCode',
          'citizenId',
          'to',
          'next',
          'claim',
          'items',
          'note',
        ].map((name) => [name, fc.jsonValue()]),
      ),
      { requiredKeys: [] },
    )
    const all = withBody()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.oneof(fc.jsonValue(), named), async ({ method, path }, body) => {
        const answer = await ask(method, path, JSON.stringify(body))
        if (answer.status >= 400) refused(`${method} ${path}`, answer)
        else
          expect([
            '/api/triage/propose',
            '/api/tickets/alike',
            '/api/tickets/plans',
            '/api/tickets/search',
            '/api/drafts',
          ]).toContain(path)
      }),
      { numRuns: 150 },
    )
  })

  it('never breaks on any address or question', async () => {
    const reads = operations.filter(({ method, path }) => method === 'GET' && path !== '/live')
    const odd = [
      '%00',
      '%ff',
      '%ed%a0%80',
      'x'.repeat(3_000),
      '-1',
      '1e400',
      'NaN',
      '%27%3B--',
      '%E2%80%AE',
      '../..',
      '%2e%2e%2f',
      'WzFlOTksIngiXQ',
      'WyIyMDI2LTAxLTAxVDAwOjAwOjAwWiIsImFcdTAwMDAiXQ',
      '2026-13-40',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '%F0%9F%98%80',
      '%',
      '',
    ]
    for (const { method, path, spec } of reads) {
      const parameters = Array.isArray(spec['parameters'])
        ? spec['parameters'].map((one: unknown) => ({
            name: String(Reflect.get(Object(one), 'name')),
            in: String(Reflect.get(Object(one), 'in')),
          }))
        : []
      const sample = addressOf(`/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
      for (const value of odd) {
        for (const { name } of parameters.filter((one) => one.in === 'query')) {
          const address = `${sample}?${name}=${value}`
          const answer = await ask(method, address)
          if (answer.status >= 400) refused(address, answer)
        }
        if (!path.includes('{')) continue
        const address = `/api${path.replaceAll(/\{\w+\}/g, value)}`
        const answer = await app.app.request(address, { headers: { cookie: await app.cookieOf('supervisor1') } })
        expect([address, answer.status < 500]).toEqual([address, true])
      }
      for (const question of ['nobody=1', 'size=1&size=2', 'cursor=%00', 'size=0'])
        if (parameters.some((one) => one.in === 'query'))
          refused(`${path}?${question}`, await ask(method, `${sample}?${question}`))
    }
    expect(await contents(app)).toEqual(before)
  })

  it('takes files for what they are', async () => {
    const upload = async (form: FormData | string, headers: Record<string, string> = {}) => {
      const answer = await app.app.request('/api/attachments', {
        method: 'POST',
        body: form,
        headers: { cookie: await app.cookieOf('supervisor1'), ...headers },
      })
      return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown }
    }
    const form = (name: string, bytes: Uint8Array<ArrayBuffer>, field = 'file') => {
      const made = new FormData()
      made.append(field, new File([bytes], name, { type: 'image/png' }))
      return made
    }
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
    const html = new TextEncoder().encode('<script>alert(1)</script>')
    refused('a page that says it is a picture', await upload(form('a.png', html)), 422)
    refused('nothing', await upload(form('a.png', new Uint8Array())), 422)
    refused('another field', await upload(form('a.png', png, 'files')), 422)
    refused(
      'a broken form',
      await upload('--x\r\nnonsense', { 'content-type': 'multipart/form-data; boundary=x' }),
      400,
    )
    refused('no form', await upload('{}', { 'content-type': 'application/json' }), 415)
    refused('11 MB', await upload(form('a.png', new Uint8Array(11 * 1024 * 1024))), 413)
    expect(await contents(app)).toEqual(before)
    const taken = await upload(form('../../etc/照片\u202Egnp.👨‍👩‍👧"\r\n.png', png))
    expect(taken).toMatchObject({ status: 200, body: { name: expect.not.stringMatching(/[/\\"\r\n\u202E\0]/) } })
  })

  it('keeps every character of what people write', async () => {
    const text =
      '👨‍👩‍👧‍👦 楼下 e\u0301\u0323 Å ﷺ العربية עברית \u202Eabc\u202C 𠮷野家 ไทย \u{1F1E8}\u{1F1F3} \uFEFF<b>&amp;\'";--\\ %00 \t\r\nnew line'
    const { id: citizenId } = await livesIn(app).citizen('+8613900000099')
    const agent = await app.signIn('agent1')
    const filed = await agent('POST', '/api/tickets', {
      channel: 'call',
      text,
      citizenId,
      matterCode: 'municipal.water.bill',
    })
    expect(filed.body).toMatchObject({ request: text })
    const path = `/api/tickets/${String(Reflect.get(Object(filed.body), 'id'))}`
    const version = Number(Reflect.get(Object(filed.body), 'version'))
    expect(
      (await agent('POST', `${path}/actions`, { action: 'note', version, input: { text, visibility: 'unit' } })).status,
    ).toBe(200)
    expect((await agent('GET', path)).body).toMatchObject({ request: text })
    expect((await agent('GET', `${path}/timeline`)).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ type: 'note', text })]),
    })
    expect((await agent('POST', '/api/drafts', { content: { text, 楼: [text] } })).body).toMatchObject({
      content: { text, 楼: [text] },
    })
    expect((await agent('PATCH', `/api/citizens/${citizenId}`, { note: text })).body).toMatchObject({
      note: text.trim(),
    })
  })
})
