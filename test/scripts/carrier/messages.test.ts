import { describe, expect, it } from 'vitest'
import { createRig } from './rig.ts'

type Rig = ReturnType<typeof createRig>
const from = (rig: Rig, body: string, more: Record<string, unknown> = {}) =>
  rig.control('POST', '/control/messages', { from: rig.citizen, to: rig.hotline, body, ...more })
const inbox = async (rig: Rig): Promise<unknown[]> => {
  const { json } = await rig.control('GET', `/control/messages?number=${encodeURIComponent(rig.citizen)}`)
  return Object(json['messages']).map((one: Record<string, unknown>) => [one['direction'], one['body'], one['status']])
}

describe('texts from citizens', () => {
  it('carry every documented parameter', async () => {
    const rig = createRig()
    await from(rig, '灯'.repeat(71))
    await rig.carrier.settled()
    expect(rig.received('/twilio/messages/incoming')[0]?.params).toMatchObject({
      From: rig.citizen,
      To: rig.hotline,
      NumMedia: '0',
      NumSegments: '2',
      AccountSid: rig.accountSid,
      ApiVersion: '2010-04-01',
      SmsStatus: 'received',
    })
    const params = rig.received('/twilio/messages/incoming')[0]?.params ?? {}
    expect(params['MessageSid']).toMatch(/^SM[0-9a-f]{32}$/)
    expect([params['SmsSid'], params['SmsMessageSid']]).toEqual([params['MessageSid'], params['MessageSid']])
  })

  it('bring pictures, which need the account to be fetched', async () => {
    const rig = createRig()
    const png = Buffer.from('89504e470d0a1a0a', 'hex')
    await from(rig, '', { media: [{ contentType: 'image/png', base64: png.toString('base64') }] })
    await rig.carrier.settled()
    const params = rig.received('/twilio/messages/incoming')[0]?.params ?? {}
    expect(params).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/png' })
    expect(params['MessageSid']).toMatch(/^MM/)
    const path = new URL(params['MediaUrl0'] ?? '').pathname
    expect((await rig.request(path)).status).toBe(401)
    const authorization = `Basic ${Buffer.from(`${rig.accountSid}:${rig.authToken}`).toString('base64')}`
    const answer = await rig.request(path, { headers: { authorization } })
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
    expect((await rig.client.messages(params['MessageSid'] ?? '').media.list()).map((one) => one.contentType)).toEqual([
      'image/png',
    ])
  })

  it('are answered by the document, by plain text, or not at all', async () => {
    const rig = createRig()
    rig.on('/twilio/messages/incoming', () =>
      rig.twiml('<Response><Message statusCallback="/s">一</Message><Message><Body>二</Body></Message></Response>'),
    )
    await from(rig, 'a')
    await rig.carrier.advance(3000)
    rig.on('/twilio/messages/incoming', () => new Response('三', { headers: { 'content-type': 'text/plain' } }))
    await from(rig, 'b')
    await rig.carrier.advance(3000)
    expect(await inbox(rig)).toEqual([
      ['inbound', 'a', 'received'],
      ['outbound-reply', '一', 'delivered'],
      ['outbound-reply', '二', 'delivered'],
      ['inbound', 'b', 'received'],
      ['outbound-reply', '三', 'delivered'],
    ])
    expect(rig.received('/s').map((one) => one.params['MessageStatus'])).toEqual(['sending', 'sent', 'delivered'])
  })

  it('to a number the carrier does not have, or in a wrong form, are refused', async () => {
    const rig = createRig()
    expect(
      (await rig.control('POST', '/control/messages', { from: rig.citizen, to: '+862100000000', body: 'x' })).status,
    ).toBe(404)
    expect(
      (await rig.control('POST', '/control/messages', { from: 'someone', to: rig.hotline, body: 'x' })).status,
    ).toBe(400)
    expect(
      (await rig.control('POST', '/control/messages', { from: rig.citizen, to: rig.hotline, body: 'x', extra: 1 }))
        .status,
    ).toBe(400)
  })
})

describe('opting out', () => {
  const send = (rig: Rig) => rig.client.messages.create({ from: rig.hotline, to: rig.citizen, body: '回访' })

  it('blocks by itself with 21610 until START, and confirms', async () => {
    const rig = createRig()
    await from(rig, ' stop ')
    await rig.carrier.settled()
    expect(rig.received('/twilio/messages/incoming')[0]?.params).not.toHaveProperty('OptOutType')
    expect((await inbox(rig)).map((one) => Object(one)[1])).toContainEqual(
      expect.stringContaining('successfully been unsubscribed'),
    )
    await expect(send(rig)).rejects.toMatchObject({ code: 21610, status: 400 })
    await from(rig, 'START')
    expect((await send(rig)).status).toBe('queued')
  })

  it('knows 退订 and says so only with Advanced Opt-Out', async () => {
    const plain = createRig()
    await from(plain, '退订')
    expect((await send(plain)).status).toBe('queued')
    const advanced = createRig({ advancedOptOut: true })
    await from(advanced, '退订')
    await advanced.carrier.settled()
    expect(advanced.received('/twilio/messages/incoming')[0]?.params['OptOutType']).toBe('STOP')
    await expect(send(advanced)).rejects.toMatchObject({ code: 21610 })
  })
})

describe('texts by REST', () => {
  it.each([
    [{ to: undefined }, 21604],
    [{ to: '13800010001' }, 21211],
    [{ to: '+862161234567' }, 21614],
    [{ from: undefined }, 21603],
    [{ from: '+8613800010001' }, 21606],
    [{ body: undefined }, 21602],
    [{ body: '灯'.repeat(1601) }, 21617],
    [{ messagingServiceSid: `MG${'0'.repeat(32)}`, from: undefined }, 21705],
    [{ validityPeriod: 36_001 }, 20001],
    [{ statusCallback: 'ftp://x/' }, 21205],
    [{ mediaUrl: Array.from({ length: 11 }, (_, n) => `https://h.example/${n}.jpg`) }, 21623],
  ])('%j is refused with %i', async (over, code) => {
    const rig = createRig()
    const fields: Record<string, unknown> = { from: rig.hotline, to: rig.citizen, body: 'x', ...over }
    const form = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) form.append(name.charAt(0).toUpperCase() + name.slice(1), String(one))
    const answer = await rig.request(`/2010-04-01/Accounts/${rig.accountSid}/Messages.json`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Basic ${Buffer.from(`${rig.accountSid}:${rig.authToken}`).toString('base64')}` },
    })
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({
        code,
        status: 400,
        message: expect.any(String),
        more_info: `https://www.twilio.com/docs/errors/${code}`,
      }),
    ])
  })

  it('by a messaging service are accepted first, queued with a callback, and can be scheduled and cancelled', async () => {
    const service = `MG${'1'.repeat(32)}`
    const rig = createRig({ messagingServices: { [service]: '+862155512345' } })
    const sent = await rig.client.messages.create({
      messagingServiceSid: service,
      to: rig.citizen,
      body: 'x',
      statusCallback: `${rig.publicUrl}/s`,
    })
    expect(sent).toMatchObject({ status: 'accepted', numSegments: '0', from: null })
    await rig.carrier.advance(3000)
    expect(rig.received('/s').map((one) => one.params['MessageStatus'])).toEqual([
      'queued',
      'sending',
      'sent',
      'delivered',
    ])
    expect(rig.received('/s').at(-1)?.params['RawDlrDoneDate']).toMatch(/^\d{10}$/)
    const later = await rig.client.messages.create({
      messagingServiceSid: service,
      to: rig.citizen,
      body: 'x',
      scheduleType: 'fixed',
      sendAt: new Date(rig.carrier.core.clock.now() + 600_000),
    })
    expect(later.status).toBe('scheduled')
    expect((await rig.client.messages(later.sid).update({ status: 'canceled' })).status).toBe('canceled')
    await rig.carrier.advance(700_000)
    expect((await rig.client.messages(later.sid).fetch()).status).toBe('canceled')
  })

  it('are listed newest first in pages, and deleted', async () => {
    const rig = createRig()
    for (let n = 0; n < 5; n += 1)
      await rig.client.messages.create({ from: rig.hotline, to: rig.citizen, body: String(n) })
    expect((await rig.client.messages.list({ to: rig.citizen, pageSize: 2 })).map((one) => one.body)).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
    ])
    const [newest] = await rig.client.messages.list({ limit: 1 })
    expect(await rig.client.messages(newest?.sid ?? '').remove()).toBe(true)
    await expect(rig.client.messages(newest?.sid ?? '').fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
  })
})
