import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findCallback, findCallbackOfCall } from '../../../../api/calls/callbacks/callbacks.store.ts'
import { findCall } from '../../../../api/calls/call/calls.store.ts'
import { findContact } from '../../../../api/contacts/contacts.store.ts'
import { findDraftOf } from '../../../../api/contacts/drafts.store.ts'
import { record } from '../../../../api/audit/record.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'
import { queuedCall, talkingCall } from '../scenes.ts'

describe.each(engines)("an agent's desk on %s", (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  const abandoned = async () => {
    const { agent, sid } = await queuedCall(rig)
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const callback = await findCallbackOfCall(rig.db, (await rig.call(sid)).id)
    if (!callback) throw new Error('no call-back')
    return { agent, callback }
  }

  it('passes the citizen to another agent: the form goes along, nobody is doubly busy', async () => {
    const { agent, sid, id } = await talkingCall(rig)
    const other = await rig.softphone('agent2')
    await rig.say(sid, '路灯坏了')
    await rig.pass(500)
    await rig.calls.transfer(agent.actor, id, other.actor.id)
    await rig.pass(2_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'ringing', agentId: other.actor.id })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
    expect(agent.types().at(-1)).toBe('disconnected')
    await other.command('accept')
    await rig.pass(2_000)
    const now = await rig.call(sid)
    expect(now).toMatchObject({ state: 'talking', agentId: other.actor.id })
    expect(await findDraftOf(rig.db, now.contactId)).toMatchObject({
      staffId: other.actor.id,
      content: { text: '路灯坏了' },
    })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
    expect(rig.errors()).toEqual([])
  })

  it('does not pass the citizen to somebody who is not ready', async () => {
    const { agent, sid, id } = await talkingCall(rig)
    const other = await rig.softphone('agent2')
    await rig.calls.setPresence(other.actor, 'break')
    await expect(rig.calls.transfer(agent.actor, id, other.actor.id)).rejects.toMatchObject({
      code: 'call.agent-not-ready',
    })
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', agentId: agent.actor.id })
    expect(await rig.presence(agent.actor.id)).toBe('talking')
  })

  it('rings back: the own softphone, then the citizen, who hears who calls', async () => {
    const { agent, callback } = await abandoned()
    const placed = await rig.calls.dial(agent.actor, { callbackId: callback.id })
    expect(placed).toMatchObject({
      direction: 'out',
      state: 'ringing',
      toNumber: '+8613800010001',
      fromNumber: '+862155512345',
    })
    await rig.pass(1_000)
    await agent.command('accept')
    await rig.pass(1_000)
    const ringing = await findCall(rig.db, placed.id)
    const leg = String(ringing?.carrierRef)
    expect(rig.carrier.core.calls.get(leg)?.status).toBe('ringing')
    await rig.control(`/control/calls/${leg}/answer`)
    await rig.pass(3_000)
    expect(await findCall(rig.db, placed.id)).toMatchObject({ state: 'talking' })
    expect(rig.lines(leg)).toContain('您好，这里是12345政务服务便民热线。')
    await rig.say(leg, '谢谢回电')
    await rig.pass(500)
    const { transcript } = await rig.calls.detail(agent.actor, placed.id)
    expect(transcript.map(({ speaker, text }) => [speaker, text])).toEqual([['citizen', '谢谢回电']])
    await rig.hangUp(leg)
    await rig.pass(1_000)
    expect(await findCall(rig.db, placed.id)).toMatchObject({ state: 'wrapUp', endReason: 'citizen' })
    await rig.calls.finish(agent.actor, placed.id, { outcome: 'answered', next: 'break' })
    expect(await rig.presence(agent.actor.id)).toBe('break')
    expect(await rig.calls.completeCallback(agent.actor, callback.id, 'reached')).toMatchObject({
      state: 'done',
      attempts: 1,
      outcome: 'reached',
    })
    expect(rig.errors()).toEqual([])
  })

  it('a citizen who does not answer: the agent is free, the call-back can be tried again', async () => {
    const { agent, callback } = await abandoned()
    const placed = await rig.calls.dial(agent.actor, { callbackId: callback.id })
    await rig.pass(1_000)
    await agent.command('accept')
    await rig.pass(40_000, 5_000)
    expect(await findCall(rig.db, placed.id)).toMatchObject({
      state: 'ended',
      endReason: 'unanswered',
      answeredAt: null,
    })
    expect(await rig.presence(agent.actor.id), 'as before the call').toBe('break')
    expect(agent.types().at(-1)).toBe('disconnected')
    await rig.calls.completeCallback(agent.actor, callback.id, 'noAnswer')
    expect(await findCallback(rig.db, callback.id)).toMatchObject({ state: 'open', claimedBy: null, attempts: 1 })
  })

  it('the agent gives up ringing: nothing rings on', async () => {
    const { agent, callback } = await abandoned()
    const placed = await rig.calls.dial(agent.actor, { callbackId: callback.id })
    await rig.pass(1_000)
    await agent.command('accept')
    await rig.pass(1_000)
    await rig.calls.end(agent.actor, placed.id)
    await rig.pass(1_000)
    expect(await findCall(rig.db, placed.id)).toMatchObject({ state: 'ended', endReason: 'agent' })
    expect(
      [...rig.carrier.core.calls.values()].filter(({ status }) => status === 'ringing' || status === 'in-progress'),
    ).toEqual([])
    expect(await rig.presence(agent.actor.id), 'as before the call').toBe('break')
  })

  it('two agents take one call-back: one wins, the other is told', async () => {
    const { agent, callback } = await abandoned()
    const other = await rig.softphone('agent2')
    const tries = await Promise.allSettled([
      rig.calls.claimCallback(agent.actor, callback.id),
      rig.calls.claimCallback(other.actor, callback.id),
    ])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'callback.taken' } })
  })

  it('the write-up ends by itself when the ticket is filed', async () => {
    const { agent, sid, id } = await talkingCall(rig)
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const { contactId } = await rig.call(sid)
    await rig.db.tx((tx) => rig.contacts.fileIn(tx, agent.actor, [contactId], 'tkt_filed'))
    expect(await findCall(rig.db, id)).toMatchObject({ state: 'ended', ticketId: 'tkt_filed' })
    expect(await findContact(rig.db, contactId)).toMatchObject({
      state: 'filed',
      ticketId: 'tkt_filed',
      handledBy: agent.actor.id,
    })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
  })

  it('filed while talking, the agent is free with the end of the talk', async () => {
    const { agent, sid, id } = await talkingCall(rig)
    const { contactId } = await rig.call(sid)
    await rig.db.tx((tx) => rig.contacts.fileIn(tx, agent.actor, [contactId], 'tkt_filed'))
    expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
    await rig.hangUp(sid)
    await rig.pass(1_000)
    const over = await findCall(rig.db, id)
    expect(over).toMatchObject({ state: 'ended', endReason: 'citizen' })
    expect(over?.wrapUpEndedAt).toEqual(over?.endedAt)
    expect(await rig.presence(agent.actor.id)).toBe('ready')
    expect(await findContact(rig.db, contactId)).toMatchObject({ state: 'filed' })
  })

  it("a filing and the citizen's hang-up at the same moment do not wait for each other", async () => {
    const { agent, sid } = await talkingCall(rig)
    const { contactId } = await rig.call(sid)
    const filing = rig.db.tx(async (tx) => {
      await rig.contacts.lockIn(tx, [contactId])
      // What opening a ticket does first: it takes the live stream's lock.
      await record(tx, rig.deps, agent.actor, {
        audit: [],
        live: [
          { topic: 'queue', type: 'changed', entityId: 'none', audience: { all: true }, payload: { lineId: null } },
        ],
      })
      await new Promise((resolve) => setTimeout(resolve, 20))
      await rig.contacts.fileIn(tx, agent.actor, [contactId], 'tkt_filed')
    })
    const ended = rig.calls.takeNews({
      kind: 'legStatus',
      key: `call:${sid}:9`,
      at: null,
      leg: sid,
      status: 'hungUp',
      owner: null,
    })
    await Promise.all([filing, ended])
    expect(await rig.call(sid)).toMatchObject({ state: 'ended', ticketId: 'tkt_filed' })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
  })

  const typeInForm = () =>
    rig.db.tx((tx) =>
      tx.q
        .update(tx.t.draft)
        .set({ content: { text: '话务员写的' }, version: 2 })
        .returning(),
    )

  it('what a person wrote in the form is not overwritten by what is said later', async () => {
    const { sid } = await talkingCall(rig)
    const { contactId } = await rig.call(sid)
    await rig.say(sid, '第一句')
    await rig.pass(500)
    await typeInForm()
    await rig.say(sid, '第二句')
    await rig.pass(500)
    expect((await findDraftOf(rig.db, contactId))?.content).toEqual({ text: '话务员写的' })
    expect(await findContact(rig.db, contactId)).toMatchObject({ text: '第一句\n第二句' })
  })

  it("danger in the citizen's words alerts the agent and the supervisors", async () => {
    const { agent, sid, id } = await talkingCall(rig)
    await rig.say(sid, '家里煤气泄漏了，快来人')
    await rig.pass(500)
    expect(await rig.alerts()).toMatchObject([
      {
        entityId: id,
        audience: { roles: ['supervisor'], staffIds: [agent.actor.id] },
        payload: { danger: 'gas', callId: id },
      },
    ])
  })

  it.each([
    ['家里煤气泄漏了，快来人', 'gas'],
    ['煤 气 泄 漏', 'gas'],
    ['屋企漏緊煤氣', 'gas'],
    ['着伙了', 'fire'],
    ['youren yao tiaolou', 'suicide'],
    ['there is a gas leek', 'gas'],
  ])('danger is heard at every turn, however it is written, also after the agent typed: %s', async (words, danger) => {
    const { sid, id } = await talkingCall(rig)
    await rig.say(sid, '你好，我想反映一个事情')
    await rig.pass(500)
    await typeInForm()
    await rig.say(sid, '路灯也不亮')
    await rig.pass(500)
    expect(await rig.alerts()).toEqual([])
    await rig.say(sid, words)
    await rig.pass(500)
    expect(await rig.alerts()).toMatchObject([{ entityId: id, payload: { danger, callId: id } }])
    const { contactId } = await rig.call(sid)
    expect(await findContact(rig.db, contactId)).toMatchObject({ danger })
    expect((await findDraftOf(rig.db, contactId))?.content).toEqual({ text: '话务员写的' })
  })

  it('danger is heard in a word cut over two turns, with the agent between, and told once', async () => {
    const { agent, sid, id } = await talkingCall(rig)
    await rig.say(sid, '我家煤')
    await rig.pass(500)
    await agent.command('say', { text: '您慢慢说' })
    expect(await rig.alerts()).toEqual([])
    await rig.say(sid, '气漏了')
    await rig.pass(500)
    expect(await rig.alerts()).toMatchObject([{ entityId: id, payload: { danger: 'gas' } }])
    await rig.say(sid, '在人民路')
    await rig.pass(500)
    expect(await rig.alerts()).toHaveLength(1)
  })

  it('turns that lie far apart are not one sentence', async () => {
    const { sid } = await talkingCall(rig)
    await rig.say(sid, '我家煤')
    await rig.pass(40_000)
    await rig.say(sid, '气漏了')
    await rig.pass(500)
    expect(await rig.alerts()).toEqual([])
  })

  it('live events carry no phone number, and only the offered agent hears of the offer', async () => {
    const { agent } = await talkingCall(rig)
    const events = await rig.db.q.select().from(rig.db.t.liveEvent)
    expect(JSON.stringify(events)).not.toMatch(/13800010001/)
    expect(events.filter(({ type }) => type === 'offered').map(({ audience }) => audience)).toEqual([
      { roles: ['supervisor'], staffIds: [agent.actor.id] },
    ])
  })

  it('refuses what the state or the role does not allow, and changes nothing', async () => {
    const { agent, sid, id } = await talkingCall(rig)
    const other = rig.actor('agent2')
    const unit = rig.actor('water-bureau-1')
    const before = await rig.call(sid)
    await expect(rig.calls.hold(other, id, true)).rejects.toMatchObject({ code: 'call.not-yours' })
    await expect(rig.calls.hold(agent.actor, id, false)).rejects.toMatchObject({ code: 'call.illegal-transition' })
    await expect(rig.calls.finish(agent.actor, id, { outcome: 'answered' })).rejects.toMatchObject({
      code: 'call.illegal-transition',
    })
    await expect(rig.calls.decline(agent.actor, id)).rejects.toMatchObject({ code: 'call.illegal-transition' })
    await expect(rig.calls.end(unit, id)).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(rig.calls.end(agent.actor, 'cal_none')).rejects.toMatchObject({ code: 'call.not-found' })
    await expect(rig.calls.board(unit)).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(rig.calls.setPresence(agent.actor, 'break')).rejects.toMatchObject({ code: 'call.presence' })
    await expect(rig.calls.dial(agent.actor, { citizenId: before.citizenId })).rejects.toMatchObject({
      code: 'call.presence',
    })
    expect({ ...(await rig.call(sid)), version: 0 }).toEqual({ ...before, version: 0 })
  })
})
