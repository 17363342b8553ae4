import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findCallbackOfCall } from '../../../../api/calls/callbacks/callbacks.store.ts'
import { offersOf } from '../../../../api/calls/queue/offers.store.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'
import { queuedCall, ringingCall, talkingCall } from '../scenes.ts'

describe.each(engines)('a carrier that misbehaves, on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  /** Long enough that what comes late has come. */
  const talk = () => talkingCall(rig, { rings: 3_000, talks: 12_000 })

  it.each(['duplicate', 'duplicate-new-token', 'late'])(
    'every callback %s: one talk, one end, one line of the transcript each',
    async (kind) => {
      await rig.fault({ kind, match: '/twilio/voice', times: null })
      const { agent, sid } = await talk()
      expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
      await rig.say(sid, '路灯坏了')
      await rig.pass(6_000)
      const { transcript } = await rig.calls.detail(agent.actor, (await rig.call(sid)).id)
      expect(transcript.map(({ text }) => text)).toEqual(['路灯坏了'])
      await rig.hangUp(sid)
      await rig.pass(8_000)
      expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp', endReason: 'citizen' })
      expect(await offersOf(rig.db, (await rig.call(sid)).id)).toHaveLength(1)
      expect(await findCallbackOfCall(rig.db, (await rig.call(sid)).id)).toBeUndefined()
    },
  )

  it('callbacks out of order: hold and mute end as the carrier left them', async () => {
    const { agent, sid } = await talk()
    await rig.fault({ kind: 'reorder', match: '/twilio/voice/conference', times: null })
    const { id } = await rig.call(sid)
    await rig.calls.mute(agent.actor, id, true)
    await rig.settle()
    await rig.calls.hold(agent.actor, id, true)
    await rig.pass(5_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'held', muted: true })
    await rig.calls.hold(agent.actor, id, false)
    await rig.settle()
    await rig.calls.mute(agent.actor, id, false)
    await rig.pass(6_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', muted: false })
  })

  it('an old hold that arrives after the resume changes nothing', async () => {
    const { sid } = await talk()
    const { room, conferenceRef } = await rig.call(sid)
    const group = `conference:${conferenceRef}:hold:${sid}`
    const held = (held: boolean, order: number) =>
      rig.calls.takeNews({
        kind: 'heldChanged',
        held,
        group,
        key: `${group}:${String(order).padStart(9, '0')}`,
        at: null,
        room,
        roomRef: String(conferenceRef),
        leg: sid,
        label: 'citizen',
      })
    await held(false, 41)
    await held(true, 40)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', heldSince: null })
    await held(true, 42)
    await held(true, 42)
    expect(await rig.call(sid)).toMatchObject({ state: 'held' })
  })

  it('the news of the answer after the news of the hang-up: the call counts as answered, nobody rings back', async () => {
    const { agent, sid } = await ringingCall(rig)
    const { id, room } = await rig.call(sid)
    const [offer] = await offersOf(rig.db, id)
    const late = { room, roomRef: 'CFlate', at: null }
    // The agent's entry is told; the citizen's, and the start, are under way when the citizen hangs up.
    await rig.calls.takeNews({
      ...late,
      kind: 'joined',
      key: 'late:1',
      leg: agent.ringing(),
      label: `agent:${offer?.id}`,
    })
    await rig.calls.takeNews({
      kind: 'legStatus',
      key: `call:${sid}:9`,
      at: null,
      leg: sid,
      status: 'hungUp',
      owner: null,
    })
    expect(await rig.call(sid)).toMatchObject({ state: 'abandoned', answeredAt: null })
    expect(await findCallbackOfCall(rig.db, id)).toMatchObject({ state: 'open' })
    await rig.calls.takeNews({ ...late, kind: 'roomStarted', key: 'late:3' })
    const over = await rig.call(sid)
    expect(over).toMatchObject({ state: 'ended', endReason: 'citizen', agentId: agent.actor.id })
    expect(over.answeredAt).not.toBeNull()
    expect(await findCallbackOfCall(rig.db, id)).toMatchObject({ state: 'done', outcome: 'answered' })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
  })

  it('a leg that was added though the answer was lost: the events still bring them together', async () => {
    const agent = await rig.softphone('agent1')
    rig.loseAnswer()
    const sid = await rig.dial()
    await rig.pass(2_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'ringing', agentLegRef: null })
    expect((await rig.db.q.select().from(rig.db.t.outbox)).map(({ topic, state }) => [topic, state])).toEqual([
      ['call.offer', 'unknown'],
    ])
    await agent.command('accept')
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', agentLegRef: agent.ringing() })
    expect([...rig.carrier.core.calls.values()].filter(({ to }) => to.startsWith('client:'))).toHaveLength(1)
  })

  it('such a leg whose caller hung up meanwhile is dropped when it comes in', async () => {
    const agent = await rig.softphone('agent1')
    rig.loseAnswer()
    const sid = await rig.dial()
    await rig.pass(2_000)
    await rig.hangUp(sid)
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'abandoned' })
    await agent.command('accept')
    await rig.pass(1_000)
    expect(agent.types().at(-1)).toBe('disconnected')
    expect(await rig.presence(agent.actor.id)).toBe('ready')
  })

  it('a leg that could not be added: nothing is repeated blindly, the offer runs out', async () => {
    const agent = await rig.softphone('agent1')
    await rig.fault({ kind: 'rest-500', match: 'Participants', times: 1 })
    const sid = await rig.dial()
    await rig.pass(2_000)
    expect(agent.types()).not.toContain('incoming')
    await rig.pass(21_000, 3_000)
    await rig.jobs.runAll()
    expect(await rig.call(sid)).toMatchObject({ state: 'queued' })
    await rig.calls.setPresence(agent.actor, 'ready')
    await rig.pass(2_000)
    await agent.command('accept')
    await rig.pass(2_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
  })

  it('a redirection that was lost: the waiting caller leaves the queue at the next document', async () => {
    const { agent, sid } = await ringingCall(rig)
    await rig.fault({ kind: 'rest-500', match: `Calls/${sid}`, times: 1 })
    await agent.command('accept')
    await rig.pass(25_000, 5_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', agentId: agent.actor.id })
    expect(rig.errors()).toEqual([])
  })

  it('a citizen whose end was never told: the redirection is refused, the agent is free', async () => {
    const { agent, sid } = await queuedCall(rig)
    await rig.fault({ kind: 'missing', match: '/twilio/voice/status', times: null })
    await rig.fault({ kind: 'missing', match: '/twilio/voice/queue-result', times: null })
    await rig.hangUp(sid)
    await rig.pass(2_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'queued' })
    await rig.calls.setPresence(agent.actor, 'ready')
    await rig.pass(2_000)
    await agent.command('accept')
    await rig.pass(2_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'abandoned' })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
    expect(await findCallbackOfCall(rig.db, (await rig.call(sid)).id)).toMatchObject({ reason: 'abandoned' })
  })

  it('calls nobody ended are ended by the sweep', async () => {
    const { agent, sid } = await talk()
    await rig.fault({ kind: 'missing', match: '/twilio/voice', times: null })
    await rig.hangUp(sid)
    await rig.pass(5 * 3_600_000, 1_800_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
    await rig.calls.settleStuck()
    expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp', endReason: 'carrier' })
    await rig.pass(3 * 3_600_000, 1_800_000)
    await rig.calls.settleStuck()
    expect(await rig.call(sid)).toMatchObject({ state: 'ended' })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
  })
})
