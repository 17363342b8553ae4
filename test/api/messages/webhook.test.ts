import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseForm } from '../../../api/telephony/twilio/webhook/form.ts'
import { signatureOf, signingKey } from '../../../api/telephony/twilio/webhook/signature.ts'
import { engines } from '../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from './support.ts'

const sid = (n: number) => `SM${String(n).padStart(32, '0')}`

describe.each(engines)('message webhooks on %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine, { publicUrl: 'https://hotline.example' })
  })
  afterAll(() => world.close())

  const post = async (path: string, params: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams(params).toString()
    const signature = signatureOf(
      signingKey(world.deps.config.twilio.authToken),
      `https://hotline.example${path}`,
      parseForm(body) ?? [],
    )
    const response = await world.app.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature, ...headers },
    })
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  const incoming = (n: number, more: Record<string, string> = {}) => ({
    MessageSid: sid(n),
    From: '+8613912340001',
    To: '+862155512345',
    Body: '水管爆了',
    NumMedia: '0',
    Unheard: 'of',
    ...more,
  })
  const counts = async () =>
    Promise.all([
      world.db.q.$count(world.db.t.ticket),
      world.db.q.$count(world.db.t.message),
      world.db.q.$count(world.db.t.inbox),
    ])

  it('answers a text with an empty document once it is kept', async () => {
    const answer = await post('/twilio/messages/incoming', incoming(1), { 'i-twilio-idempotency-token': 'a-token' })
    expect(answer).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' })
    expect(answer.text).toMatch(/<Response\/>$/)
    expect((await counts())[0]).toBe(1)
    expect(
      (await post('/twilio/messages/incoming', incoming(2), { 'i-twilio-idempotency-token': 'a-token' })).status,
    ).toBe(200)
    expect((await counts())[0]).toBe(1)
  })

  it('hears of a status', async () => {
    await world.outbox.runDue()
    const [message] = (await world.messages_()).filter(({ direction }) => direction === 'out')
    const answer = await post(`/twilio/messages/status?message=${message?.id}`, {
      MessageSid: message?.carrierRef ?? '',
      MessageStatus: 'delivered',
      To: 'x',
      From: 'y',
    })
    expect(answer.status).toBe(200)
    expect((await world.messages_()).find(({ id }) => id === message?.id)?.status).toBe('delivered')
  })

  it.each([
    ['another account', incoming(3, { AccountSid: `AC${'9'.repeat(32)}` }), {}, 403, 'carrier.foreign-account'],
    ['no sender', incoming(4, { From: '' }), {}, 400, 'request.malformed'],
    ['an id that is none', incoming(5, { MessageSid: 'SM1' }), {}, 400, 'request.malformed'],
    ['a forged signature', incoming(6), { 'x-twilio-signature': `${'b'.repeat(27)}=` }, 403, 'carrier.unsigned'],
    ['another content type', incoming(7), { 'content-type': 'text/plain' }, 415, 'request.unsupported-type'],
    ['a huge body', incoming(8, { Body: '长'.repeat(30_000) }), {}, 413, 'request.too-large'],
  ])('refuses %s, and changes nothing', async (_, params, headers, status, code) => {
    const before = await counts()
    const answer = await post('/twilio/messages/incoming', params, headers)
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([status, code])
    expect(answer.type).toContain('application/problem+json')
    expect(await counts()).toEqual(before)
  })

  it('refuses both routes unsigned', async () => {
    for (const path of ['/twilio/messages/incoming', '/twilio/messages/status'])
      expect(
        (
          await world.app.request(path, {
            method: 'POST',
            body: 'a=b',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          })
        ).status,
      ).toBe(403)
  })

  it('takes an empty text, one with only pictures, and more pictures than there may be', async () => {
    await post('/twilio/messages/incoming', incoming(9, { Body: '', From: '+8613912340009' }))
    expect((await world.messages_()).find(({ toNumber }) => toNumber === '+8613912340009')?.body).toContain('空短信')
    const media = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        [`MediaUrl${i}`, `https://api.twilio.com/${i}`],
        [`MediaContentType${i}`, 'image/jpeg'],
      ]).flat(),
    )
    await post(
      '/twilio/messages/incoming',
      incoming(10, { Body: '', From: '+8613912340010', NumMedia: '12', ...media }),
    )
    expect((await world.tickets_()).at(-1)?.request).toBe('（图片10张）')
    expect(await world.attachments()).toHaveLength(10)
  })
})
