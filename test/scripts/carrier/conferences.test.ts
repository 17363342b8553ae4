import { describe, expect, it } from 'vitest'
import { createRig } from './rig.ts'

type Rig = ReturnType<typeof createRig>
const all = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'announcement']

/** A citizen in the room `r`, waiting for an agent. */
const citizen = async (rig: Rig, attributes = 'endConferenceOnExit="true"', after = ''): Promise<string> => {
  rig.on('/twilio/voice/incoming', () =>
    rig.twiml(
      `<Response><Dial action="/after"><Conference startConferenceOnEnter="false" participantLabel="citizen" waitUrl="/wait" statusCallback="/room" statusCallbackEvent="${all.join(' ')}" ${attributes}>r</Conference></Dial></Response>`,
    ),
  )
  rig.on('/wait', () => rig.twiml('<Response><Say>等候</Say></Response>'))
  rig.on('/after', () => rig.twiml(`<Response>${after}</Response>`))
  return rig.call()
}

const add = (rig: Rig, to: string, over: Record<string, unknown> = {}) =>
  rig.client.conferences('r').participants.create({
    from: rig.hotline,
    to,
    label: to,
    beep: 'false',
    conferenceStatusCallback: `${rig.publicUrl}/room`,
    conferenceStatusCallbackEvent: all,
    ...over,
  })

const answering = (rig: Rig, number: string): string => {
  rig.carrier.core.parties.set(number, { behavior: 'answer', afterSeconds: 1, steps: [] })
  return number
}
const agentNumber = '+8613700030003'
const room = (rig: Rig) => [...rig.carrier.core.conferences.values()].at(-1)?.sid ?? ''

describe('a conference', () => {
  it('starts with two participants, waits without looping, and ends with the citizen', async () => {
    const rig = createRig()
    const call = await citizen(rig)
    await rig.carrier.advance(30_000)
    expect(rig.lines(call)).toEqual(['beep', '等候'])
    expect((await rig.client.conferences(room(rig)).fetch()).status).toBe('init')
    const leg = await add(rig, answering(rig, agentNumber))
    expect(leg).toMatchObject({ status: 'queued', label: agentNumber, conferenceSid: room(rig), coaching: false })
    await rig.carrier.advance(3000)
    expect(rig.events('/room')).toEqual(['participant-join', 'participant-join', 'conference-start'])
    expect(rig.received('/room').map((one) => one.params['SequenceNumber'])).toEqual(['1', '2', '3'])
    await rig.control('POST', `/control/calls/${call}/hangup`)
    await rig.carrier.advance(100)
    const [leave, other, end] = rig.received('/room').slice(3)
    expect(leave?.params).toMatchObject({
      StatusCallbackEvent: 'participant-leave',
      ReasonParticipantLeft: 'participant_hung_up',
      ParticipantLabel: 'citizen',
      ParticipantCallStatus: 'completed',
    })
    expect(other?.params).toMatchObject({ ReasonParticipantLeft: 'moderator_ended_conference' })
    expect(end?.params).toMatchObject({
      StatusCallbackEvent: 'conference-end',
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
      CallSidEndingConference: call,
    })
    expect((await rig.client.calls(leg.callSid).fetch()).status).toBe('completed')
  })

  it('does not start with one participant alone', async () => {
    const rig = createRig()
    await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(5000)
    expect(rig.events('/room')).toEqual(['participant-join'])
    expect((await rig.client.conferences(room(rig)).fetch()).status).toBe('init')
  })

  it('needs somebody who starts it', async () => {
    const rig = createRig()
    await citizen(rig)
    await add(rig, answering(rig, agentNumber), { startConferenceOnEnter: false })
    await rig.carrier.advance(5000)
    expect(rig.events('/room')).toEqual(['participant-join', 'participant-join'])
    await add(rig, answering(rig, '+8613700040004'))
    await rig.carrier.advance(5000)
    expect(rig.events('/room')).toContain('conference-start')
  })

  it('reports a leg that does not answer, and the citizen stays', async () => {
    const rig = createRig()
    const call = await citizen(rig)
    await add(rig, 'client:nobody', { timeout: 10 })
    await rig.carrier.advance(15_500)
    expect(rig.received('/room').at(-1)?.params).toMatchObject({
      StatusCallbackEvent: 'participant-leave',
      ReasonParticipantLeft: 'participant_add_failed',
      ParticipantCallStatus: 'no-answer',
    })
    expect((await rig.client.calls(call).fetch()).status).toBe('in-progress')
  })

  it('cancels legs that still ring when it ends', async () => {
    const rig = createRig()
    const call = await citizen(rig)
    const leg = await add(rig, 'client:slow')
    await rig.carrier.advance(2000)
    await rig.control('POST', `/control/calls/${call}/hangup`)
    await rig.carrier.advance(100)
    expect((await rig.client.calls(leg.callSid).fetch()).status).toBe('canceled')
    expect(rig.events('/room').at(-1)).toBe('conference-end')
  })

  it('ended by the API: the citizen goes on with the action of its Dial', async () => {
    const rig = createRig()
    const call = await citizen(rig, 'endConferenceOnExit="true"', '<Say>请评价</Say>')
    await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(3000)
    await rig.client.conferences(room(rig)).update({ status: 'completed' })
    await rig.carrier.advance(100)
    expect(rig.received('/after')[0]?.params).toMatchObject({ DialCallStatus: 'answered' })
    expect(rig.received('/after')[0]?.params).not.toHaveProperty('DialCallSid')
    expect(rig.lines(call)).toContain('请评价')
    expect(await rig.client.conferences(room(rig)).fetch()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'conference-ended-via-api',
    })
  })

  it('holds, mutes and lets go: who hears whom', async () => {
    const rig = createRig()
    const call = await citizen(rig)
    const leg = await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(3000)
    const part = rig.client.conferences(room(rig)).participants
    const exchange = async (mark: string): Promise<[boolean, boolean]> => {
      await rig.control('POST', `/control/calls/${call}/say`, { text: `市民${mark}` })
      await rig.control('POST', `/control/calls/${leg.callSid}/say`, { text: `坐席${mark}` })
      return [rig.lines(leg.callSid).includes(`市民${mark}`), rig.lines(call).includes(`坐席${mark}`)]
    }
    expect(await exchange('甲')).toEqual([true, true])
    rig.on('/hold', () => rig.twiml('<Response><Say>请勿挂机</Say></Response>'))
    await rig.client
      .conferences(room(rig))
      .participants('citizen')
      .update({ hold: true, holdUrl: `${rig.publicUrl}/hold` })
    await rig.carrier.advance(100)
    expect(rig.received('/hold')[0]?.method).toBe('GET')
    expect(rig.lines(call)).toContain('请勿挂机')
    expect(await exchange('乙')).toEqual([false, false])
    await part(call).update({ hold: false })
    await part(leg.callSid).update({ muted: true })
    expect(await exchange('丙')).toEqual([true, false])
    await part(leg.callSid).update({ muted: false })
    expect(await exchange('丁')).toEqual([true, true])
    await rig.carrier.advance(100)
    expect(rig.events('/room').slice(3)).toEqual([
      'participant-hold',
      'participant-unhold',
      'participant-mute',
      'participant-unmute',
    ])
  })

  it('lets a supervisor whisper to one leg, then speak to all', async () => {
    const rig = createRig()
    const call = await citizen(rig)
    const leg = await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(3000)
    const boss = await add(rig, answering(rig, '+8613700040004'), { coaching: true, callSidToCoach: leg.callSid })
    await rig.carrier.advance(3000)
    await rig.control('POST', `/control/calls/${boss.callSid}/say`, { text: '问地址' })
    expect([rig.lines(leg.callSid).includes('问地址'), rig.lines(call).includes('问地址')]).toEqual([true, false])
    await rig.client.conferences(room(rig)).participants(boss.callSid).update({ coaching: false })
    await rig.control('POST', `/control/calls/${boss.callSid}/say`, { text: '我是班长' })
    expect(rig.lines(call)).toContain('我是班长')
    await expect(
      add(rig, '+8613700050005', { coaching: true, callSidToCoach: `CA${'0'.repeat(32)}` }),
    ).rejects.toMatchObject({ code: 13240 })
  })

  it('takes a label once (16025), also from a document', async () => {
    const rig = createRig()
    await citizen(rig)
    await add(rig, answering(rig, agentNumber), { label: 'agent:7' })
    await expect(add(rig, '+8613700040004', { label: 'agent:7' })).rejects.toMatchObject({ code: 16025 })
    await rig.call('+8613900020002')
    expect(rig.carrier.log.lines({ kind: 'warning' }).map((line) => line.code)).toContain(16025)
  })

  it('keeps the callback of the first participant', async () => {
    const rig = createRig()
    await citizen(rig)
    await add(rig, answering(rig, agentNumber), { conferenceStatusCallback: `${rig.publicUrl}/elsewhere` })
    await rig.carrier.advance(3000)
    expect(rig.received('/elsewhere')).toHaveLength(0)
    expect(rig.events('/room')).toContain('conference-start')
  })

  it('lists live legs only, answers for a removed one with 404, and takes a name only when adding', async () => {
    const rig = createRig()
    const call = await citizen(rig, '')
    const leg = await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(3000)
    const parts = rig.client.conferences(room(rig)).participants
    expect((await parts.list()).map((one) => one.label)).toEqual(['citizen', agentNumber])
    expect(await parts(leg.callSid).remove()).toBe(true)
    await rig.carrier.advance(10)
    expect((await parts.list()).map((one) => one.callSid)).toEqual([call])
    await expect(parts(leg.callSid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
    await expect(rig.client.conferences('r').participants.list()).rejects.toMatchObject({ status: 404 })
    expect(
      (await rig.client.conferences.list({ friendlyName: 'r', status: 'in-progress' })).map((one) => one.sid),
    ).toEqual([room(rig)])
    expect((await rig.client.calls(leg.callSid).fetch()).status).toBe('completed')
  })

  it('tells nobody what is said where no transcription was started', async () => {
    const rig = createRig()
    const call = await citizen(rig)
    await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(3000)
    await rig.control('POST', `/control/calls/${call}/say`, { text: '路灯坏了' })
    await rig.carrier.advance(10)
    expect(rig.requests.filter(({ params }) => params['TranscriptionEvent'] !== undefined)).toEqual([])
  })

  it('announcements come out of a leg like anybody’s words; a transcription of what goes in has none of them', async () => {
    const rig = createRig()
    const start = (url: string, track: string) =>
      `<Start><Transcription statusCallbackUrl="${url}" track="${track}" transcriptionEngine="deepgram" languageCode="zh-CN" inboundTrackLabel="citizen"/></Start>`
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        `<Response>${start('/both', 'both_tracks')}${start('/own', 'inbound_track')}<Say language="cmn-CN" voice="Polly.Zhiyu">通话将被录音</Say><Pause length="30"/></Response>`,
      ),
    )
    const call = await rig.call()
    await rig.carrier.advance(3000)
    await rig.control('POST', `/control/calls/${call}/say`, { text: '路灯坏了' })
    await rig.carrier.advance(10)
    const told = (path: string) =>
      rig
        .received(path)
        .filter(({ params }) => params['TranscriptionEvent'] === 'transcription-content')
        .map(({ params }) => [params['Track'], JSON.parse(params['TranscriptionData'] ?? '').transcript])
    expect(told('/both')).toEqual([
      ['outbound_track', '通话将被录音'],
      ['inbound_track', '路灯坏了'],
    ])
    expect(told('/own')).toEqual([['inbound_track', '路灯坏了']])
    expect(rig.received('/own')[0]?.params).toMatchObject({
      TranscriptionEvent: 'transcription-started',
      TranscriptionEngine: 'deepgram',
      LanguageCode: 'zh-CN',
      Track: 'inbound_track',
      InboundTrackLabel: 'citizen',
    })
  })

  it.each([
    ['languageCode="zh-CN"', 'google telephony does not know the language zh-CN'],
    ['languageCode="cmn-Hans-CN"', 'google telephony does not know the language cmn-Hans-CN'],
    ['transcriptionEngine="deepgram" languageCode="cmn-Hans-CN"', 'deepgram nova-2 does not know'],
    ['languageCode="en-US" speechModel="nova-2"', 'google has no model nova-2'],
  ])('%s is no transcription: the error is told, and nothing is written down', async (attributes, why) => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        `<Response><Start><Transcription statusCallbackUrl="/words" ${attributes}/></Start><Pause length="30"/></Response>`,
      ),
    )
    const call = await rig.call()
    await rig.control('POST', `/control/calls/${call}/say`, { text: '路灯坏了' })
    await rig.carrier.advance(10)
    expect(rig.received('/words').map(({ params }) => params['TranscriptionEvent'])).toEqual(['transcription-error'])
    expect(rig.received('/words')[0]?.params).toMatchObject({
      TranscriptionErrorCode: expect.stringMatching(/^\d+$/),
      TranscriptionError: expect.stringContaining(why),
    })
    expect(rig.carrier.core.calls.get(call)?.status, 'the call goes on').toBe('in-progress')
  })

  it('is transcribed on a leg without a document by REST, until it is stopped', async () => {
    const rig = createRig()
    await citizen(rig)
    const leg = await add(rig, answering(rig, agentNumber))
    await expect(rig.client.calls(leg.callSid).transcriptions.create({})).rejects.toMatchObject({ code: 21220 })
    await rig.carrier.advance(3000)
    const made = await rig.client.calls(leg.callSid).transcriptions.create({
      name: 'agent',
      statusCallbackUrl: `${rig.publicUrl}/words`,
      track: 'inbound_track',
      transcriptionEngine: 'deepgram',
      languageCode: 'zh-CN',
    })
    expect(made).toMatchObject({ status: 'in-progress', callSid: leg.callSid, name: 'agent' })
    await rig.control('POST', `/control/calls/${leg.callSid}/say`, { text: '在什么位置' })
    expect((await rig.client.calls(leg.callSid).transcriptions('agent').update({ status: 'stopped' })).status).toBe(
      'stopped',
    )
    await rig.control('POST', `/control/calls/${leg.callSid}/say`, { text: '停止以后' })
    await rig.carrier.advance(10)
    expect(rig.received('/words').map(({ params }) => params['TranscriptionEvent'])).toEqual([
      'transcription-started',
      'transcription-content',
      'transcription-stopped',
    ])
  })

  it('reports to a transcription that was started, for as long as it runs', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        '<Response><Start><Transcription name="t" statusCallbackUrl="/words" transcriptionEngine="deepgram" languageCode="zh-CN"/></Start><Dial action="/stop"><Conference beep="false" participantLabel="citizen">r</Conference></Dial></Response>',
      ),
    )
    rig.on('/stop', () => rig.twiml('<Response><Stop><Transcription name="t"/></Stop><Pause length="30"/></Response>'))
    const call = await rig.call()
    const leg = await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(3000)
    const say = (sid: string, words: string) => rig.control('POST', `/control/calls/${sid}/say`, { text: words })
    await say(call, '路灯坏了')
    await say(leg.callSid, '在什么位置')
    const parts = rig.client.conferences(room(rig)).participants
    await parts(call).update({ hold: true })
    await say(leg.callSid, '市民听不到')
    await say(call, '被保留时也听得见自己')
    await rig.client.conferences(room(rig)).update({ status: 'completed' })
    await rig.carrier.advance(100)
    await say(call, '停止以后')
    await rig.carrier.advance(100)
    const words = rig.received('/words').map((one) => one.params)
    expect(words.map((one) => one['TranscriptionEvent'])).toEqual([
      'transcription-started',
      ...Array.from({ length: 3 }, () => 'transcription-content'),
      'transcription-stopped',
    ])
    expect(
      words
        .slice(1, 4)
        .map((one) => [one['CallSid'], one['Track'], JSON.parse(one['TranscriptionData'] ?? '').transcript]),
    ).toEqual([
      [call, 'inbound_track', '路灯坏了'],
      [call, 'outbound_track', '在什么位置'],
      [call, 'inbound_track', '被保留时也听得见自己'],
    ])
    expect(words.map((one) => one['SequenceId'])).toEqual(['1', '2', '3', '4', '5'])
  })

  it('announces to the room and reports the end', async () => {
    const rig = createRig()
    const call = await citizen(rig)
    const leg = await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(3000)
    rig.on('/announce', () => rig.twiml('<Response><Say>通话还剩一分钟</Say></Response>'))
    await rig.client.conferences(room(rig)).update({ announceUrl: `${rig.publicUrl}/announce` })
    await rig.carrier.advance(3000)
    expect([call, leg.callSid].map((sid) => rig.lines(sid).includes('通话还剩一分钟'))).toEqual([true, true])
    expect(rig.events('/room').at(-1)).toBe('announcement-end')
  })

  it('falls to the Dial action when the wait document cannot be had', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml(
        '<Response><Dial action="/after"><Conference startConferenceOnEnter="false" waitUrl="/broken">r</Conference></Dial></Response>',
      ),
    )
    rig.on('/broken', () => new Response('no', { status: 500 }))
    rig.on('/after', () => rig.twiml('<Response><Say>改走语音信箱</Say></Response>'))
    const call = await rig.call()
    await rig.carrier.advance(10)
    expect(rig.lines(call)).toContain('改走语音信箱')
  })
})

describe('recording', () => {
  it('of a room: in progress, paused without losing the time line, ready some seconds after the end', async () => {
    const rig = createRig()
    const call = await citizen(
      rig,
      'endConferenceOnExit="true" record="record-from-start" trim="do-not-trim" recordingStatusCallback="/recorded" recordingStatusCallbackEvent="in-progress completed absent"',
    )
    await add(rig, answering(rig, agentNumber))
    await rig.carrier.advance(1500)
    await rig.carrier.advance(10_000)
    const [recording] = await rig.client.recordings.list({ conferenceSid: room(rig) })
    const current = rig.client.conferences(room(rig)).recordings('Twilio.CURRENT')
    expect((await current.update({ status: 'paused', pauseBehavior: 'silence' })).status).toBe('paused')
    await rig.carrier.advance(10_000)
    await current.update({ status: 'in-progress' })
    await rig.control('POST', `/control/calls/${call}/hangup`)
    await rig.carrier.advance(100)
    expect(rig.received('/recorded').map((one) => one.params['RecordingStatus'])).toEqual([
      'in-progress',
      'in-progress',
    ])
    await rig.carrier.advance(3000)
    expect(rig.received('/recorded').at(-1)?.params).toMatchObject({
      RecordingStatus: 'completed',
      RecordingSource: 'Conference',
      RecordingSid: recording?.sid,
      ConferenceSid: room(rig),
    })
    expect(rig.received('/recorded').at(-1)?.params, 'it is of the room, not of a leg').not.toHaveProperty('CallSid')
    expect(Number(rig.received('/recorded').at(-1)?.params['RecordingDuration'])).toBeGreaterThan(19)
    expect(await rig.client.recordings(recording?.sid ?? '').remove()).toBe(true)
    await expect(rig.client.recordings(recording?.sid ?? '').fetch()).rejects.toMatchObject({ status: 404 })
  })

  it('loses the silence at both ends where nothing else was asked for, and all of it where nobody spoke', async () => {
    const lengths = async (words: boolean) => {
      const rig = createRig()
      const call = await citizen(
        rig,
        'endConferenceOnExit="true" record="record-from-start" recordingStatusCallback="/recorded" recordingStatusCallbackEvent="completed absent"',
      )
      await add(rig, answering(rig, agentNumber))
      await rig.carrier.advance(10_000)
      if (words) await rig.control('POST', `/control/calls/${call}/say`, { text: '路灯' })
      await rig.carrier.advance(4_000)
      if (words) await rig.control('POST', `/control/calls/${call}/say`, { text: '坏了' })
      await rig.carrier.advance(10_000)
      await rig.control('POST', `/control/calls/${call}/hangup`)
      await rig.carrier.advance(5_000)
      return rig.received('/recorded').map(({ params }) => [params['RecordingStatus'], params['RecordingDuration']])
    }
    expect(await lengths(true)).toEqual([['completed', '5']])
    expect(await lengths(false)).toEqual([['absent', '0']])
  })

  it('of a call by REST: dual, stopped, and absent when the fault says so', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () => rig.twiml('<Response><Pause length="60"/></Response>'))
    const call = await rig.call()
    const recordings = rig.client.calls(call).recordings
    const made = await recordings.create({
      recordingChannels: 'dual',
      trim: 'do-not-trim',
      recordingStatusCallback: `${rig.publicUrl}/recorded`,
      recordingStatusCallbackEvent: ['completed', 'absent'],
    })
    expect(made).toMatchObject({ status: 'in-progress', channels: 2, source: 'StartCallRecordingAPI' })
    await rig.carrier.advance(5000)
    await recordings('Twilio.CURRENT').update({ status: 'paused', pauseBehavior: 'skip' })
    await rig.carrier.advance(5000)
    await rig.control('POST', '/control/faults', { kind: 'recording-absent' })
    await recordings(made.sid).update({ status: 'stopped' })
    await rig.carrier.advance(5000)
    expect(
      rig.received('/recorded').map((one) => [one.params['RecordingStatus'], one.params['RecordingDuration']]),
    ).toEqual([['absent', '5']])
    await expect(recordings('Twilio.CURRENT').update({ status: 'stopped' })).rejects.toMatchObject({ status: 404 })
    await rig.client.calls(call).update({ status: 'completed' })
    await expect(recordings.create()).rejects.toMatchObject({ code: 21220 })
  })
})
