import { createHmac } from 'node:crypto'
import twilio from 'twilio'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { Carrier } from '../../../scripts/carrier/carrier.ts'
import { createCarrier } from '../../../scripts/carrier/carrier.ts'
import type { CarrierOptions } from '../../../scripts/carrier/core/options.ts'
import { hotlineWebhooks } from '../../../scripts/carrier/numbers.ts'
import { carrierClient } from './twilio-client.ts'

/** One webhook that the pretended server got. `signed` is the verdict of Twilio's own validator. */
type Received = {
  path: string
  url: string
  params: Record<string, string>
  token: string
  signed: boolean
  method: string
}

type Handler = (request: Received) => Response | Promise<Response>

const accountSid = `AC${'0'.repeat(31)}1`
const authToken = 'practice-token'
const apiKeySid = `SK${'0'.repeat(31)}2`
const apiKeySecret = 'practice-secret'

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A Twilio access token made by hand, so that single claims can be wrong. */
export const accessToken = (
  identity: string,
  now: number,
  over: Record<string, unknown> = {},
  secret = apiKeySecret,
): string => {
  const head = encode({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' })
  const seconds = Math.floor(now / 1000)
  const grants = { identity, voice: { incoming: { allow: true } } }
  const body = encode({
    jti: `${apiKeySid}-${seconds}`,
    iss: apiKeySid,
    sub: accountSid,
    iat: seconds,
    exp: seconds + 3600,
    grants,
    ...over,
  })
  return `${head}.${body}.${createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')}`
}

/** A carrier on a virtual clock with a pretended hotline server behind it; nothing listens on a port. */
export const createRig = (over: Partial<CarrierOptions> = {}) => {
  const publicUrl = 'https://hotline.example'
  const requests: Received[] = []
  const handlers = new Map<string, Handler>()
  const serve = async (url: string, init: RequestInit): Promise<Response> => {
    const body = typeof init.body === 'string' ? init.body : ''
    const headers = new Headers(init.headers)
    const params = Object.fromEntries(new URLSearchParams(body))
    const path = new URL(url).pathname
    const signed = validateRequest(authToken, headers.get('x-twilio-signature') ?? '', url, params)
    const request: Received = {
      path,
      url,
      params,
      token: headers.get('i-twilio-idempotency-token') ?? '',
      signed,
      method: init.method ?? '',
    }
    requests.push(request)
    const handler = handlers.get(path)
    return handler === undefined ? new Response(null, { status: 204 }) : handler(request)
  }
  const carrier: Carrier = createCarrier({
    accountSid,
    authToken,
    apiKeySid,
    apiKeySecret,
    clock: 'virtual',
    seed: 7,
    webhooks: hotlineWebhooks(publicUrl),
    baseUrl: 'https://carrier.example',
    clientOrigins: [publicUrl],
    fetch: serve,
    speechMsPerCharacter: 100,
    readLagMs: 0,
    patienceMs: 30,
    ...over,
  })
  const request = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(carrier.app.request(`https://carrier.example${path}`, init))
  const control = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: Record<string, unknown> }> => {
    const init: RequestInit = { method }
    if (body !== undefined)
      Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    const answer = await request(path, init)
    const text = await answer.text()
    return { status: answer.status, json: text === '' ? {} : Object(JSON.parse(text)) }
  }
  const citizen = '+8613800010001'
  const hotline = '+862155512345'
  return {
    carrier,
    publicUrl,
    citizen,
    hotline,
    requests,
    request,
    control,
    accountSid,
    authToken,
    client: carrierClient(twilio, accountSid, authToken, request),
    on: (path: string, handler: Handler) => handlers.set(path, handler),
    twiml: (xml: string) => new Response(xml, { headers: { 'content-type': 'text/xml' } }),
    received: (path: string) => requests.filter((one) => one.path === path),
    events: (path: string) =>
      requests.filter((one) => one.path === path).map((one) => one.params['StatusCallbackEvent']),
    lines: (sid: string) => (carrier.core.calls.get(sid)?.heard ?? []).map((line) => line.text),
    errors: () => carrier.log.lines({ kind: 'error' }).map((line) => line.code),
    /** Dials the hotline and lets the first document arrive. */
    call: async (from = citizen, steps: unknown[] = []): Promise<string> => {
      const { json } = await control('POST', '/control/calls', { from, to: hotline, steps })
      await carrier.settled()
      return String(json['sid'])
    },
    /** Connects a browser softphone and collects its events. */
    softphone: async (identity: string, events: unknown[]) => {
      const token = accessToken(identity, carrier.core.clock.now())
      const answer = await request(`/client/v1/events?token=${token}`)
      const reader = answer.body?.getReader()
      const read = async (): Promise<void> => {
        for (;;) {
          const chunk = await reader?.read()
          if (chunk === undefined || chunk.done) return
          for (const block of new TextDecoder().decode(chunk.value).split('\n\n')) {
            const type = /^event: (.*)$/m.exec(block)?.[1]
            const data = /^data: (.*)$/m.exec(block)?.[1]
            if (type !== undefined && data !== undefined) events.push({ type, data: JSON.parse(data) })
          }
        }
      }
      void read()
      await carrier.settled()
      return {
        status: answer.status,
        close: () => reader?.cancel(),
        command: async (sid: string, command: string, body: Record<string, unknown> = {}): Promise<number> => {
          const reply = await request(`/client/v1/calls/${sid}/${command}`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
          await carrier.settled()
          return reply.status
        },
      }
    },
  }
}
