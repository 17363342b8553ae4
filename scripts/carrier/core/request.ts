import type { CarrierClock } from './clock.ts'
import type { Work } from './work.ts'
import { signature } from './signature.ts'

export type Method = 'GET' | 'POST'

/** What came back from one HTTP exchange, or the kind of failure a retry policy speaks of. */
export type Exchange =
  | { kind: 'answer'; status: number; type: string | null; body: string; location: string | null; cookies: string[] }
  | { kind: 'failed'; on: 'ct' | 'rt'; code: number; message: string }

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export type RequestParts = {
  url: string
  method: Method
  params: Record<string, string>
  token: string
  cookies: string
  /** Signs as the account; faults replace it. */
  sign: (url: string, params: Record<string, string>) => string
  timeoutMs: number
}

const addQuery = (url: string, params: Record<string, string>): string => {
  const query = new URLSearchParams(params).toString()
  if (query === '') return url
  return url + (url.includes('?') ? '&' : '?') + query
}

/** The signature function for an auth token. */
export const signer =
  (authToken: () => string): RequestParts['sign'] =>
  (url, params) =>
    signature(authToken(), url, params)

const failure = (problem: unknown): Exchange => {
  const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause : problem
  const message = cause instanceof Error ? cause.message : String(cause)
  if (/certificate|SSL|TLS/i.test(message)) return { kind: 'failed', on: 'ct', code: 11220, message }
  return { kind: 'failed', on: 'ct', code: 11205, message: message || 'connection failed' }
}

/** Sends one signed request and waits for the whole answer, at most `timeoutMs`. Never throws. */
export const exchange = async (
  deps: { clock: CarrierClock; work: Work; fetch: Fetch },
  parts: RequestParts,
): Promise<Exchange> => {
  const post = parts.method === 'POST'
  const url = post ? parts.url : addQuery(parts.url, parts.params)
  const headers: Record<string, string> = {
    'X-Twilio-Signature': parts.sign(url, post ? parts.params : {}),
    'I-Twilio-Idempotency-Token': parts.token,
    'User-Agent': 'TwilioProxy/1.1 (practice carrier)',
    Accept: '*/*',
  }
  if (post) headers['Content-Type'] = 'application/x-www-form-urlencoded; charset=UTF-8'
  if (parts.cookies !== '') headers['Cookie'] = parts.cookies
  const abort = new AbortController()
  const send = async (): Promise<Exchange> => {
    try {
      const init: RequestInit = { method: parts.method, headers, redirect: 'manual', signal: abort.signal }
      if (post) init.body = new URLSearchParams(parts.params).toString()
      const answer = await deps.fetch(url, init)
      return {
        kind: 'answer',
        status: answer.status,
        type: answer.headers.get('content-type'),
        body: await answer.text(),
        location: answer.headers.get('location'),
        cookies: answer.headers.getSetCookie(),
      }
    } catch (problem) {
      return failure(problem)
    }
  }
  return new Promise((resolve) => {
    const cutOff = deps.clock.after(parts.timeoutMs, () => {
      resolve({ kind: 'failed', on: 'rt', code: 11200, message: `no answer within ${parts.timeoutMs} ms` })
      abort.abort()
    })
    void deps.work.track(send()).then((result) => {
      cutOff.cancel()
      resolve(result)
    })
  })
}
