import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { accessToken, createRig } from './rig.ts'

type Rig = ReturnType<typeof createRig>
const add = (rig: Rig, identity: string, over: Record<string, unknown> = {}) =>
  rig.client.conferences('r').participants.create({
    from: rig.hotline,
    to: `client:${identity}`,
    label: `agent:${identity}`,
    timeout: 10,
    ...over,
  })

describe('a softphone token', () => {
  const open = (rig: Rig, token: string) => rig.request(`/client/v1/events?token=${token}`)

  it("made by Twilio's own library is taken", async () => {
    const rig = createRig({ startAt: new Date() })
    const token = new twilio.jwt.AccessToken(rig.accountSid, `SK${'0'.repeat(31)}2`, 'practice-secret', {
      identity: '工号7',
      ttl: 60,
    })
    token.addGrant(new twilio.jwt.AccessToken.VoiceGrant({ incomingAllow: true }))
    const answer = await open(rig, token.toJwt())
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    expect(rig.carrier.core.clients.identities()).toEqual(['工号7'])
    await answer.body?.cancel()
    expect(rig.carrier.core.clients.identities()).toEqual([])
  })

  it.each([
    ['another secret', {}, 'wrong-secret', 20101],
    ['another account', { sub: `AC${'f'.repeat(32)}` }, undefined, 20103],
    ['another key', { iss: 'SKx' }, undefined, 20103],
    ['expired', { exp: 1 }, undefined, 20104],
    ['not yet valid', { nbf: 9_999_999_999 }, undefined, 20105],
    ['no identity', { grants: { voice: { incoming: { allow: true } } } }, undefined, 20106],
    ['no incoming calls', { grants: { identity: 'a', voice: {} } }, undefined, 20106],
  ])('is refused: %s', async (_, claims, secret, code) => {
    const rig = createRig()
    const answer = await open(rig, accessToken('a', rig.carrier.core.clock.now(), claims, secret))
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code })])
  })

  it.each(['', 'a.b.c', 'a.b'])('is refused: "%s"', async (token) => {
    const rig = createRig()
    expect((await open(rig, token)).status).toBe(401)
  })

  it('may come from the hotline’s own pages only', async () => {
    const rig = createRig()
    const from = async (origin: string) =>
      (
        await rig.request('/client/v1/calls/CA1/accept', {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        })
      ).headers.get('access-control-allow-origin')
    expect(await from(rig.publicUrl)).toBe(rig.publicUrl)
    expect(await from('https://evil.example')).toBeNull()
  })
})

describe('a softphone', () => {
  it('rings, is cancelled, rejects, misses: the leg says which', async () => {
    const rig = createRig()
    const events: unknown[] = []
    const phone = await rig.softphone('7', events)
    const watch = { statusCallback: `${rig.publicUrl}/leg`, statusCallbackEvent: ['completed'] }
    const ends = async (): Promise<unknown> => {
      await rig.carrier.advance(10)
      return rig.received('/leg').at(-1)?.params['CallStatus']
    }
    const cancelled = await add(rig, '7', watch)
    await rig.carrier.advance(1000)
    expect(events.at(-1)).toMatchObject({ type: 'incoming', data: { callSid: cancelled.callSid, from: rig.hotline } })
    await rig.client.calls(cancelled.callSid).update({ status: 'canceled' })
    expect(await ends()).toBe('canceled')
    expect(events.at(-1)).toMatchObject({ type: 'cancel' })
    expect(await phone.command(cancelled.callSid, 'accept')).toBe(409)
    const rejected = await add(rig, '7', watch)
    await rig.carrier.advance(2000)
    expect(await phone.command(rejected.callSid, 'reject')).toBe(200)
    expect(await ends()).toBe('busy')
    await add(rig, '7', watch)
    await rig.carrier.advance(17_000)
    expect(await ends()).toBe('no-answer')
    await rig.control('POST', '/control/faults', { kind: 'deaf-client', times: 1 })
    const seen = events.length
    await add(rig, '7', watch)
    await rig.carrier.advance(17_000)
    expect([await ends(), events.slice(seen).map((one) => Object(one).type)]).toEqual(['no-answer', ['cancel']])
  })

  it('speaks, is muted, hears the citizen, and hangs up; nobody else may command its leg', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml('<Response><Dial><Conference participantLabel="citizen" beep="false">r</Conference></Dial></Response>'),
    )
    const call = await rig.call()
    const events: unknown[] = []
    const phone = await rig.softphone('7', events)
    const other = await rig.softphone('8', [])
    const leg = await add(rig, '7')
    await rig.carrier.advance(1000)
    expect(await other.command(leg.callSid, 'accept')).toBe(404)
    expect(await phone.command(leg.callSid, 'accept')).toBe(200)
    expect(await phone.command(leg.callSid, 'accept')).toBe(409)
    await phone.command(leg.callSid, 'say', { text: '您好' })
    await phone.command(leg.callSid, 'mute', { muted: true })
    await phone.command(leg.callSid, 'say', { text: '悄悄话' })
    await phone.command(leg.callSid, 'mute', { muted: false })
    await phone.command(leg.callSid, 'say', { text: '请讲' })
    expect(rig.lines(call).filter((line) => line !== 'beep' && line !== '♪')).toEqual(['您好', '请讲'])
    await rig.control('POST', `/control/calls/${call}/say`, { text: '我要反映' })
    await rig.carrier.settled()
    expect(events).toContainEqual({
      type: 'turn',
      data: { callSid: leg.callSid, speaker: 'citizen', text: '我要反映', kind: 'turn' },
    })
    expect(await phone.command(leg.callSid, 'hangup')).toBe(200)
    await rig.carrier.settled()
    expect(events.at(-1)).toMatchObject({ type: 'disconnected' })
    expect((await rig.client.calls(call).fetch()).status).toBe('in-progress')
  })

  it('one of two that answer at once wins', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml('<Response><Dial><Client>7</Client><Client>8</Client></Dial></Response>'),
    )
    const [a, b] = [await rig.softphone('7', []), await rig.softphone('8', [])]
    await rig.call()
    await rig.carrier.advance(1000)
    const legs = [...rig.carrier.core.calls.values()].filter((call) => call.parentCallSid !== null)
    const answers = await Promise.all([
      a.command(legs[0]?.sid ?? '', 'accept'),
      b.command(legs[1]?.sid ?? '', 'accept'),
    ])
    expect(answers.toSorted((x, y) => x - y)).toEqual([200, 409])
    expect(legs.map((leg) => leg.status)).toEqual(['in-progress', 'canceled'])
  })
})
