import { isAttended } from './attendance.ts'
import { noteDatabaseAway } from './database-watch.ts'
import { noteServerTime } from './server-time.ts'
import { Problem } from './problem.ts'

const patience = 30_000

/**
 * `fetch` for the console's own server: same-origin cookies (the server checks the origin of writes), at most 30 s, and every answer that is
 * not 2xx thrown as a `Problem`. An aborted request stays an AbortError. Give it to `hc(…, { fetch: http })`.
 */
export const http = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json, application/problem+json')
  // what the console reads by itself must not keep a session alive that nobody uses
  if (!isAttended()) headers.set('x-unattended', '1')
  const signal = init.signal
    ? AbortSignal.any([init.signal, AbortSignal.timeout(patience)])
    : AbortSignal.timeout(patience)
  const response = await send(input, { ...init, headers, signal, credentials: 'same-origin' })
  noteServerTime(response.headers.get('date'))
  if (!response.ok) {
    const problem = await readProblem(response)
    if (problem.code === 'database.away') noteDatabaseAway()
    throw problem
  }
  return response
}

/** One JSON exchange outside a typed client. Returns undefined for an empty answer. */
export const json = async <T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> => {
  const response = await http(path, {
    method,
    ...(signal && { signal }),
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return asBody<T>(response.status === 204 ? undefined : await response.json())
}

/** The problem that an answer carries; one without a JSON body still gets its status and request id. */
export const readProblem = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => ({}))
  const fields = typeof body === 'object' && body !== null ? { ...body } : {}
  return new Problem({ requestId: response.headers.get('x-request-id') ?? undefined, ...fields }, response.status)
}

const send = async (input: RequestInfo | URL, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(input, init)
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    const late = thrown instanceof DOMException && thrown.name === 'TimeoutError'
    // what was only read cannot have been done
    const lateCode = (init.method ?? 'GET') === 'GET' ? 'network.slow' : 'network.timeout'
    throw new Problem({ code: late ? lateCode : 'network.offline' }, 0, thrown)
  }
}

/** The caller names the DTO type of the route; the server parses every answer with that very DTO on its way out. */
const asBody = <T>(body: unknown): T => body as T
