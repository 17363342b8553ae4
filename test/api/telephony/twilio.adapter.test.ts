import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCarrierUrl } from '../../../api/telephony/twilio/fetch-media.ts'
import { placedFromError } from '../../../api/telephony/twilio/placed.ts'
import { rewriteHost } from '../../../api/telephony/twilio/request-client.ts'
import { createTwilio } from '../../../api/telephony/twilio/twilio.adapter.ts'
import { controlUrl, eventUrl } from '../../../api/telephony/twilio/urls.ts'
import { adapterSuite } from './adapter.suite.ts'
import { account, adapterDeps, startCarrier, type TestCarrier } from './carrier.support.ts'
import { twilioWorld } from './twilio-world.ts'

const text = {
  from: '+862155512345',
  to: '+8613700000001',
  body: '您好',
  messageId: 'msg_1',
}

adapterSuite('Twilio over the practice carrier', twilioWorld)

describe('the Twilio adapter', () => {
  let phone: TestCarrier
  beforeAll(async () => {
    phone = await startCarrier(() => new Response(null, { status: 404 }))
  })
  afterAll(() => phone.close())

  it('repeats 429 by itself, and says later when it lasts', async () => {
    phone.fault({ kind: 'rest-429', times: 2 })
    expect(await phone.telephony.sendText(text)).toHaveProperty('ref')
    phone.fault({ kind: 'rest-429', times: 4 })
    expect(await phone.telephony.sendText(text)).toMatchObject({ later: true })
  })

  it('does not know after 5xx, a cut connection or a time-out, and does not repeat', async () => {
    const before = phone.carrier.core.messages.size
    for (const kind of ['rest-500', 'rest-lost', 'rest-late'] as const) {
      phone.fault({ kind, times: 1, ms: 60_000 })
      expect(await phone.telephony.sendText(text), kind).toMatchObject({ unknown: true })
    }
    expect(phone.carrier.core.messages.size).toBe(before + 1)
  })

  it('names the carrier’s refusal', async () => {
    phone.carrier.core.optedOut.add('+8613700000002|+862155512345')
    expect(await phone.telephony.sendText({ ...text, to: '+8613700000002' })).toMatchObject({
      refused: 'stoppedByReceiver',
      code: '21610',
    })
    expect(await phone.telephony.sendText({ ...text, from: '+15005550006' })).toMatchObject({
      refused: 'other',
      code: expect.stringMatching(/^\d{5}$/),
    })
    const stranger = createTwilio(adapterDeps({ ...phone.twilio, authToken: 'another' }))
    expect(await stranger.sendText(text)).toMatchObject({ refused: 'other', code: '20003' })
  })

  it('says later when nobody listens', async () => {
    const dead = createTwilio(adapterDeps({ ...account, apiUrl: 'http://127.0.0.1:1' }))
    expect(await dead.sendText(text)).toMatchObject({ later: true })
  })

  it('mints a softphone token for one member of staff', () => {
    const [, body = ''] = phone.telephony.softphone('stf_1', 600).token.split('.')
    const claims: {
      grants: { identity: string; voice: { incoming: { allow: boolean } } }
      iss: string
      sub: string
      exp: number
      iat: number
    } = JSON.parse(Buffer.from(body, 'base64url').toString())
    expect(claims).toMatchObject({
      iss: account.apiKeySid,
      sub: account.accountSid,
      grants: { identity: 'stf_1', voice: { incoming: { allow: true } } },
    })
    expect(claims.exp - claims.iat).toBe(600)
  })
})

describe('addresses of the carrier', () => {
  it('of events are repeated by Twilio until they are taken, of documents asked for once', () => {
    const config = { publicUrl: 'https://hotline.test' }
    expect(eventUrl(config, '/twilio/x')).toBe('https://hotline.test/twilio/x#rc=3&rp=all')
    expect(controlUrl(config, '/twilio/x')).toBe('https://hotline.test/twilio/x')
  })

  it.each([
    ['https://api.twilio.com/2010-04-01/Accounts.json?a=1', 'http://127.0.0.1:8312/2010-04-01/Accounts.json?a=1'],
    ['https://conversations.twilio.com/v1', 'http://127.0.0.1:8312/v1'],
    ['https://twilio.com.evil.example/x', 'https://twilio.com.evil.example/x'],
  ])('rewrites %s', (from, to) => {
    expect(rewriteHost(from, 'http://127.0.0.1:8312/')).toBe(to)
    expect(rewriteHost(from, null)).toBe(from)
  })

  it.each([
    ['https://api.twilio.com/x', true],
    ['https://media.twiliocdn.com/x', true],
    ['http://127.0.0.1:8312/x', true],
    ['http://api.twilio.com/x', false],
    ['https://api.twilio.com:8443/x', false],
    ['https://user:pw@api.twilio.com/x', false],
    ['https://api.twilio.com.evil.example/x', false],
    ['https://eviltwilio.com/x', false],
    ['http://127.0.0.1:8311/x', false],
    ['http://169.254.169.254/', false],
    ['file:///etc/passwd', false],
    ['not an address', false],
  ])('may fetch %s: %s', (url, may) => {
    expect(isCarrierUrl(url, 'http://127.0.0.1:8312')).toBe(may)
  })

  it.each([
    [Object.assign(new Error('x'), { status: 429, code: 20429 }), { later: true }],
    [Object.assign(new Error('x'), { status: 400, code: 21211 }), { refused: 'other', code: '21211' }],
    [Object.assign(new Error('x'), { status: 404 }), { refused: 'gone', code: '404' }],
    [Object.assign(new Error('x'), { status: 503 }), { unknown: true }],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), { later: true }],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' }), { unknown: true }],
    [Object.assign(new Error('x'), { code: 'ECONNABORTED' }), { unknown: true }],
    ['odd', { unknown: true }],
  ])('reads a failure %#', (error, placed) => {
    expect(placedFromError(error)).toMatchObject(placed)
  })
})
