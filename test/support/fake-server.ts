import { vi } from 'vitest'

/** What was asked of the fake server. */
interface Asked {
  /** `POST /api/tickets/t1/actions` */
  what: string
  /** What stands after the question mark. */
  question: Record<string, string>
  body: unknown
}
type Answer = (body: unknown, question: Record<string, string>) => unknown
/** A question that waits for its answer. */
interface Waiting {
  body: unknown
  answer: (given: unknown) => void
}

/** A refusal, as the server words it. */
export const refused = (status: number, problem: Record<string, unknown>): Response =>
  new Response(JSON.stringify({ status, ...problem }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

/**
 * A server of the test's own behind `fetch`: `answers` by method and path, without the question. What a function answers, and every
 * value, goes out as JSON; a `Response` as it is. Answers may be changed while the test runs; an address nobody thought of is 404.
 */
export const fakeServer = (answers: Record<string, Answer>) => {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const address = new URL(input instanceof Request ? input.url : String(input), 'http://console.test')
    const what = `${init.method ?? 'GET'} ${address.origin === 'http://console.test' ? '' : address.origin}${address.pathname}`
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const question = Object.fromEntries(address.searchParams)
    asked.push({ what, question, body })
    const answer = answers[what]
    const given = answer ? await answer(body, question) : refused(404, { code: 'not-found', title: what })
    return given instanceof Response
      ? given
      : new Response(JSON.stringify(given), { headers: { 'content-type': 'application/json' } })
  })
  return {
    answers,
    /** The bodies sent to an address, oldest first. */
    bodies: (what: string) => asked.filter((one) => one.what === what).map(({ body }) => body),
    /** From now on an address answers when the test says so; the questions that wait there, oldest first. */
    hold: (what: string): Waiting[] => {
      const waiting: Waiting[] = []
      answers[what] = (body) => new Promise((answer) => waiting.push({ body, answer }))
      return waiting
    },
    /** What was asked of an address after its question mark, oldest first. */
    questions: (what: string) => asked.filter((one) => one.what === what).map(({ question }) => question),
  }
}

/** An event stream that says what the test lets it say. */
export class FakeEventSource extends EventTarget {
  /** Every stream that was opened since the last clearing, oldest first. */
  static opened: FakeEventSource[] = []
  readonly url: string
  closed = false
  constructor(url: string) {
    super()
    this.url = url
    FakeEventSource.opened.push(this)
  }
  close() {
    this.closed = true
  }
  /** Lets the server say something on this stream. */
  say(type: string, data: unknown) {
    if (!this.closed) this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }))
  }
}
