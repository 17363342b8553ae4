import type twilio from 'twilio'

type Send = (path: string, init: RequestInit) => Promise<Response>
type Client = ReturnType<typeof twilio>

const form = (data: object): string => {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(data))
    for (const one of Array.isArray(value) ? value : [value]) fields.append(name, String(one))
  return fields.toString()
}

/** The official client, with its requests handed to the carrier in this process instead of api.twilio.com. */
export const carrierClient = (library: typeof twilio, accountSid: string, authToken: string, send: Send): Client => {
  const httpClient = new library.RequestClient()
  // The body's shape is what the library's own transport hands back: parsed JSON, or an empty string.
  const request = async (options: Parameters<typeof httpClient.request>[0]) => {
    const url = new URL(options.uri.replace('https://api.twilio.com', 'https://carrier.example'))
    for (const [name, value] of Object.entries(options.params ?? {})) url.searchParams.append(name, String(value))
    const method = options.method.toUpperCase()
    const init: RequestInit = {
      method,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`,
      },
    }
    if (method === 'POST') init.body = form(Object(options.data ?? {}))
    const answer = await send(url.pathname + url.search, init)
    const text = await answer.text()
    return { statusCode: answer.status, body: text === '' ? '' : JSON.parse(text), headers: {}, toString: () => text }
  }
  httpClient.request = request
  return library(accountSid, authToken, { httpClient })
}
