import { describe, expect, it } from 'vitest'
import { createRig } from './rig.ts'

describe('verbs', () => {
  it('Gather: digits go to the action, a key cuts the prompt short, nothing goes on to the next verb', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        '<Response><Gather numDigits="2" timeout="5" action="/menu"><Say>很长的提示音请您耐心听完</Say></Gather><Say>没有输入</Say></Response>',
      ),
    )
    rig.on('/menu', () => rig.twiml('<Response><Say>收到</Say></Response>'))
    const call = await rig.call()
    await rig.carrier.advance(100)
    await rig.control('POST', `/control/calls/${call}/press`, { digits: '4' })
    await rig.control('POST', `/control/calls/${call}/press`, { digits: '2' })
    await rig.carrier.advance(0)
    expect(rig.received('/menu')[0]?.params).toMatchObject({ Digits: '42', CallStatus: 'in-progress', CallSid: call })
    const silent = await rig.call('+8613900020002')
    await rig.carrier.advance(12 * 100 + 5000)
    expect(rig.lines(silent)).toContain('没有输入')
  })

  it.each([
    ['<Gather action="/menu" finishOnKey="#"/>', '123#', { Digits: '123' }],
    ['<Gather action="/menu" finishOnKey="" numDigits="3"/>', '1#*', { Digits: '1#*' }],
    ['<Gather action="/menu" actionOnEmptyResult="true" timeout="2"/>', '', { Digits: '' }],
  ])('%s with "%s"', async (verb, digits, wanted) => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml(`<Response>${verb}</Response>`))
    const call = await rig.call()
    if (digits !== '') await rig.control('POST', `/control/calls/${call}/press`, { digits })
    await rig.carrier.advance(3000)
    expect(rig.received('/menu')[0]?.params).toMatchObject(wanted)
  })

  it('Gather hears speech when asked to, and returns to its own document without an action', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Gather input="speech" language="zh-CN"/></Response>'))
    const call = await rig.call()
    await rig.control('POST', `/control/calls/${call}/say`, { text: '我要投诉' })
    await rig.carrier.advance(0)
    expect(rig.received('/twilio/voice/incoming')[1]?.params).toMatchObject({
      SpeechResult: '我要投诉',
      Language: 'zh-CN',
    })
  })

  it('Record: silence ends it; the action gets the recording, the callback comes when the media is ready', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        '<Response><Record maxLength="120" timeout="4" trim="do-not-trim" action="/left" recordingStatusCallback="/recorded" transcribeCallback="/words"/><Say>unreachable</Say></Response>',
      ),
    )
    const call = await rig.call()
    await rig.carrier.advance(2000)
    await rig.control('POST', `/control/calls/${call}/say`, { text: '请给我回电' })
    await rig.carrier.advance(5000)
    const left = rig.received('/left')[0]?.params
    expect(left).toMatchObject({
      RecordingDuration: '6',
      Digits: '',
      RecordingUrl: expect.stringContaining('/Recordings/RE'),
    })
    expect(left, 'the id is documented for the callback only').not.toHaveProperty('RecordingSid')
    expect(rig.received('/recorded')).toHaveLength(0)
    await rig.carrier.advance(10_000)
    expect(rig.received('/recorded')[0]?.params).toMatchObject({
      RecordingStatus: 'completed',
      RecordingSource: 'RecordVerb',
      RecordingDuration: '6',
      CallSid: call,
    })
    expect(rig.received('/words')[0]?.params).toMatchObject({
      TranscriptionText: '请给我回电',
      TranscriptionStatus: 'completed',
    })
    expect(rig.lines(call)).not.toContain('unreachable')
    const sid = String(rig.received('/recorded')[0]?.params['RecordingSid'])
    const media = await rig.request(`/2010-04-01/Accounts/${rig.accountSid}/Recordings/${sid}.mp3`, {
      headers: { authorization: `Basic ${Buffer.from(`${rig.accountSid}:${rig.authToken}`).toString('base64')}` },
    })
    expect(media.headers.get('content-type')).toBe('audio/mpeg')
    expect((await media.arrayBuffer()).byteLength).toBeGreaterThan(20_000)
  })

  it('Record tells its action of a caller who left', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Record action="/left"/></Response>'))
    const call = await rig.call()
    await rig.carrier.advance(3000)
    await rig.control('POST', `/control/calls/${call}/hangup`)
    await rig.carrier.advance(0)
    expect(rig.received('/left')[0]?.params).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' })
  })

  it('Reject declines without answering; Hangup ends; a document that runs out ends', async () => {
    const rig = createRig()
    const ends: unknown[] = []
    for (const xml of ['<Reject reason="busy"/>', '<Hangup/>', '']) {
      rig.on('/twilio/voice/incoming', () => rig.twiml(`<Response>${xml}</Response>`))
      const call = await rig.call()
      await rig.carrier.advance(10)
      ends.push((await rig.client.calls(call).fetch()).status)
    }
    expect(ends).toEqual(['busy', 'completed', 'completed'])
    expect(rig.received('/twilio/voice/status').map((one) => one.params['CallStatus'])).toEqual([
      'busy',
      'completed',
      'completed',
    ])
  })

  it('Dial rings everybody at once; the first to answer wins, the others are cancelled, the action follows', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        '<Response><Dial timeout="20" action="/after"><Number statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">+8613700030003</Number><Number statusCallback="/leg" statusCallbackEvent="completed">+8613700040004</Number></Dial></Response>',
      ),
    )
    rig.carrier.core.parties.set('+8613700030003', {
      behavior: 'answer',
      afterSeconds: 2,
      steps: [{ wait: 10 }, { hangUp: true }],
    })
    const call = await rig.call()
    await rig.carrier.advance(5000)
    await rig.control('POST', `/control/calls/${call}/say`, { text: '喂' })
    await rig.carrier.advance(10_000)
    expect(rig.received('/after')[0]?.params).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'true',
      DialCallDuration: '10',
    })
    const first = rig.received('/leg').filter((one) => one.params['To'] === '+8613700030003')
    expect(first.map((one) => one.params['CallStatus'])).toEqual(['initiated', 'ringing', 'in-progress', 'completed'])
    expect(first.map((one) => one.params['SequenceNumber'])).toEqual(['0', '1', '2', '3'])
    expect(rig.received('/leg').find((one) => one.params['To'] === '+8613700040004')?.params['CallStatus']).toBe(
      'canceled',
    )
  })

  it.each([
    ['busy', 'busy'],
    ['invalid', 'failed'],
    ['never', 'no-answer'],
  ] as const)('Dial to a telephone that is %s', async (behavior, wanted) => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml('<Response><Dial timeout="10" action="/after">+8613700030003</Dial></Response>'),
    )
    rig.carrier.core.parties.set('+8613700030003', { behavior, afterSeconds: 1, steps: [] })
    await rig.call()
    await rig.carrier.advance(14_900)
    if (behavior === 'never') expect(rig.received('/after')).toHaveLength(0)
    await rig.carrier.advance(1000)
    expect(rig.received('/after')[0]?.params).toMatchObject({ DialCallStatus: wanted, DialBridged: 'false' })
  })
})

describe('a call made by REST', () => {
  const make = (rig: ReturnType<typeof createRig>, over: Record<string, unknown> = {}) =>
    rig.client.calls.create({
      from: rig.hotline,
      to: '+8613700030003',
      twiml: '<Response><Say>回访</Say></Response>',
      statusCallback: `${rig.publicUrl}/twilio/voice/status`,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      timeout: 20,
      ...over,
    })
  const statuses = (rig: ReturnType<typeof createRig>) =>
    rig.received('/twilio/voice/status').map((one) => one.params['CallStatus'])

  it('is answered, runs its document and reports every step with duration and dates', async () => {
    const rig = createRig()
    rig.carrier.core.parties.set('+8613700030003', { behavior: 'answer', afterSeconds: 3, steps: [] })
    await make(rig)
    await rig.carrier.advance(10_000)
    expect(statuses(rig)).toEqual(['initiated', 'ringing', 'in-progress', 'completed'])
    const last = rig.received('/twilio/voice/status').at(-1)?.params
    expect(last).toMatchObject({
      CallDuration: '0',
      CallbackSource: 'call-progress-events',
      SipResponseCode: '200',
      SequenceNumber: '3',
    })
    expect(last?.['Timestamp']).toMatch(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/)
  })

  it('rings five seconds longer than asked', async () => {
    const rig = createRig()
    await make(rig)
    await rig.carrier.advance(24_900)
    expect(statuses(rig)).toEqual(['initiated', 'ringing'])
    await rig.carrier.advance(500)
    expect(statuses(rig).at(-1)).toBe('no-answer')
  })

  it('waits its turn: one call a second; cancelled while queued it is never reported', async () => {
    const rig = createRig()
    await make(rig)
    const second = await make(rig, { to: '+8613700040004' })
    const third = await make(rig, { to: '+8613700050005' })
    await rig.client.calls(third.sid).update({ status: 'canceled' })
    await rig.carrier.advance(500)
    expect(rig.received('/twilio/voice/status').filter((one) => one.params['CallSid'] === second.sid)).toHaveLength(0)
    await rig.carrier.advance(1000)
    expect(rig.received('/twilio/voice/status').filter((one) => one.params['CallSid'] === second.sid)).toHaveLength(2)
    await rig.carrier.advance(60_000)
    expect(rig.received('/twilio/voice/status').filter((one) => one.params['CallSid'] === third.sid)).toHaveLength(0)
    expect((await rig.client.calls(third.sid).fetch()).status).toBe('canceled')
  })

  it('can be redirected while it lasts (21220 afterwards)', async () => {
    const rig = createRig()
    rig.carrier.core.parties.set('+8613700030003', { behavior: 'answer', afterSeconds: 1, steps: [] })
    const call = await make(rig, { twiml: '<Response><Pause length="60"/></Response>' })
    await expect(rig.client.calls(call.sid).update({ twiml: '<Response/>' })).rejects.toMatchObject({
      code: 21220,
      status: 400,
    })
    await rig.carrier.advance(3000)
    await rig.client.calls(call.sid).update({ twiml: '<Response><Say>新的</Say><Pause length="9"/></Response>' })
    await rig.carrier.advance(1000)
    expect(rig.lines(call.sid)).toEqual(['新的'])
    await rig.client.calls(call.sid).update({ status: 'completed' })
    await expect(rig.client.calls(call.sid).update({ twiml: '<Response/>' })).rejects.toMatchObject({ code: 21220 })
  })
})
