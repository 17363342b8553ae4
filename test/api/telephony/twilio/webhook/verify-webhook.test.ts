import { telephonyProblem } from '../../../../../api/telephony/telephony.errors.ts'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../../../api/platform/clock.ts'
import type { Config } from '../../../../../api/platform/config.ts'
import { createLog } from '../../../../../api/platform/log.ts'
import { createMetrics } from '../../../../../api/platform/figures/metrics.ts'
import { parseForm } from '../../../../../api/telephony/twilio/webhook/form.ts'
import { signatureOf, signingKey } from '../../../../../api/telephony/twilio/webhook/signature.ts'
import { verifyWebhook, type WebhookEnv } from '../../../../../api/telephony/twilio/webhook/verify-webhook.ts'
import { testConfig } from '../../../../support/app.ts'

const config = testConfig({ publicUrl: 'https://hotline.example' })
const form = 'application/x-www-form-urlencoded; charset=UTF-8'

const clock = virtualClock(new Date('2026-11-20T00:00:00Z'))

const world = (over: Partial<Config['twilio']> = {}) => {
  const logged: string[] = []
  const metrics = createMetrics()
  const seen: { params: Record<string, string>; token: string | null }[] = []
  const app = new Hono<WebhookEnv>()
  app.use(
    '/twilio/*',
    verifyWebhook({
      config: { ...config, twilio: { ...config.twilio, ...over } },
      clock,
      log: createLog('warn', { write: (line) => logged.push(line) }),
      metrics,
    }),
  )
  app.all('/twilio/any', (c) => {
    seen.push({ params: { ...c.var.params }, token: c.var.deliveryToken })
    return c.text('through')
  })
  app.all('/twilio/stray', () => {
    throw telephonyProblem('carrier.unknown-number')
  })
  app.onError((_, c) => c.text('', 404))
  const refused = async (reason: string) =>
    (await metrics.refusedWebhooks.get()).values.find(({ labels }) => labels.reason === reason)?.value ?? 0
  return { app, seen, refused, logged }
}

const sign = (path: string, body: string) =>
  signatureOf(signingKey(config.twilio.authToken), config.publicUrl + path, parseForm(body) ?? [])

const post = (
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  headers: Record<string, string>,
): RequestInit & { duplex?: string } => ({
  method: 'POST',
  body,
  headers: { 'content-type': form, ...headers },
  ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
})

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const body: { code: string } = JSON.parse(await response.text())
  return [response.status, body.code]
}

describe('the guard of /twilio', () => {
  it('lets a signed form through, read once, with its query signed', async () => {
    const { app, seen } = world()
    const body = 'Body=%E4%BD%A0%E5%A5%BD+%F0%9F%91%8B&From=%2B8613812340001&Empty='
    const response = await app.request(
      '/twilio/any?call=%27x%27',
      post(body, { 'x-twilio-signature': sign('/twilio/any?call=%27x%27', body), 'i-twilio-idempotency-token': 't-1' }),
    )
    expect(await response.text()).toBe('through')
    expect(seen).toEqual([{ params: { Body: '你好 👋', From: '+8613812340001', Empty: '' }, token: 't-1' }])
  })

  it('logs a signed request that could not be taken, without its parameters', async () => {
    const { app, logged } = world()
    const body = 'From=%2B8613812340001&To=%2B862199999999'
    await app.request('/twilio/any', post(body, { 'x-twilio-signature': sign('/twilio/any', body) }))
    expect(logged).toEqual([])
    await app.request('/twilio/stray', post(body, { 'x-twilio-signature': sign('/twilio/stray', body) }))
    expect(logged.map((line): unknown => JSON.parse(line))).toMatchObject([
      { code: 'carrier.unknown-number', msg: 'webhook not taken' },
    ])
    expect(logged.join()).not.toContain('13812340001')
  })

  it('takes the old token as well while it is changed, and no longer', async () => {
    const until = new Date(clock.now().getTime() + 3_600_000)
    const { app, refused } = world({
      authToken: 'the new token',
      oldAuthToken: { token: config.twilio.authToken, until },
    })
    const ask = (token: string) =>
      app.request(
        '/twilio/any',
        post('A=1', {
          'x-twilio-signature': signatureOf(signingKey(token), `${config.publicUrl}/twilio/any`, [['A', '1']]),
        }),
      )
    expect((await ask('the new token')).status).toBe(200)
    expect((await ask(config.twilio.authToken)).status).toBe(200)
    expect((await ask('neither')).status).toBe(403)
    clock.set(until)
    expect((await ask('the new token')).status).toBe(200)
    expect((await ask(config.twilio.authToken)).status).toBe(403)
    expect(await refused('wrongSignature')).toBe(2)
  })

  it('lets a signed GET through', async () => {
    const { app, seen } = world()
    const path = '/twilio/any?CallSid=CA1&x=%E5%A5%BD'
    await app.request(path, { headers: { 'x-twilio-signature': sign(path, '') } })
    expect(seen[0]?.params).toEqual({ CallSid: 'CA1', x: '好' })
  })

  it('lets a JSON body through by its hash only', async () => {
    const { app, seen } = world()
    const body = '{"CallSid":"CA1234567890ABCDE"}'
    const path = '/twilio/any?bodySHA256=e852ec28d46c49841e1e6687b51c3dbf2b3da45f0b5f73184b3220daaa45ab3b'
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': sign(path, '') }
    expect((await app.request(path, post(body, headers))).status).toBe(200)
    expect(seen[0]?.params['body']).toBe(body)
    expect(await problemOf(await app.request(path, post(`${body} `, headers)))).toEqual([403, 'carrier.unsigned'])
  })

  it.each([
    ['no signature', 'A=b', {}, 403, 'carrier.unsigned', 'noSignature'],
    [
      'a wrong signature',
      'A=b',
      { 'x-twilio-signature': 'a'.repeat(27) + '=' },
      403,
      'carrier.unsigned',
      'wrongSignature',
    ],
    [
      'the signature of another body',
      'A=b',
      { 'x-twilio-signature': sign('/twilio/any', 'A=c') },
      403,
      'carrier.unsigned',
      'wrongSignature',
    ],
    [
      'another content type',
      'A=b',
      { 'content-type': 'text/plain', 'x-twilio-signature': sign('/twilio/any', 'A=b') },
      415,
      'request.unsupported-type',
      'type',
    ],
    ['an escape that is no UTF-8', 'A=%ff', {}, 400, 'request.malformed', 'encoding'],
    ['bytes that are no UTF-8', new Uint8Array([65, 61, 255]), {}, 400, 'request.malformed', 'encoding'],
    ['an oversized body', `A=${'b'.repeat(64 * 1024)}`, {}, 413, 'request.too-large', 'size'],
  ] as const)('refuses %s', async (_, body, headers, status, code, reason) => {
    const { app, seen, refused } = world()
    expect(await problemOf(await app.request('/twilio/any', post(body, headers)))).toEqual([status, code])
    expect(seen).toEqual([])
    expect(await refused(reason)).toBe(1)
  })

  it('refuses an oversized body that did not announce its length', async () => {
    const { app } = world()
    let sent = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1024
        controller.enqueue(new Uint8Array(1024).fill(65))
      },
    })
    expect(await problemOf(await app.request('/twilio/any', post(endless, {})))).toEqual([413, 'request.too-large'])
    expect(sent).toBeLessThan(80 * 1024)
  })
})
