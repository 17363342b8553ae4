import { serve } from '@hono/node-server'
import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { createRig } from './rig.ts'

type Rig = ReturnType<typeof createRig>
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const ask = (rig: Rig, path: string, init: RequestInit = {}) =>
  rig.request(`/2010-04-01/Accounts/${path}`, {
    ...init,
    headers: { authorization: basic(rig.accountSid, rig.authToken), ...init.headers },
  })

describe('the REST API', () => {
  it.each([undefined, 'Bearer x', basic('AC', 'x'), basic(`AC${'0'.repeat(31)}1`, 'wrong')])(
    'answers %s with 401',
    async (authorization) => {
      const rig = createRig()
      const answer = await rig.request(`/2010-04-01/Accounts/${rig.accountSid}/Calls.json`, {
        headers: authorization === undefined ? {} : { authorization },
      })
      expect([answer.status, await answer.json()]).toEqual([
        401,
        { code: 20003, message: 'Authenticate', more_info: 'https://www.twilio.com/docs/errors/20003', status: 401 },
      ])
    },
  )

  it('takes the API key and its secret as well', async () => {
    const rig = createRig()
    const answer = await ask(rig, `${rig.accountSid}/Calls.json`, {
      headers: { authorization: basic(`SK${'0'.repeat(31)}2`, 'practice-secret') },
    })
    expect(answer.status).toBe(200)
  })

  it.each([
    ['GET', 'AC00000000000000000000000000000009/Calls.json', 404, 20404],
    ['GET', '$/Calls/CA1.json', 404, 20404],
    ['GET', '$/Faxes.json', 404, 20404],
    ['DELETE', '$/Conferences.json', 405, 20004],
    ['GET', '$/Calls.json?Colour=red', 400, 20001],
    ['GET', '$/Calls.json?Status=asleep', 400, 20001],
    ['GET', '$/Calls.json?PageSize=1001', 400, 20001],
    ['GET', '$/Participants.json', 404, 20404],
  ])('%s %s → %i', async (method, path, status, code) => {
    const rig = createRig()
    const answer = await ask(rig, path.replace('$', rig.accountSid), { method })
    expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ code, status })])
  })

  it.each([
    ['Calls', 'To=%2B8613800010001&From=%2B862155512345', 21205],
    ['Calls', 'To=%2B8613800010001&From=%2B8613800010001&Url=https://h.example/', 21210],
    ['Calls', 'From=%2B862155512345&Url=https://h.example/', 21201],
    ['Calls', 'To=%2B8613800010001&From=%2B862155512345&Url=https://h.example/&Loud=true', 20001],
    ['Calls', 'To=%2B8613800010001&From=%2B862155512345&Url=https://h.example/&Record=perhaps', 20001],
    [
      'Calls',
      'To=%2B8613800010001&From=%2B862155512345&Url=https://h.example/&StatusCallback=https://h.example/&StatusCallbackEvent=finished',
      21626,
    ],
    ['Calls', 'To=%2B8613800010001&From=%2B862155512345&Twiml=%3CResponse%3E%3CSing/%3E%3C/Response%3E', 12200],
    ['Calls', 'To=%2B8613800010001&To=%2B8613800010002&From=%2B862155512345&Url=https://h.example/', 20001],
    ['Conferences/r/Participants', 'From=%2B862155512345&To=nobody', 21211],
    ['Conferences/r/Participants', 'From=%2B862155512345&To=client:a&Beep=loud', 20001],
    ['Conferences/r/Participants', 'From=%2B862155512345&To=client:a&Timeout=601', 20001],
  ])('POST %s with %s → 400', async (path, body, code) => {
    const rig = createRig()
    const answer = await ask(rig, `${rig.accountSid}/${path}.json`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code })])
    expect(rig.carrier.core.calls.size).toBe(0)
  })

  it('shows changes only after the read lag', async () => {
    const rig = createRig({ readLagMs: 500 })
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Pause length="60"/></Response>'))
    const call = await rig.call()
    await rig.carrier.advance(1000)
    await rig.client.calls(call).update({ status: 'completed' })
    expect((await rig.client.calls(call).fetch()).status).toBe('in-progress')
    await rig.carrier.advance(500)
    expect((await rig.client.calls(call).fetch()).status).toBe('completed')
  })

  it('answers 429 and 500 without doing anything, and late after having done it', async () => {
    const rig = createRig()
    const send = () => rig.client.messages.create({ from: rig.hotline, to: rig.citizen, body: 'x' })
    for (const [kind, status] of [
      ['rest-429', 429],
      ['rest-500', 500],
      ['rest-lost', 503],
    ] as const) {
      await rig.control('POST', '/control/faults', { kind, match: 'POST /Messages', times: 1 })
      await expect(send()).rejects.toMatchObject({ status })
    }
    expect(rig.carrier.core.messages.size).toBe(0)
    await rig.control('POST', '/control/faults', { kind: 'rest-late', match: 'POST /Messages', times: 1 })
    let answered = false
    const late = send().then(() => (answered = true))
    await rig.carrier.advance(15_000)
    expect([rig.carrier.core.messages.size, answered]).toEqual([1, false])
    await rig.carrier.advance(10_000)
    await late
    expect(answered).toBe(true)
  })

  it('serves the official client over a real connection; a lost request is a cut connection', async () => {
    const rig = createRig()
    const server = serve({ fetch: rig.carrier.app.fetch, port: 0, hostname: '127.0.0.1' })
    const port = await new Promise<number>((resolve) =>
      server.once('listening', () => resolve(Object(server.address()).port)),
    )
    try {
      const httpClient = new twilio.RequestClient({ timeout: 5000 })
      const request = httpClient.request.bind(httpClient)
      httpClient.request = (options) =>
        request({ ...options, uri: options.uri.replace('https://api.twilio.com', `http://127.0.0.1:${port}`) })
      const client = twilio(rig.accountSid, rig.authToken, { httpClient })
      const sent = await client.messages.create({
        from: rig.hotline,
        to: rig.citizen,
        body: '已受理 🔥',
        mediaUrl: ['https://h.example/a.jpg', 'https://h.example/b.jpg'],
      })
      expect(sent).toMatchObject({ body: '已受理 🔥', numMedia: '2', status: 'queued' })
      expect((await client.messages.list({ to: rig.citizen })).map((one) => one.sid)).toEqual([sent.sid])
      await rig.control('POST', '/control/faults', { kind: 'rest-lost', times: 1 })
      await expect(client.messages.create({ from: rig.hotline, to: rig.citizen, body: 'x' })).rejects.toMatchObject({
        code: 'ECONNRESET',
      })
      expect(rig.carrier.core.messages.size).toBe(1)
    } finally {
      server.close()
    }
  })
})
