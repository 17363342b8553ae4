import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '../../../../api/vocabulary/actor.ts'
import { findCallbackOfCall } from '../../../../api/calls/callbacks/callbacks.store.ts'
import { findContact } from '../../../../api/contacts/contacts.store.ts'
import { recordingsOf } from '../../../../api/calls/recordings/recordings.store.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'
import { queuedCall } from '../scenes.ts'

describe.each(engines)('voicemail on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  /** The call-back of the call on the agents' list. */
  const listed = async (agent: StaffActor, callId: string) =>
    (await rig.calls.callbacks(agent, ['open'])).map(rig.calls.views.callback).find((one) => one.callId === callId)

  it('nobody signed in: the message becomes an open contact with its words, a call-back and a receipt', async () => {
    const sid = await rig.dial()
    await rig.pass(3_000)
    expect(rig.lines(sid)).toContain('现在没有话务员在岗，请您留言。')
    await rig.say(sid, '桃园小区3号楼电梯坏了')
    await rig.pass(1_000)
    await rig.say(sid, '老人下不了楼')
    await rig.pass(1_000)
    await rig.press(sid, '#')
    await rig.pass(6_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'voicemail', queuedAt: null })
    expect(await findContact(rig.db, over.contactId)).toMatchObject({
      state: 'open',
      text: '桃园小区3号楼电梯坏了\n老人下不了楼',
    })
    expect(await findCallbackOfCall(rig.db, over.id)).toMatchObject({ reason: 'voicemail', state: 'open' })
    expect(await recordingsOf(rig.db, over.id)).toMatchObject([{ purpose: 'voicemail', state: 'completed' }])
    expect(rig.lines(sid)).toContain('留言已收到，我们会尽快与您联系。再见。')
    const texts = await rig.db.q.select().from(rig.db.t.message)
    expect(texts.map(({ body }) => body)).toEqual([expect.stringContaining('留言已收到')])
    expect(rig.errors()).toEqual([])
  })

  it('a caller who hangs up after speaking has left a message all the same, whichever news comes first', async () => {
    const sid = await rig.dial()
    await rig.pass(3_000)
    await rig.say(sid, '水管爆了')
    await rig.pass(2_000)
    await rig.fault({ kind: 'late', match: '/twilio/voice/voicemail', times: null })
    await rig.hangUp(sid)
    await rig.pass(8_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'voicemail' })
    expect(await findContact(rig.db, over.contactId)).toMatchObject({ state: 'open', text: '水管爆了' })
    expect(await findCallbackOfCall(rig.db, over.id)).toMatchObject({ reason: 'voicemail' })
  })

  it('one that the carrier told of without its recording is looked up there, and taken once', async () => {
    await rig.fault({ kind: 'bare-voicemail' })
    await rig.fault({ kind: 'missing', match: '/twilio/voice/recording' })
    const sid = await rig.dial()
    await rig.pass(3_000)
    await rig.say(sid, '井盖没了')
    await rig.pass(1_000)
    await rig.press(sid, '#')
    await rig.pass(2_000)
    expect(rig.lines(sid)).toContain('留言已收到，我们会尽快与您联系。再见。')
    await rig.pass(120_000, 10_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ endReason: 'voicemail' })
    expect(await findCallbackOfCall(rig.db, over.id)).toMatchObject({ reason: 'voicemail', state: 'open' })
    expect(await recordingsOf(rig.db, over.id)).toMatchObject([{ purpose: 'voicemail' }])
    expect(await findContact(rig.db, over.contactId)).toMatchObject({ state: 'open' })
  })

  it('one whose own news was lost is taken in with the news that its recording is ready', async () => {
    await rig.fault({ kind: 'refused', match: '/twilio/voice/voicemail', times: null })
    const sid = await rig.dial()
    await rig.pass(3_000)
    await rig.say(sid, '井盖没了')
    await rig.pass(1_000)
    await rig.press(sid, '#')
    await rig.pass(10_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ endReason: 'voicemail' })
    expect(await findCallbackOfCall(rig.db, over.id)).toMatchObject({ reason: 'voicemail', state: 'open' })
    expect(await recordingsOf(rig.db, over.id)).toHaveLength(1)
  })

  it('a closed line says so; a caller who leaves nothing is not rung back', async () => {
    await rig.softphone('agent1')
    // 12333 closes at 20:00; ten hours on from 10:00 it is closed.
    await rig.pass(10 * 3_600_000 + 60_000, 5 * 3_600_000)
    const sid = await rig.dial('+8613800010001', '+862155512333')
    await rig.pass(1_000)
    expect(rig.lines(sid)).toContain('现在不在服务时间内。服务时间为工作日08:30至20:00。')
    await rig.hangUp(sid)
    await rig.pass(4_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'closed' })
    expect(await findCallbackOfCall(rig.db, over.id)).toBeUndefined()
  })

  it('a waiting caller may leave a message instead', async () => {
    const { sid } = await queuedCall(rig)
    await rig.press(sid, '2')
    await rig.pass(3_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'voicemail' })
    await rig.say(sid, '请回电')
    await rig.pass(10_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'ended', endReason: 'voicemail' })
    expect(rig.errors()).toEqual([])
  })

  it('a caller who leaves nothing on an open line is on the call-back list as one without a message', async () => {
    const { agent, sid } = await queuedCall(rig, '+8613800010055')
    await rig.press(sid, '2')
    await rig.pass(1_000)
    await rig.hangUp(sid)
    await rig.pass(4_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'abandoned' })
    expect(await listed(agent.actor, over.id)).toMatchObject({
      reason: 'noMessage',
      caller: { phone: '138****0055' },
    })
  })

  it('a message of a withheld number is on the list for somebody to hear it', async () => {
    const { agent, sid } = await queuedCall(rig, 'anonymous')
    await rig.press(sid, '2')
    await rig.pass(3_000)
    await rig.say(sid, '有人夜里偷倒渣土')
    await rig.pass(10_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'voicemail' })
    const callback = await listed(agent.actor, over.id)
    expect(callback).toMatchObject({
      reason: 'voicemail',
      text: '有人夜里偷倒渣土',
      caller: { phone: '', withheld: true },
    })
    await expect(rig.calls.dial(agent.actor, { callbackId: callback?.id ?? '' })).rejects.toMatchObject({
      code: 'call.number-withheld',
    })
    expect(rig.errors()).toEqual([])
  })

  it('danger on a voicemail alerts every agent', async () => {
    const sid = await rig.dial()
    await rig.pass(3_000)
    await rig.say(sid, '家里煤气泄漏了，快来人')
    await rig.pass(1_000)
    expect(await rig.alerts()).toMatchObject([
      { type: 'danger', audience: { roles: ['supervisor', 'agent'] }, payload: { danger: 'gas' } },
    ])
    expect(await findContact(rig.db, (await rig.call(sid)).contactId)).toMatchObject({ danger: 'gas' })
  })
})
