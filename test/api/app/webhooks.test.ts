import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseForm } from '../../../api/telephony/twilio/webhook/form.ts'
import { signatureOf, signingKey } from '../../../api/telephony/twilio/webhook/signature.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { addressOf, contents, routesOf } from './samples.ts'

const text = (over: Record<string, string> = {}) => ({
  MessageSid: `SM${'1'.repeat(32)}`,
  From: '+8613912340001',
  To: '+862155512345',
  Body: '水管爆了',
  NumMedia: '0',
  ...over,
})
const call = (over: Record<string, string> = {}) => ({
  CallSid: `CA${'1'.repeat(32)}`,
  From: '+8613912340001',
  To: '+862155512345',
  CallStatus: 'ringing',
  Direction: 'inbound',
  ...over,
})
const form = 'application/x-www-form-urlencoded'

describe.each(engines)('the carrier’s webhooks of the whole program on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine, { config: { publicUrl: 'https://hotline.example' } })
  })
  afterAll(() => app.close())

  const post = async (path: string, body: string | Uint8Array<ArrayBuffer>, over: Record<string, string> = {}) => {
    const fields = typeof body === 'string' ? (parseForm(body) ?? []) : []
    const signature = signatureOf(
      signingKey(app.services.config.twilio.authToken),
      `https://hotline.example${path}`,
      fields,
    )
    const headers = Object.entries({ 'content-type': form, 'x-twilio-signature': signature, ...over }).filter(
      ([, value]) => value !== '',
    )
    const answer = await app.app.request(path, { method: 'POST', body, headers })
    const words = await answer.text()
    const code: unknown = words.startsWith('{') ? Reflect.get(Object(JSON.parse(words)), 'code') : null
    return { status: answer.status, code, words, headers: answer.headers }
  }
  const send = (path: string, params: Record<string, string>, over: Record<string, string> = {}) =>
    post(path, new URLSearchParams(params).toString(), over)
  const incoming = '/twilio/messages/incoming'

  it.each<[string, string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    [
      'unsigned',
      incoming,
      new URLSearchParams(text()).toString(),
      { 'x-twilio-signature': '' },
      403,
      'carrier.unsigned',
    ],
    [
      'signed by somebody else',
      incoming,
      new URLSearchParams(text()).toString(),
      { 'x-twilio-signature': `${'b'.repeat(27)}=` },
      403,
      'carrier.unsigned',
    ],
    [
      'signed for another address',
      `${incoming}?to=elsewhere`,
      new URLSearchParams(text()).toString(),
      { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' },
      403,
      'carrier.unsigned',
    ],
    [
      'of no type',
      incoming,
      new URLSearchParams(text()).toString(),
      { 'content-type': 'text/plain' },
      415,
      'request.unsupported-type',
    ],
    [
      'as JSON',
      incoming,
      JSON.stringify(text()),
      { 'content-type': 'application/json' },
      415,
      'request.unsupported-type',
    ],
    [
      'as a multipart form',
      incoming,
      'x',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'request.unsupported-type',
    ],
    [
      'in broken UTF-8',
      incoming,
      new Uint8Array([0x42, 0x6f, 0x64, 0x79, 0x3d, 0xc3, 0x28]),
      {},
      400,
      'request.malformed',
    ],
    ['with a broken escape', incoming, 'Body=%C3%28', {}, 400, 'request.malformed'],
    ['with a cut escape', incoming, 'Body=%E6%B0', {}, 400, 'request.malformed'],
    ['of 70 kB', incoming, `Body=${'x'.repeat(70_000)}`, {}, 413, 'request.too-large'],
    [
      'without a message id',
      incoming,
      new URLSearchParams(text({ MessageSid: '' })).toString(),
      {},
      400,
      'request.malformed',
    ],
    [
      'calling a number that is none of ours',
      '/twilio/voice/incoming',
      new URLSearchParams(call({ To: '+15005550006' })).toString(),
      {},
      404,
      'carrier.unknown-number',
    ],
    [
      'calling without a call id',
      '/twilio/voice/incoming',
      new URLSearchParams(call({ CallSid: '' })).toString(),
      {},
      422,
      'request.invalid',
    ],
    [
      'about a call that is unknown',
      '/twilio/voice/key',
      new URLSearchParams(call({ Digits: '1' })).toString(),
      {},
      404,
      'call.not-found',
    ],
  ])('refuses one %s, and changes nothing', async (_, path, body, headers, status, code) => {
    const before = await contents(app)
    const answer = await post(path, body, headers)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.words).not.toMatch(/8613912340001|\.ts:\d/)
    expect(await contents(app)).toEqual(before)
  })

  it('takes one once, however often it is repeated', async () => {
    for (const [path, params] of [
      [incoming, text({ MessageSid: `SM${'2'.repeat(32)}` })],
      ['/twilio/voice/incoming', call({ CallSid: `CA${'2'.repeat(32)}` })],
    ] as const) {
      const first = await send(path, params, { 'i-twilio-idempotency-token': 'token' + path })
      expect([path, first.status]).toEqual([path, 200])
      const before = await contents(app)
      const again = await Promise.all(
        Array.from({ length: 5 }, () => send(path, params, { 'i-twilio-idempotency-token': 'token' + path })),
      )
      expect(again.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 200))
      expect(await contents(app)).toEqual(before)
    }
    const tickets = await app.db.q.select().from(app.db.t.ticket)
    expect(tickets).toHaveLength(1)
  })

  it('keeps a text with every character, a NUL left out', async () => {
    await send(
      incoming,
      text({
        MessageSid: `SM${'3'.repeat(32)}`,
        From: '+8613912340003',
        Body: '水管\0爆了 👨‍👩‍👧 e\u0301 العربية \u202Eabc 𠮷',
      }),
    )
    expect((await app.db.q.select().from(app.db.t.message)).map(({ body }) => body)).toContain(
      '水管爆了 👨‍👩‍👧 e\u0301 العربية \u202Eabc 𠮷',
    )
  })

  it('never breaks on anything that is signed', async () => {
    const paths = routesOf(app)
      .filter(({ method, path }) => method === 'POST' && path.startsWith('/twilio/'))
      .map(({ path }) => addressOf(path))
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed()),
      fc.constantFrom(
        '',
        '\0',
        'CA\0',
        '+86',
        '-1',
        '1e9',
        '9'.repeat(40),
        'in-progress',
        'participant-join',
        'completed',
        `CA${'2'.repeat(32)}`,
      ),
    )
    const names = [
      'CallSid',
      'MessageSid',
      'From',
      'To',
      'Body',
      'NumMedia',
      'MediaUrl0',
      'CallStatus',
      'MessageStatus',
      'SequenceNumber',
      'Timestamp',
      'Digits',
      'QueueResult',
      'ConferenceSid',
      'FriendlyName',
      'StatusCallbackEvent',
      'ParticipantLabel',
      'RecordingSid',
      'RecordingStatus',
      'RecordingDuration',
      'TranscriptionEvent',
      'TranscriptionData',
      'Track',
      'OptOutType',
      'ErrorCode',
      '__proto__',
    ]
    const params = fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 12 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), params, async (path, given) => {
        const answer = await send(path, given)
        expect([path, answer.status < 500 ? 'fine' : answer.words]).toEqual([path, 'fine'])
      }),
      { numRuns: 250 },
    )
  })
})
