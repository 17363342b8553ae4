import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { heldDocument, hotlineWebhooks } from '../../../scripts/carrier/numbers.ts'
import { createRig } from './rig.ts'

/** The numbers of the hotline without a fallback address. */
const noFallback = () =>
  Object.fromEntries(
    Object.entries(hotlineWebhooks('https://hotline.example')).map(
      ([number, { voiceUrl, smsUrl, voiceStatusUrl = '' }]) => [number, { voiceUrl, smsUrl, voiceStatusUrl }],
    ),
  )

const text = (rig: ReturnType<typeof createRig>, body = '路灯坏了') =>
  rig.control('POST', '/control/messages', { from: rig.citizen, to: rig.hotline, body })

describe('delivery of a webhook', () => {
  it('repeats what the fragment asks for, with the same idempotency token, and signs without the fragment', async () => {
    const rig = createRig()
    let answers = 0
    rig.on('/twilio/messages/incoming', () =>
      (answers += 1) < 3 ? new Response('no', { status: 500 }) : rig.twiml('<Response/>'),
    )
    await text(rig)
    await rig.carrier.settled()
    const got = rig.received('/twilio/messages/incoming')
    expect(got).toHaveLength(3)
    expect(new Set(got.map((one) => one.token)).size).toBe(1)
    expect(got.every((one) => one.signed && !one.url.includes('#'))).toBe(true)
  })

  it('is not repeated on a 500 without the fragment, and uses another token next time', async () => {
    const rig = createRig({ webhooks: noFallback() })
    rig.on('/twilio/voice/incoming', () => new Response('no', { status: 500 }))
    const call = await rig.call()
    await rig.call('+8613900020002')
    const got = rig.received('/twilio/voice/incoming')
    expect(got).toHaveLength(2)
    expect(got[0]?.token).not.toBe(got[1]?.token)
    expect(rig.errors()).toEqual([11200, 11200])
    expect(rig.lines(call)).toEqual(['We are sorry, an application error has occurred. Goodbye.'])
  })

  it('is cut off after 15 s in all', async () => {
    const rig = createRig({ webhooks: noFallback() })
    rig.on('/twilio/voice/incoming', () => new Promise(() => undefined))
    const call = await rig.call()
    await rig.carrier.advance(14_900)
    expect(rig.lines(call)).toEqual([])
    await rig.carrier.advance(200)
    expect(rig.errors()).toEqual([11200])
    expect(rig.lines(call)).toHaveLength(1)
  })

  it.each([
    ['cannot be reached', () => Promise.reject(new Error('ECONNREFUSED'))],
    ['answers 502, as a proxy does while the server restarts', () => new Response('bad gateway', { status: 502 })],
    ['says nothing that can be read', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ])('of a server that %s lets the caller hear the document that the carrier holds', async (_, answer) => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', answer)
    const call = await rig.call()
    await rig.carrier.advance(60_000)
    const [chinese = '', english = '', ...more] = rig.lines(call)
    expect(more).toEqual([])
    expect(chinese).toContain('请立即拨打110、119或120')
    expect(english).toContain('call 110, 119 or 120 now')
    expect(rig.carrier.core.calls.get(call)?.status).toBe('completed')
  })

  it('of a server that is silent for 15 s, too', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => new Promise(() => undefined))
    const call = await rig.call()
    await rig.carrier.advance(60_000)
    expect(rig.lines(call)).toHaveLength(2)
    expect(rig.lines(call).join(' ')).not.toContain('application error')
  })

  it('has the held document in docs/telephony.md, word for word', () => {
    const docs = readFileSync(new URL('../../../docs/telephony.md', import.meta.url), 'utf8')
    expect(docs.replaceAll(/^ {3}/gm, '')).toContain(heldDocument)
  })

  it('asks the fallback address with the code and address of what failed', async () => {
    const voiceFallbackUrl = 'https://hotline.example/twilio/voice/fallback'
    const webhooks = Object.fromEntries(
      Object.entries(noFallback()).map(([number, config]) => [number, { ...config, voiceFallbackUrl }]),
    )
    const rig = createRig({ webhooks })
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Sing/></Response>'))
    rig.on('/twilio/voice/fallback', () => rig.twiml('<Response><Say>请稍后再拨</Say></Response>'))
    const call = await rig.call()
    expect(rig.received('/twilio/voice/fallback')[0]?.params).toMatchObject({
      ErrorCode: '12200',
      ErrorUrl: `${rig.publicUrl}/twilio/voice/incoming`,
      CallSid: call,
    })
    expect(rig.lines(call)).toEqual(['请稍后再拨'])
  })

  it('sends cookies back and follows redirects, signing each address', async () => {
    const rig = createRig({ webhooks: noFallback() })
    rig.on(
      '/twilio/voice/incoming',
      () =>
        new Response(null, {
          status: 307,
          headers: { location: '/twilio/voice/moved', 'set-cookie': 'visit=7; Path=/' },
        }),
    )
    rig.on('/twilio/voice/moved', () => rig.twiml('<Response><Say>到了</Say></Response>'))
    const call = await rig.call()
    expect(rig.lines(call)).toEqual(['到了'])
    expect(rig.requests.every((one) => one.signed)).toBe(true)
    rig.on(
      '/twilio/voice/moved',
      () => new Response(null, { status: 302, headers: { location: '/twilio/voice/incoming' } }),
    )
    await rig.call('+8613900020002')
    expect(rig.errors()).toEqual([11215])
  })

  it.each([
    ['application/json', '{}', 12300],
    ['text/xml', '<Response><Say>', 12100],
  ])('refuses %s with its code', async (type, body, code) => {
    const rig = createRig({ webhooks: noFallback() })
    rig.on('/twilio/voice/incoming', () => new Response(body, { headers: { 'content-type': type } }))
    await rig.call()
    expect(rig.errors()).toEqual([code])
  })

  it('carries characters of every kind unchanged, but for NUL', async () => {
    const rig = createRig()
    const body = '路灯🔥\u0301 \u202eשלום a+b&c=%20 \0尾'
    await text(rig, body)
    await rig.carrier.settled()
    expect(rig.received('/twilio/messages/incoming')[0]).toMatchObject({
      signed: true,
      params: { Body: body.replace('\0', '') },
    })
  })

  it('warns with 15003 when an event is answered with an error', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Hangup/></Response>'))
    rig.on('/twilio/voice/status', () => new Response(null, { status: 404 }))
    await rig.call()
    await rig.carrier.settled()
    expect(rig.carrier.log.lines({ kind: 'warning' }).map((line) => line.code)).toEqual([15003])
    expect(rig.received('/twilio/voice/status')).toHaveLength(4)
  })
})

describe('faults of callbacks', () => {
  const status = async (kind: string, ms?: number) => {
    const rig = createRig()
    await rig.control('POST', '/control/faults', {
      kind,
      match: '/messages/status',
      times: 1,
      ...(ms === undefined ? {} : { ms }),
    })
    await rig.client.messages.create({
      from: rig.hotline,
      to: rig.citizen,
      body: 'x',
      statusCallback: `${rig.publicUrl}/twilio/messages/status`,
    })
    await rig.carrier.advance(20_000)
    const got = rig.received('/twilio/messages/status')
    return { rig, got, names: got.map((one) => one.params['MessageStatus']) }
  }

  it('late', async () => {
    expect((await status('late')).names).toEqual(['sent', 'delivered', 'sending'])
  })
  it('out of order', async () => {
    expect((await status('reorder')).names).toEqual(['sent', 'sending', 'delivered'])
  })
  it('missing', async () => {
    expect((await status('missing')).names).toEqual(['sent', 'delivered'])
  })
  it('twice with the same token', async () => {
    const { got, names } = await status('duplicate', 10)
    expect(names).toEqual(['sending', 'sending', 'sent', 'delivered'])
    expect(got[0]?.token).toBe(got[1]?.token)
  })
  it('twice with a new token', async () => {
    const { got } = await status('duplicate-new-token', 10)
    expect(got[0]?.params['MessageStatus']).toBe(got[1]?.params['MessageStatus'])
    expect(got[0]?.token).not.toBe(got[1]?.token)
  })
  it.each(['wrong-signature', 'bad-url'])('%s', async (kind) => {
    expect((await status(kind)).got.map((one) => one.signed)).toEqual([false, true, true])
  })
  it('undelivered', async () => {
    const rig = createRig()
    await rig.control('POST', '/control/faults', { kind: 'undelivered' })
    const sent = await rig.client.messages.create({ from: rig.hotline, to: rig.citizen, body: 'x' })
    await rig.carrier.advance(5000)
    expect(await rig.client.messages(sent.sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30003 })
  })
  it('is signed with the new token once it has been rotated', async () => {
    const rig = createRig()
    await rig.control('POST', '/control/auth-token', { authToken: 'another-token' })
    await text(rig)
    await rig.carrier.settled()
    expect(rig.received('/twilio/messages/incoming')[0]?.signed).toBe(false)
  })
})
