import { Pool } from 'undici'
import type { TextRequest } from './signed-texts.ts'

/** What a load came to: answers a second, and how long they took, ms. */
export interface LoadResult {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  worst: number
  answered: number
  failed: number
}

/**
 * Sends every prepared form once over `connections` keep-alive connections (one request at a time on each) and waits for all
 * answers. A broken connection counts as failed and the others go on, so that a killed server can be seen from outside.
 */
export const sendAll = async (
  url: string,
  texts: readonly TextRequest[],
  connections: number,
  onAnswer?: (text: TextRequest, status: number) => void,
): Promise<LoadResult> => {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const times: number[] = []
  let next = 0
  let answered = 0
  let failed = 0
  const lane = async () => {
    for (let text = texts[next++]; text; text = texts[next++]) {
      const start = performance.now()
      try {
        const { statusCode, body } = await pool.request({
          path: pathname,
          method: 'POST',
          headers: headersOf(text),
          body: text.body,
        })
        await body.dump()
        times.push(performance.now() - start)
        if (statusCode >= 200 && statusCode < 300) answered++
        else failed++
        onAnswer?.(text, statusCode)
      } catch {
        failed++
      }
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - start) / 1000
  await pool.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: answered / seconds, p50: at(0.5), p99: at(0.99), worst: at(1), answered, failed }
}

const headersOf = (text: TextRequest) => ({
  'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  'x-twilio-signature': text.signature,
  'i-twilio-idempotency-token': text.token,
})
