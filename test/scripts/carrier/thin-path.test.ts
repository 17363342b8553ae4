import { describe, expect, it } from 'vitest'
import { createRig } from './rig.ts'

describe('text in, answer out', () => {
  it('signs the webhook, sends the reply and reports its delivery', async () => {
    const rig = createRig()
    rig.on('/twilio/messages/incoming', () => rig.twiml('<Response/>'))
    await rig.control('POST', '/control/messages', { from: rig.citizen, to: rig.hotline, body: '路灯坏了' })
    await rig.carrier.settled()
    const [incoming] = rig.received('/twilio/messages/incoming')
    expect(incoming?.params['Body']).toBe('路灯坏了')
    expect(incoming?.signed).toBe(true)
    const sent = await rig.client.messages.create({
      from: rig.hotline,
      to: rig.citizen,
      body: '已受理',
      statusCallback: `${rig.publicUrl}/twilio/messages/status`,
    })
    expect(sent.status).toBe('queued')
    await rig.carrier.advance(5000)
    expect(rig.received('/twilio/messages/status').map((one) => one.params['MessageStatus'])).toEqual([
      'sending',
      'sent',
      'delivered',
    ])
    expect((await rig.client.messages(sent.sid).fetch()).status).toBe('delivered')
  })
})

describe('a call from greeting to hang-up', () => {
  it('waits in the queue, meets the agent in a conference and exchanges words', async () => {
    const rig = createRig()
    const status = `${rig.publicUrl}/twilio/voice/conference`
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        '<Response><Say language="cmn-CN" voice="Polly.Zhiyu">您好</Say><Enqueue waitUrl="/twilio/voice/wait" action="/twilio/voice/queued">main</Enqueue></Response>',
      ),
    )
    rig.on('/twilio/voice/wait', () => rig.twiml('<Response><Say>请稍候</Say><Pause length="5"/></Response>'))
    rig.on('/twilio/voice/room', () =>
      rig.twiml(
        `<Response><Dial><Conference startConferenceOnEnter="false" endConferenceOnExit="true" participantLabel="citizen" statusCallback="${status}" statusCallbackEvent="start end join leave hold mute">room-1</Conference></Dial></Response>`,
      ),
    )
    const heard: unknown[] = []
    const agent = await rig.softphone('agent-7', heard)
    const call = await rig.call()
    await rig.carrier.advance(12_000)
    expect(rig.received('/twilio/voice/wait').length).toBeGreaterThan(1)
    const leg = await rig.client.conferences('room-1').participants.create({
      from: rig.hotline,
      to: 'client:agent-7',
      label: 'agent:7',
      conferenceStatusCallback: status,
      conferenceStatusCallbackEvent: ['start', 'end', 'join', 'leave', 'hold', 'mute'],
    })
    await rig.carrier.advance(1000)
    expect(heard).toContainEqual(expect.objectContaining({ type: 'incoming' }))
    expect(await agent.command(leg.callSid, 'accept')).toBe(200)
    await rig.carrier.advance(100)
    await rig.client.calls(call).update({ url: `${rig.publicUrl}/twilio/voice/room`, method: 'POST' })
    await rig.carrier.advance(1000)
    expect(rig.events('/twilio/voice/conference')).toEqual(['participant-join', 'participant-join', 'conference-start'])
    expect(rig.received('/twilio/voice/queued').map((one) => one.params['QueueResult'])).toEqual(['redirected'])
    await agent.command(leg.callSid, 'say', { text: '请问有什么可以帮您' })
    await rig.control('POST', `/control/calls/${call}/say`, { text: '路灯坏了' })
    await rig.carrier.advance(100)
    expect(heard).toContainEqual(
      expect.objectContaining({
        type: 'turn',
        data: expect.objectContaining({ text: '路灯坏了', speaker: 'citizen' }),
      }),
    )
    expect(rig.lines(call)).toContain('请问有什么可以帮您')
    await rig.control('POST', `/control/calls/${call}/hangup`)
    await rig.carrier.advance(1000)
    expect(rig.events('/twilio/voice/conference').slice(3)).toEqual([
      'participant-leave',
      'participant-leave',
      'conference-end',
    ])
    expect(rig.received('/twilio/voice/status').at(-1)?.params['CallStatus']).toBe('completed')
    expect((await rig.client.calls(leg.callSid).fetch()).status).toBe('completed')
    expect(rig.requests.every((request) => request.signed)).toBe(true)
  })
})
