/** What may be retried: client errors, server errors, connection failures, slow answers. */
type RetryOn = '4xx' | '5xx' | 'ct' | 'rt'

/** The settings a webhook URL may carry in its fragment (Twilio "connection overrides"); times in ms. */
type Overrides = {
  connectMs: number
  readMs: number
  totalMs: number
  retries: number
  on: ReadonlySet<RetryOn>
}

/** A URL as it is sent and signed (no fragment) with its overrides, or why the fragment is refused. */
export type CallbackUrl = { url: string; overrides: Overrides } | { code: number; message: string }

const defaults: Overrides = {
  connectMs: 5000,
  readMs: 15_000,
  totalMs: 15_000,
  retries: 1,
  on: new Set<RetryOn>(['ct']),
}
const kinds: readonly RetryOn[] = ['4xx', '5xx', 'ct', 'rt']

const isKind = (text: string): text is RetryOn => kinds.some((kind) => kind === text)

const bounded = (text: string | null, low: number, high: number): number | null => {
  if (text === null || !/^\d+$/.test(text)) return null
  const value = Number(text)
  return value >= low && value <= high ? value : null
}

/** Splits the fragment off and reads it. An unusable `rp` is error 11243; other unusable values keep their default. */
export const callbackUrl = (text: string): CallbackUrl => {
  const mark = text.indexOf('#')
  if (mark === -1) return { url: text, overrides: defaults }
  const url = text.slice(0, mark)
  const fragment = new URLSearchParams(text.slice(mark + 1))
  const policy = fragment.get('rp')
  let on = defaults.on
  if (policy !== null) {
    const parts = policy.split(',').map((part) => part.trim())
    if (parts.includes('all')) on = new Set(kinds)
    else {
      const known = parts.filter(isKind)
      if (known.length !== parts.length) return { code: 11243, message: `Invalid retry policy (rp): ${policy}` }
      on = new Set(known)
    }
  }
  return {
    url,
    overrides: {
      connectMs: bounded(fragment.get('ct'), 100, 10_000) ?? defaults.connectMs,
      readMs: bounded(fragment.get('rt'), 100, 15_000) ?? defaults.readMs,
      totalMs: bounded(fragment.get('tt'), 100, 15_000) ?? defaults.totalMs,
      retries: bounded(fragment.get('rc'), 0, 5) ?? defaults.retries,
      on,
    },
  }
}

/** Resolves a URL written in a document against that document's address; null when it cannot be. */
export const resolveUrl = (text: string, base: string | null): string | null => {
  const full = base === null ? URL.parse(text) : URL.parse(text, base)
  if (full === null || (full.protocol !== 'http:' && full.protocol !== 'https:')) return null
  // An absolute address is kept letter by letter: the signature covers the exact text.
  return /^https?:\/\//i.test(text) ? text : full.href
}
