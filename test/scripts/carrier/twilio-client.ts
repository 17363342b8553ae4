import type twilio from 'twilio'

type Send = (path: string, init: RequestInit) => Promise<Response>
type RequestOptions = {
  method: string
  uri: string
  username?: string
  password?: string
  headers?: Record<string, string>
  params?: Record<string, unknown>
  data?: Record<string, unknown>
}

const form = (data: Record<string, unknown>): string => {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(data))
    for (const one of Array.isArray(value) ? value : [value]) fields.append(name, String(one))
  return fields.toString()
}

/** The official client, with its requests handed to the carrier in this process instead of api.twilio.com. */
export const carrierClient = (library: typeof twilio, accountSid: string, authToken: string, send: Send): ReturnType<typeof twilio> => {
  class InProcess extends library.RequestClient {
    override async request(options: RequestOptions) {
      const url = new URL(options.uri.replace('https://api.twilio.com', 'https://carrier.example'))
      for (const [name, value] of Object.entries(options.params ?? {})) url.searchParams.append(name, String(value))
      const init: RequestInit = {
        method: options.method,
        headers: {
          ...options.headers,
          authorization: `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`,
        },
      }
      if (options.method === 'POST') Object.assign(init, { body: form(options.data ?? {}) })
      const answer = await send(url.pathname + url.search, init)
      const text = await answer.text()
      return { statusCode: answer.status, body: text === '' ? '' : JSON.parse(text), headers: {}, toString: () => text }
    }
  }
  return library(accountSid, authToken, { httpClient: new InProcess() })
}
