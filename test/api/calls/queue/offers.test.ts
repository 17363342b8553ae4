import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { lockCall } from '../../../../api/calls/call/calls.store.ts'
import { noteConference } from '../../../../api/calls/queue/note-conference.ts'
import { decideOffer, offersOf } from '../../../../api/calls/queue/offers.store.ts'
import { engines } from '../../../support/databases.ts'
import { gate } from '../../../support/gate.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'

describe.each(engines)('offers on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  const results = async (sid: string) =>
    (await offersOf(rig.db, (await rig.call(sid)).id)).map(({ staffId, result }) => [staffId, result])

  it('goes to the agent who is ready longest, and on when nobody answers; the caller never leaves the queue', async () => {
    const one = await rig.softphone('agent1')
    await rig.pass(1_000)
    const two = await rig.softphone('agent2')
    const sid = await rig.dial()
    await rig.pass(2_000)
    expect(await results(sid)).toEqual([[one.actor.id, 'pending']])
    await rig.pass(21_000)
    expect(await results(sid)).toEqual([
      [one.actor.id, 'missed'],
      [two.actor.id, 'pending'],
    ])
    expect(await rig.presence(one.actor.id)).toBe('break')
    expect(rig.heard.filter(({ path }) => path.endsWith('/queue-result'))).toEqual([])
    await two.command('accept')
    await rig.pass(1_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'talking', agentId: two.actor.id })
    expect(rig.errors()).toEqual([])
  })

  it('goes on at once when the agent declines, by the console or by the softphone', async () => {
    const one = await rig.softphone('agent1')
    await rig.pass(1_000)
    const two = await rig.softphone('agent2')
    await rig.pass(1_000)
    const three = await rig.softphone('supervisor1')
    const sid = await rig.dial()
    await rig.pass(2_000)
    await rig.calls.decline(one.actor, (await rig.call(sid)).id)
    await rig.pass(1_500, 500)
    expect(one.types()).toContain('cancel')
    await two.command('reject')
    await rig.pass(1_500, 500)
    expect(await results(sid)).toEqual([
      [one.actor.id, 'declined'],
      [two.actor.id, 'declined'],
      [three.actor.id, 'pending'],
    ])
    expect([await rig.presence(one.actor.id), await rig.presence(two.actor.id)]).toEqual(['break', 'break'])
    await expect(rig.calls.decline(one.actor, (await rig.call(sid)).id)).rejects.toMatchObject({
      code: 'call.not-yours',
    })
  })

  it("is missed by the job when the agent's page is frozen and the carrier's news is lost", async () => {
    const one = await rig.softphone('agent1')
    await rig.fault({ kind: 'deaf-client', match: one.actor.id, times: null })
    await rig.fault({ kind: 'missing', match: '/twilio/voice/leg', times: null })
    await rig.fault({ kind: 'missing', match: '/twilio/voice/conference', times: null })
    const sid = await rig.dial()
    await rig.pass(2_000)
    await rig.pass(21_000, 3_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'ringing' })
    await rig.jobs.runAll()
    expect(await rig.call(sid)).toMatchObject({ state: 'queued' })
    expect(await results(sid)).toEqual([[one.actor.id, 'missed']])
    expect(await rig.presence(one.actor.id)).toBe('break')
  })

  it('is withdrawn when the console falls silent for 45 s, and a late ready sign brings nothing back', async () => {
    const one = await rig.softphone('agent1')
    await rig.pass(40_000, 5_000)
    const sid = await rig.dial()
    await rig.pass(2_000)
    expect(await rig.call(sid)).toMatchObject({ state: 'ringing', agentId: one.actor.id })
    await rig.pass(5_000)
    await rig.jobs.runAll()
    expect(await rig.presence(one.actor.id)).toBe('offline')
    expect(await rig.call(sid)).toMatchObject({ state: 'queued', agentId: null })
    await rig.settle()
    expect(one.types()).toContain('cancel')
    await rig.calls.heartbeat(one.actor)
    expect(await rig.presence(one.actor.id)).toBe('offline')
    await rig.calls.setPresence(one.actor, 'ready')
    expect(await rig.call(sid)).toMatchObject({ state: 'ringing', agentId: one.actor.id })
  })

  it('a heartbeat keeps an idle console ready', async () => {
    const one = await rig.softphone('agent1')
    for (let i = 0; i < 6; i++) {
      await rig.pass(15_000, 5_000)
      await rig.calls.heartbeat(one.actor)
      await rig.jobs.runAll()
    }
    expect(await rig.presence(one.actor.id)).toBe('ready')
  })

  it('two calls and one agent: one rings, the other waits; both are served in turn', async () => {
    const one = await rig.softphone('agent1')
    const first = await rig.dial('+8613800010001')
    const second = await rig.dial('+8613800010002')
    await rig.pass(3_000)
    const states = [(await rig.call(first)).state, (await rig.call(second)).state]
    expect(states.toSorted()).toEqual(['queued', 'ringing'])
    const [served, waiting] = states[0] === 'ringing' ? [first, second] : [second, first]
    await one.command('accept')
    await rig.pass(1_000)
    await rig.hangUp(served)
    await rig.pass(1_000)
    await rig.calls.finish(one.actor, (await rig.call(served)).id, { outcome: 'answered' })
    await rig.pass(1_000)
    expect(await rig.call(waiting)).toMatchObject({ state: 'ringing', agentId: one.actor.id })
  })

  it('many routers at once: no call is offered twice, no agent rings twice', async () => {
    const agents = [await rig.softphone('agent1'), await rig.softphone('agent2'), await rig.softphone('followup1')]
    await Promise.all(agents.map(({ actor }) => rig.calls.setPresence(actor, 'break')))
    const sids: string[] = []
    for (let i = 0; i < 5; i++) sids.push(await rig.dial(`+861380001000${i}`))
    await rig.pass(3_000)
    await Promise.all([
      ...agents.map(({ actor }) => rig.calls.setPresence(actor, 'ready')),
      rig.calls.route(),
      rig.calls.route(),
      rig.calls.route(),
    ])
    await rig.calls.route()
    const found = await Promise.all(sids.map(rig.call))
    const ringing = found.filter(({ state }) => state === 'ringing')
    expect(ringing).toHaveLength(3)
    expect(new Set(ringing.map(({ agentId }) => agentId)).size).toBe(3)
    expect(found.filter(({ state }) => state === 'queued')).toHaveLength(2)
    for (const { id } of found)
      expect((await offersOf(rig.db, id)).filter(({ result }) => result === 'pending').length).toBeLessThanOrEqual(1)
    expect(ringing.map(({ carrierRef }) => carrierRef).toSorted()).toEqual(sids.slice(0, 3).toSorted())
  })

  it('an agent who answers in the last moment, when the call was given to the next: the late leg is dropped', async () => {
    const one = await rig.softphone('agent1')
    await rig.pass(1_000)
    const two = await rig.softphone('agent2')
    const sid = await rig.dial()
    await rig.pass(2_000)
    // The offer runs out here while the first softphone still rings there.
    const [offer] = await offersOf(rig.db, (await rig.call(sid)).id)
    if (!offer) throw new Error('no offer')
    const late = one.command('accept')
    const expired = rig.calls.expireOffer(offer)
    await Promise.all([late, expired])
    await rig.pass(1_000)
    await two.command('accept').catch(() => 0)
    await rig.pass(2_000)
    const now = await rig.call(sid)
    expect(now.state).toBe('talking')
    const talking = await Promise.all([one, two].map(({ actor }) => rig.presence(actor.id)))
    expect(talking.filter((state) => state === 'talking')).toHaveLength(1)
    const live = [...rig.carrier.core.calls.values()].filter(
      ({ status, to }) => status === 'in-progress' && to.startsWith('client:'),
    )
    expect(live).toHaveLength(1)
  })

  it('has its room named by the carrier while somebody decides it: one waits for the other, never each for each', async () => {
    await rig.softphone('agent1')
    const sid = await rig.dial()
    await rig.pass(2_000)
    const call = await rig.call(sid)
    const [offer] = await offersOf(rig.db, call.id)
    if (!offer) throw new Error('no offer')
    const [locked, waits] = [gate(), gate()]
    const deciding = rig.db.tx(async (tx) => {
      await lockCall(tx, call.id)
      locked.open()
      await waits.passed
      return decideOffer(tx, offer.id, 'missed', rig.clock.now())
    })
    await locked.passed
    const naming = rig.db.tx((tx) => noteConference(tx, call.room, `CF${'1'.repeat(32)}`))
    const { q, t } = rig.db
    const blocked = sql`(select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database())`
    // SQLite writes one after the other by itself
    if (engine === 'postgres')
      await vi.waitFor(async () =>
        expect(
          await q
            .select({ n: blocked.mapWith(Number) })
            .from(t.unit)
            .limit(1),
        ).toEqual([{ n: 1 }]),
      )
    waits.open()
    expect(await deciding).toBe(true)
    await naming
    expect(await offersOf(rig.db, call.id)).toMatchObject([{ result: 'missed', conferenceRef: `CF${'1'.repeat(32)}` }])
  })
})
