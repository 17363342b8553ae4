import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findContact } from '../../../api/contacts/contacts.store.ts'
import { findDraftOf } from '../../../api/contacts/drafts.store.ts'
import { findPresence } from '../../../api/calls/agent/presence.store.ts'
import { engines } from '../../support/databases.ts'
import { createCallsRig, type CallsRig } from './rig.ts'

describe.each(engines)('a whole call on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterAll(() => rig.close())

  it('is greeted, queued, offered, answered, talked, ended by the citizen and written up', async () => {
    const agent = await rig.softphone('agent1')
    const sid = await rig.dial()
    await rig.pass(2_000)
    expect(rig.lines(sid)).toContain('您好，这里是12345政务服务便民热线。')
    expect(rig.lines(sid)).toContain('This call will be recorded.')
    const offered = await rig.call(sid)
    expect(offered).toMatchObject({ state: 'ringing', agentId: agent.actor.id, direction: 'in' })
    expect(offered.queuedAt).not.toBeNull()
    expect(agent.types()).toContain('incoming')
    expect(await findPresence(rig.db, agent.actor.id)).toMatchObject({ state: 'ringing', callId: offered.id })

    expect(await agent.command('accept')).toBe(200)
    await rig.pass(1_000)
    const talking = await rig.call(sid)
    expect(talking).toMatchObject({ state: 'talking', agentId: agent.actor.id })
    expect(talking.answeredAt).not.toBeNull()
    expect(await findPresence(rig.db, agent.actor.id)).toMatchObject({ state: 'talking' })

    await agent.command('say', { text: '您好，请问有什么可以帮您？' })
    await rig.say(sid, '中山北路1200弄门口路灯坏了三天')
    await rig.say(sid, '晚上很黑')
    await rig.pass(500)
    const detail = rig.calls.views.detail(await rig.calls.detail(agent.actor, talking.id))
    expect(detail.transcript.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['agent', '您好，请问有什么可以帮您？'],
      ['citizen', '中山北路1200弄门口路灯坏了三天'],
      ['citizen', '晚上很黑'],
    ])
    expect(detail.caller).toMatchObject({ phone: '138****0001', withheld: false })
    expect((await findDraftOf(rig.db, talking.contactId))?.content).toMatchObject({
      channel: 'call',
      contactId: talking.contactId,
      text: '中山北路1200弄门口路灯坏了三天\n晚上很黑',
    })

    await rig.calls.hold(agent.actor, talking.id, true)
    await rig.settle()
    await rig.pass(10_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'held' })
    await rig.calls.hold(agent.actor, talking.id, false)
    await rig.settle()
    await rig.pass(1_000)
    const back = await rig.call(sid)
    expect(back.state).toBe('talking')
    expect(back.heldMs).toBeGreaterThanOrEqual(10_000)
    expect(back.heldMs).toBeLessThan(11_000)

    await rig.hangUp(sid)
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp', endReason: 'citizen' })
    expect(await findPresence(rig.db, agent.actor.id)).toMatchObject({ state: 'wrapUp' })
    expect(agent.types()).toContain('disconnected')

    await rig.pass(3_000)
    const { recordings } = await rig.calls.detail(agent.actor, talking.id)
    expect(recordings).toMatchObject([{ purpose: 'conference', state: 'completed' }])

    await rig.calls.finish(agent.actor, talking.id, { outcome: 'answered' })
    expect(await rig.call(sid)).toMatchObject({ state: 'ended' })
    expect(await findContact(rig.db, talking.contactId)).toMatchObject({ state: 'closed', handledBy: agent.actor.id })
    expect(await findPresence(rig.db, agent.actor.id)).toMatchObject({ state: 'ready', callId: null })
    expect(rig.errors()).toEqual([])
    expect(rig.heard.filter(({ status }) => status >= 400)).toEqual([])
  })
})
