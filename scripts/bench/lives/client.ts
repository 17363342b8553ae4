import { Pool } from 'undici'
import { sampleSecrets } from '../../../api/platform/config.ts'
import type { TextRequest } from '../signed-texts.ts'

/** What is answered, as far as a bench goes on by it. */
interface Answer {
  version: number
  staff: { unitId: string }
  token: string
}

/** Staff signed in over HTTP and the carrier's webhook, over so many keep-alive connections. */
export const openClient = async (origin: string, connections: number, names: readonly string[]) => {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const cookies = new Map<string, string>()
  const send = async (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: string) => {
    const answer = await pool.request({ path, method, headers, ...(body === undefined ? {} : { body }) })
    const text = await answer.body.text()
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`)
    return { answer, text }
  }
  const json = { 'content-type': 'application/json', origin }
  for (const username of names) {
    const { answer } = await send(
      'POST',
      '/api/session',
      json,
      JSON.stringify({ username, password: sampleSecrets.password }),
    )
    const given = [answer.headers['set-cookie'] ?? []].flat()
    cookies.set(username, given.map((cookie) => cookie.split(';')[0]).join('; '))
  }
  return {
    ask: async (who: string, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> => {
      const headers = { ...json, cookie: cookies.get(who) ?? '' }
      const { text } = await send(method, path, headers, body && JSON.stringify(body))
      return JSON.parse(text) as Answer // the server checks its own answers
    },
    /** Reads something whole; the status, whatever it is. */
    read: async (who: string, path: string): Promise<number> => {
      const { statusCode, body } = await pool.request({
        path,
        method: 'GET',
        headers: { cookie: cookies.get(who) ?? '' },
      })
      await body.dump({ limit: 1e9 })
      return statusCode
    },
    text: async (text: TextRequest | undefined): Promise<void> => {
      if (!text) throw new Error('a life without its text')
      await send(
        'POST',
        '/twilio/messages/incoming',
        {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          'x-twilio-signature': text.signature,
          'i-twilio-idempotency-token': text.token,
        },
        text.body,
      )
    },
    close: () => pool.close(),
  }
}
export type Client = Awaited<ReturnType<typeof openClient>>
