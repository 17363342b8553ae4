import { afterEach, describe, expect, it, vi } from 'vitest'
import { safeReturn } from '../../../console/app/safe-return.ts'
import { http, json } from '../../../console/shared/http.ts'
import { errorOf, toProblem, type Problem } from '../../../console/shared/problem.ts'

const answer = (body: BodyInit | null, init: ResponseInit = {}) => {
  const sent: { url: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', (url: string, request: RequestInit) => {
    sent.push({ url, init: request })
    return Promise.resolve(new Response(body, init))
  })
  return sent
}
const problemOf = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => {
      throw new Error('was answered')
    },
    (thrown: unknown) => toProblem(thrown),
  )
afterEach(() => vi.unstubAllGlobals())

describe('http', () => {
  it('reads a problem with its fields, request id and extra members', async () => {
    const body = {
      type: 'about:blank',
      code: 'ticket.conflict',
      title: 'The ticket has changed',
      status: 409,
      requestId: 'req_1',
      current: { version: 4 },
      errors: [
        { path: 'place.text', code: 'tooLong', bound: 300, message: 'too long' },
        { path: 'x', message: 'no code' },
        'junk',
      ],
    }
    answer(JSON.stringify(body), { status: 409 })
    const problem = await problemOf(http('/api/tickets/1'))
    expect(problem).toMatchObject({
      code: 'ticket.conflict',
      status: 409,
      title: 'The ticket has changed',
      requestId: 'req_1',
      extra: { current: { version: 4 } },
    })
    expect(errorOf(problem, 'place.text')).toMatchObject({ code: 'tooLong', bound: 300 })
    expect(problem.errors).toHaveLength(1)
  })
  it('makes a problem of an answer that is none', async () => {
    answer('<html>Bad gateway</html>', { status: 502, headers: { 'x-request-id': 'req_2' } })
    expect(await problemOf(http('/x'))).toMatchObject({ code: 'internal', status: 502, requestId: 'req_2' })
    answer('[]', { status: 404 })
    expect(await problemOf(http('/x'))).toMatchObject({ code: 'request.failed', status: 404 })
  })
  it('tells a lost line from a slow server and leaves an abort alone', async () => {
    const failing = (thrown: unknown) => vi.stubGlobal('fetch', () => Promise.reject(thrown))
    failing(new TypeError('Failed to fetch'))
    expect(await problemOf(http('/x'))).toMatchObject({ code: 'network.offline', status: 0 })
    failing(new DOMException('late', 'TimeoutError'))
    expect(await problemOf(http('/x'))).toMatchObject({ code: 'network.slow' })
    expect(await problemOf(http('/x', { method: 'POST' }))).toMatchObject({ code: 'network.timeout' })
    failing(new DOMException('gone', 'AbortError'))
    await expect(http('/x')).rejects.toMatchObject({ name: 'AbortError' })
  })
  it('sends JSON, and cookies to its own origin only', async () => {
    const sent = answer('{"a":1}')
    await json('GET', '/x')
    await json('POST', '/x', { text: '路灯' })
    expect(sent.map(({ init }) => new Headers(init.headers).get('content-type'))).toEqual([null, 'application/json'])
    expect(sent.map(({ init }) => init.credentials)).toEqual(['same-origin', 'same-origin'])
    expect(sent[1]?.init.body).toBe('{"text":"路灯"}')
  })
  it('takes an empty answer', async () => {
    answer(null, { status: 204 })
    expect(await json('DELETE', '/x')).toBeUndefined()
  })
})

it.each([
  ['/tickets?q=1', '/tickets?q=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?to=/x', '/'],
  [undefined, '/'],
])('after signing in, %s leads to %s', (to, path) => {
  expect(safeReturn(to)).toBe(path)
})
