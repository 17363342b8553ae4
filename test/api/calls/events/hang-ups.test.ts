import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findCallbackOfCall } from '../../../../api/calls/callbacks/callbacks.store.ts'
import { findContact } from '../../../../api/contacts/contacts.store.ts'
import { offersOf } from '../../../../api/calls/queue/offers.store.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'
import { queuedCall, ringingCall, talkingCall } from '../scenes.ts'

describe.each(engines)('who hangs up, and when, on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  it('in the greeting: ended, nobody is rung back', async () => {
    await rig.softphone('agent1')
    const sid = await rig.dial()
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'citizen', queuedAt: null })
    expect(await findCallbackOfCall(rig.db, over.id)).toBeUndefined()
  })

  it('in the queue: abandoned, on the call-back list once, though told three ways', async () => {
    const { agent, sid } = await queuedCall(rig)
    expect(await rig.call(sid)).toMatchObject({ state: 'queued' })
    expect(rig.lines(sid)).toContain('您是下一位，请稍候。')
    await rig.hangUp(sid)
    await rig.pass(2_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'abandoned', endReason: 'abandoned', offeredAt: null, answeredAt: null })
    expect(await findCallbackOfCall(rig.db, over.id)).toMatchObject({ reason: 'abandoned', state: 'open' })
    expect(await findContact(rig.db, over.contactId)).toMatchObject({ state: 'closed' })
    const list = await rig.calls.callbacks(agent.actor, ['open'])
    expect(list).toHaveLength(1)
    expect(list.map(rig.calls.views.callback)).toMatchObject([
      { reason: 'abandoned', caller: { phone: '138****0001' } },
    ])
  })

  it('again and again: on the list once, in the first place; off it when an agent speaks with them', async () => {
    const agent = await rig.softphone('agent1')
    await rig.calls.setPresence(agent.actor, 'break')
    const from = '+8613800010077'
    const tries: string[] = []
    for (let times = 0; times < 3; times += 1) {
      const sid = await rig.dial(from)
      await rig.pass(2_000)
      await rig.hangUp(sid)
      await rig.pass(2_000)
      tries.push((await rig.call(sid)).id)
      expect(await rig.call(sid)).toMatchObject({ state: 'abandoned' })
    }
    const list = async () => (await rig.calls.callbacks(agent.actor, ['open'])).map(({ callback }) => callback.callId)
    expect(await list()).toEqual(tries.slice(0, 1))

    await rig.calls.setPresence(agent.actor, 'ready')
    const sid = await rig.dial(from)
    await rig.pass(2_000)
    await agent.command('accept')
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
    expect(await list()).toEqual([])
    expect(await findCallbackOfCall(rig.db, tries[0] ?? '')).toMatchObject({ state: 'done', outcome: 'answered' })
  })

  it('taken off the list by an agent who then goes, or whose console falls silent: it is there for the others again', async () => {
    const { agent, sid } = await queuedCall(rig, '+8613800010078')
    await rig.hangUp(sid)
    await rig.pass(2_000)
    const listed = async () => findCallbackOfCall(rig.db, (await rig.call(sid)).id)
    const take = async () => rig.calls.claimCallback(agent.actor, (await listed())?.id ?? '')
    await take()
    expect(await listed()).toMatchObject({ state: 'claimed', claimedBy: agent.actor.id })
    await rig.calls.setPresence(agent.actor, 'offline')
    expect(await listed()).toMatchObject({ state: 'open', claimedBy: null })

    await rig.calls.setPresence(agent.actor, 'break')
    await take()
    await rig.pass(60_000)
    expect(await rig.calls.loseAgent(agent.actor.id)).toBe(true)
    expect(await listed()).toMatchObject({ state: 'open', claimedBy: null })
  })

  it('when the console fell silent in the write-up: it waits, and comes before the next call', async () => {
    const { agent, sid } = await talkingCall(rig)
    await rig.hangUp(sid)
    await rig.pass(60_000)
    expect(await rig.calls.loseAgent(agent.actor.id)).toBe(true)
    const { id } = await rig.call(sid)
    expect(await rig.calls.setPresence(agent.actor, 'ready')).toMatchObject({ state: 'wrapUp', callId: id })
    expect((await rig.calls.board(agent.actor)).mine?.call).toMatchObject({ id, state: 'wrapUp' })
    const next = await rig.dial('+8613800010079')
    await rig.pass(3_000)
    expect(await rig.call(next)).toMatchObject({ state: 'queued' })
    await rig.calls.finish(agent.actor, id, { outcome: 'dropped' })
    await rig.pass(1_000)
    expect(await rig.call(next)).toMatchObject({ state: 'ringing', agentId: agent.actor.id })
    expect((await rig.calls.board(agent.actor)).mine?.call.id).toBe((await rig.call(next)).id)
  })

  it('while the agent is rung: abandoned, the ringing stops, the agent is ready again', async () => {
    const { agent, sid } = await ringingCall(rig)
    expect(await rig.call(sid)).toMatchObject({ state: 'ringing' })
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'abandoned' })
    expect((await offersOf(rig.db, over.id)).map(({ result }) => result)).toEqual(['cancelled'])
    expect(agent.types()).toContain('cancel')
    expect(await rig.presence(agent.actor.id)).toBe('ready')
  })

  it('while held: wrapped up with the held time', async () => {
    const { agent, sid } = await talkingCall(rig)
    await rig.calls.hold(agent.actor, (await rig.call(sid)).id, true)
    await rig.pass(5_000)
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'wrapUp', endReason: 'citizen', heldSince: null })
    expect(over.heldMs).toBeGreaterThanOrEqual(4_000)
    expect(over.heldMs).toBeLessThanOrEqual(6_000)
  })

  it('the agent, by the button: both legs end, the agent writes it up', async () => {
    const { agent, sid } = await talkingCall(rig)
    await rig.calls.end(agent.actor, (await rig.call(sid)).id)
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp', endReason: 'agent' })
    expect(rig.carrier.core.calls.get(sid)?.status).toBe('completed')
    expect(agent.types().at(-1)).toBe('disconnected')
    expect(await findCallbackOfCall(rig.db, (await rig.call(sid)).id)).toBeUndefined()
  })

  it("the agent's leg is lost: the citizen hears an apology, is first in line and served by another", async () => {
    const { agent: one, sid } = await talkingCall(rig)
    const before = await rig.call(sid)
    await one.command('hangup')
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'queued', agentId: null, priority: 90 })
    expect(await rig.presence(one.actor.id)).toBe('break')
    await rig.pass(4_000)
    expect(rig.lines(sid)).toContain('抱歉，通话中断，正在为您优先转接其他话务员。')
    const two = await rig.softphone('agent2')
    await rig.pass(1_000)
    await two.command('accept')
    await rig.pass(1_000)
    const after = await rig.call(sid)
    expect(after).toMatchObject({ state: 'talking', agentId: two.actor.id })
    expect(after.answeredAt).toEqual(before.answeredAt)
    expect(after.room).not.toBe(before.room)
    await rig.hangUp(sid)
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp', agentId: two.actor.id })
    expect(rig.errors()).toEqual([])
  })

  it('a caller who gives the place up for a call-back is told so and texted', async () => {
    const { sid } = await queuedCall(rig)
    await rig.press(sid, '1')
    await rig.pass(4_000)
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'callback' })
    expect(await findCallbackOfCall(rig.db, over.id)).toMatchObject({ reason: 'requested', state: 'open' })
    expect(rig.lines(sid)).toContain('已登记，我们会尽快给您回电。')
    await rig.pass(4_000)
    expect(rig.carrier.core.calls.get(sid)?.status).toBe('completed')
    expect(rig.errors()).toEqual([])
  })

  it.each(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253', '+17378742833', 'anonymous'])(
    'what the carrier writes for a withheld number (%s) is never one citizen: no history, no call-back',
    async (placeholder) => {
      const agent = await rig.softphone('agent1')
      await rig.calls.setPresence(agent.actor, 'break')
      const calls = []
      for (let turn = 0; turn < 2; turn++) {
        const sid = await rig.dial(placeholder)
        await rig.pass(2_000)
        calls.push(await rig.call(sid))
        await rig.hangUp(sid)
        await rig.pass(1_000)
      }
      const [first, second] = calls
      expect(first?.citizenId).not.toBe(second?.citizenId)
      const detail = rig.calls.views.detail(await rig.calls.detail(agent.actor, second?.id ?? ''))
      expect(detail).toMatchObject({
        caller: { phone: '', withheld: true, contactCount: 1 },
        earlier: [],
        openTickets: [],
      })
      expect(await findCallbackOfCall(rig.db, second?.id ?? '')).toBeUndefined()
      await expect(rig.calls.dial(agent.actor, { citizenId: second?.citizenId ?? '' })).rejects.toMatchObject({
        code: 'call.number-withheld',
      })
      expect(await rig.db.q.select().from(rig.db.t.message)).toEqual([])
    },
  )

  it('a withheld number cannot be rung back: not offered, not listed', async () => {
    const { sid } = await queuedCall(rig, 'anonymous')
    expect(rig.lines(sid)).not.toContain('不便等候请按1，我们会尽快回拨；留言请按2。')
    expect(rig.lines(sid)).toContain('留言请按2。')
    await rig.press(sid, '1')
    await rig.pass(2_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'queued' })
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const over = await rig.call(sid)
    expect(over.state).toBe('abandoned')
    expect(await findCallbackOfCall(rig.db, over.id)).toBeUndefined()
  })
})
