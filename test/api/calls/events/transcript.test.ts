import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'
import { talkingCall } from '../scenes.ts'

describe.each(engines)('what is said, on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  const detail = async (sid: string) => rig.calls.detail(rig.actor('agent1'), (await rig.call(sid)).id)
  const lines = async (sid: string) => (await detail(sid)).transcript.map(({ speaker, text }) => [speaker, text])

  it('is written down by who said it; what the hotline announces is nobody’s words', async () => {
    const { agent, sid } = await talkingCall(rig)
    await agent.command('say', { text: '您好，请讲' })
    await rig.say(sid, '路灯坏了')
    const { id } = await rig.call(sid)
    await rig.calls.hold(agent.actor, id, true)
    await rig.pass(30_000)
    await rig.calls.hold(agent.actor, id, false)
    await rig.pass(2_000)
    await agent.command('say', { text: '已登记' })
    await rig.pass(1_000)
    expect(rig.lines(sid).length, 'greeting, notice, position, connecting, hold').toBeGreaterThan(6)
    expect(await lines(sid)).toEqual([
      ['agent', '您好，请讲'],
      ['citizen', '路灯坏了'],
      ['agent', '已登记'],
    ])
  })

  it('by an agent who is muted or holds the citizen is said to others, and is not kept', async () => {
    const { agent, sid } = await talkingCall(rig)
    const { id } = await rig.call(sid)
    await rig.calls.mute(agent.actor, id, true)
    await rig.pass(1_000)
    await agent.command('say', { text: '静音时的旁白' })
    await rig.calls.mute(agent.actor, id, false)
    await rig.pass(1_000)
    await rig.calls.hold(agent.actor, id, true)
    await rig.pass(1_000)
    await agent.command('say', { text: '保持时的旁白' })
    await rig.pass(1_000)
    expect(await lines(sid)).toEqual([])
  })

  it('by the first agent is kept though the call was passed on before it was told', async () => {
    const { agent, sid, id } = await talkingCall(rig)
    await rig.softphone('agent2')
    await rig.fault({ kind: 'late', match: '/twilio/voice/turns', times: 1, ms: 4_000 })
    await agent.command('say', { text: '我为您转接' })
    await rig.calls.transfer(agent.actor, id, rig.actor('agent2').id)
    await rig.pass(6_000)
    expect(await lines(sid)).toEqual([['agent', '我为您转接']])
  })

  it('and cannot be written down is logged with the carrier’s code, and shown to the agent', async () => {
    await rig.fault({ kind: 'deaf-transcription', times: 1 })
    const { agent, sid, id } = await talkingCall(rig)
    expect(rig.calls.views.detail(await detail(sid))).toMatchObject({ transcriptFault: '17566' })
    const events = (await rig.db.q.select().from(rig.db.t.liveEvent)).filter(({ type }) => type === 'transcriptFailed')
    expect(events).toMatchObject([{ topic: 'call', entityId: id, payload: { code: '17566' } }])
    const audit = (await rig.db.q.select().from(rig.db.t.audit)).filter(({ entityId }) => entityId === id)
    expect(audit.map(({ action }) => action)).toContain('call.transcriptFailed')
    await rig.say(sid, '路灯坏了')
    await agent.command('say', { text: '请讲' })
    await rig.pass(1_000)
    expect(await lines(sid), 'the agent’s own leg is still written down').toEqual([['agent', '请讲']])
  })

  it('is heard in a voice of its language, whatever the hotline announces', async () => {
    await talkingCall(rig)
    const documents = rig.heard.map(({ body }) => body).join('\n')
    const said = [...documents.matchAll(/<Say ([^>]*)>/g)].map(([, attributes]) => attributes)
    expect(said.length).toBeGreaterThan(4)
    expect(new Set(said)).toEqual(
      new Set(['language="cmn-CN" voice="Polly.Zhiyu-Neural"', 'language="en-US" voice="Polly.Joanna-Neural"']),
    )
    expect(rig.errors()).toEqual([])
  })
})
