import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callsJobs } from '../../../../api/calls/calls.jobs.ts'
import { findCallbackOfCall } from '../../../../api/calls/callbacks/callbacks.store.ts'
import { createJobs } from '../../../../api/platform/jobs.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'
import { queuedCall, ringingCall, talkingCall } from '../scenes.ts'

describe.each(engines)('after an outage, on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  /** The server is not there while something happens: whatever the carrier tells is refused, again and again. */
  const outage = async (meanwhile: () => Promise<unknown>, ms = 60_000) => {
    await rig.fault({ kind: 'refused', match: '/twilio/', times: null })
    await meanwhile()
    await rig.carrier.advance(ms)
    for (const fault of rig.carrier.core.faults.list()) rig.carrier.core.faults.remove(fault.id)
  }
  /** The server starts: its jobs are new, and run once. */
  const start = async () => {
    const jobs = createJobs(callsJobs(rig.calls), rig.deps.log, rig.deps.clock)
    await jobs.runAll()
    await rig.pass(3_000)
    return jobs
  }

  it('a talk whose citizen went is over, and its agent writes it up', async () => {
    const { agent, sid } = await talkingCall(rig)
    await outage(() => rig.hangUp(sid))
    expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
    await start()
    expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp', endReason: 'citizen' })
    expect(await rig.presence(agent.actor.id)).toBe('wrapUp')
  })

  it('a caller who gave up waiting is no longer in the queue, and is on the call-back list', async () => {
    const { sid } = await queuedCall(rig)
    await outage(() => rig.hangUp(sid))
    await start()
    const over = await rig.call(sid)
    expect(over.state).toBe('abandoned')
    expect(await findCallbackOfCall(rig.db, over.id)).toMatchObject({ reason: 'abandoned', state: 'open' })
  })

  it('a citizen whose agent was lost is offered to the next one', async () => {
    const { agent, sid } = await talkingCall(rig)
    const other = await rig.softphone('agent2')
    await outage(() => agent.command('hangup'))
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', agentId: agent.actor.id })
    await rig.calls.heartbeat(other.actor)
    await start()
    expect(await rig.call(sid)).toMatchObject({ state: 'ringing', agentId: other.actor.id })
    await other.command('accept')
    await rig.pass(3_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
  })

  it('an agent whose ringing ran out meanwhile is free, and the queue goes on', async () => {
    const { agent, sid } = await ringingCall(rig)
    await outage(() => Promise.resolve(), 30_000)
    const later = await rig.dial('+8613800010002')
    await rig.calls.heartbeat(agent.actor)
    await start()
    expect((await rig.call(sid)).state).not.toBe('ringing')
    expect(await rig.call(later)).toMatchObject({ state: 'ringing', agentId: agent.actor.id })
  })

  it('consoles have the time of a sign of life to come back, and are gone if they do not', async () => {
    const agent = await rig.softphone('agent1')
    await outage(() => Promise.resolve(), 300_000)
    const jobs = await start()
    expect(await rig.presence(agent.actor.id)).toBe('ready')
    await rig.pass(60_000)
    await jobs.runAll()
    expect(await rig.presence(agent.actor.id)).toBe('offline')
  })

  it('two who were to be brought together and never told of it are parted, and the citizen is offered again', async () => {
    const { agent, sid } = await ringingCall(rig)
    await rig.fault({ kind: 'missing', match: '/twilio/voice/conference', times: null })
    const call = await rig.call(sid)
    await agent.command('accept')
    const [offer] = await rig.db.q.select().from(rig.db.t.callOffer)
    await rig.calls.takeNews({
      kind: 'joined',
      key: 'conference:lost',
      at: null,
      room: call.room,
      roomRef: `CF${'1'.repeat(32)}`,
      leg: agent.ringing(),
      label: `agent:${offer?.id}`,
    })
    await rig.pass(90_000, 10_000)
    await rig.calls.heartbeat(agent.actor)
    await rig.calls.checkAlive()
    await rig.calls.routed()
    expect((await rig.call(sid)).room).not.toBe(call.room)
  })

  it('what the carrier does not answer is left as it is, and asked again in seconds', async () => {
    const { sid } = await talkingCall(rig)
    await outage(() => rig.hangUp(sid))
    await rig.fault({ kind: 'rest-500', match: 'GET /Calls', times: null })
    const jobs = await start()
    expect(await rig.call(sid)).toMatchObject({ state: 'talking' })
    for (const fault of rig.carrier.core.faults.list()) rig.carrier.core.faults.remove(fault.id)
    await jobs.runAll()
    expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp' })
  })

  it('whoever is on the line stays there', async () => {
    const { agent, sid } = await talkingCall(rig)
    const waiting = await rig.dial('+8613800010003')
    await rig.pass(2_000)
    expect(await rig.calls.checkAlive()).toEqual({ settled: 0, unanswered: 0 })
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', agentId: agent.actor.id })
    expect(await rig.call(waiting)).toMatchObject({ state: 'queued' })
  })
})
