import type { CarrierClock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { CarrierLog } from './log.ts'
import type { Random } from './random.ts'
import type { Work } from './work.ts'
import { callbackUrl } from './callback-url.ts'
import type { Exchange, Fetch, Method } from './request.ts'
import { exchange, signer } from './request.ts'

/** A webhook to send. `control` waits for TwiML; `event` only reports. `about` is the SID it concerns. */
type Delivery = {
  url: string
  method: Method
  params: Record<string, string>
  purpose: 'control' | 'event'
  about: string
}

export type Answer = { status: number; type: string | null; body: string; url: string }
type Outcome = { ok: true; answer: Answer } | { ok: false; code: number; message: string }

export type DeliverDeps = {
  clock: CarrierClock
  work: Work
  fetch: Fetch
  faults: Faults
  log: CarrierLog
  random: Random
  authToken: () => string
  /** Sends an undocumented parameter along with about one webhook in four. */
  undocumented: boolean
}

/** Sends one webhook with retries; returns the last answer, whatever its status, or why there was none. Never throws. */
export type Deliver = (delivery: Delivery, token?: string) => Promise<Outcome>

const maxRedirects = 10

/** Cookies a server set, per call or message; small and forgotten oldest first. */
const createJar = (): { get(about: string): string; put(about: string, cookies: string[]): void } => {
  const jar = new Map<string, Map<string, string>>()
  return {
    get: (about) => [...(jar.get(about) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
    put: (about, cookies) => {
      if (cookies.length === 0) return
      const kept = jar.get(about) ?? new Map<string, string>()
      for (const cookie of cookies) {
        const [name, value] = (cookie.split(';')[0] ?? '').split('=', 2)
        if (name !== undefined && value !== undefined) kept.set(name.trim(), value.trim())
      }
      jar.set(about, kept)
      const oldest = jar.size > 500 ? jar.keys().next().value : undefined
      if (oldest !== undefined) jar.delete(oldest)
    },
  }
}

/** What an event is about, for the one line of the log. */
const subjectOf = (params: Record<string, string>): string => {
  const names = [
    'StatusCallbackEvent',
    'MessageStatus',
    'RecordingStatus',
    'TranscriptionEvent',
    'QueueResult',
    'Digits',
    'SpeechResult',
    'CallStatus',
    'SmsStatus',
  ]
  const name = names.find((one) => (params[one] ?? '') !== '')
  return name === undefined ? '' : ` (${params[name]})`
}

const retryable = (result: Exchange, on: ReadonlySet<string>): boolean => {
  if (result.kind === 'failed') return on.has(result.on)
  if (result.status >= 500) return on.has('5xx')
  return result.status >= 400 && on.has('4xx')
}

/** Delivers webhooks as Twilio does: signed, with repeats under one token, redirects, cookies, and whatever faults are switched on. */
export const createDeliver = (deps: DeliverDeps): Deliver => {
  const jar = createJar()
  const honest = signer(deps.authToken)
  const once = async (delivery: Delivery, url: string, token: string, timeoutMs: number): Promise<Exchange> => {
    for (const kind of ['refused', 'tls'] as const) {
      if (deps.faults.take(kind, url) !== null)
        return { kind: 'failed', on: 'ct', code: kind === 'tls' ? 11220 : 11205, message: `fault: ${kind}` }
    }
    const sign = deps.faults.take('wrong-signature', url)
      ? (): string => Buffer.from(deps.random.hex(20)).toString('base64')
      : deps.faults.take('bad-url', url)
        ? (at: string, params: Record<string, string>): string =>
            honest(at.replace(/^(https?:\/\/)[^/]+/, '$1inside.proxy'), params)
        : honest
    const parts = { url, method: delivery.method, params: delivery.params, token, sign, timeoutMs }
    return exchange(deps, { ...parts, cookies: jar.get(delivery.about) })
  }
  const follow = async (
    delivery: Delivery,
    start: string,
    token: string,
    timeoutMs: number,
  ): Promise<[Exchange, string]> => {
    let url = start
    let current = delivery
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      const result = await once(current, url, token, timeoutMs)
      if (result.kind === 'answer') jar.put(delivery.about, result.cookies)
      const moved = result.kind === 'answer' && result.status >= 300 && result.status < 400 ? result.location : null
      const next = moved === null ? null : URL.parse(moved, url)
      if (result.kind !== 'answer' || next === null) return [result, url]
      url = next.href
      if (result.status !== 307 && result.status !== 308) current = { ...current, method: 'GET' }
    }
    return [{ kind: 'failed', on: 'ct', code: 11215, message: 'too many redirects' }, url]
  }
  return async (wanted, token = deps.random.uuid()) => {
    const target = callbackUrl(wanted.url)
    if ('code' in target) {
      deps.log.add('error', wanted.about, target.message, { url: wanted.url }, target.code)
      return { ok: false, ...target }
    }
    const extra =
      deps.undocumented && deps.random.next() < 0.25
        ? { [`Undocumented${deps.random.hex(4)}`]: deps.random.hex(8) }
        : {}
    const delivery = { ...wanted, params: { ...wanted.params, ...extra } }
    const started = deps.clock.now()
    for (let attempt = 0; ; attempt += 1) {
      const left = target.overrides.totalMs - (deps.clock.now() - started)
      const [result, url] = await follow(delivery, target.url, token, Math.min(target.overrides.readMs, left))
      const said = result.kind === 'answer' ? String(result.status) : `${result.code} ${result.message}`
      const line = `${delivery.method} ${url}${subjectOf(delivery.params)} → ${said}${attempt > 0 ? ` (retry ${attempt})` : ''}`
      const body = result.kind === 'answer' ? { answer: result.body.slice(0, 4000) } : {}
      deps.log.add('webhook', delivery.about, line, { token, params: delivery.params, ...body })
      const again = attempt < target.overrides.retries && retryable(result, target.overrides.on)
      if (again && deps.clock.now() - started < target.overrides.totalMs) continue
      if (result.kind === 'failed') return { ok: false, code: result.code, message: result.message }
      return { ok: true, answer: { status: result.status, type: result.type, body: result.body, url } }
    }
  }
}
