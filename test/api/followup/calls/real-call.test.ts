import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCall } from '../../../../api/calls/call/calls.store.ts'
import { virtualClock } from '../../../../api/platform/clock.ts'
import { testStart } from '../../../support/app.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../../calls/rig.ts'
import { overWorld } from '../../tickets/support.ts'
import { listedIn } from '../scene.ts'

const said = { contacted: true, solved: true, grade: 5 }

describe.each(engines)('a result by telephone rests on a call, %s', (engine) => {
  let rig: CallsRig
  let w: ReturnType<typeof overWorld<CallsRig & { clock: ReturnType<typeof virtualClock> }>>
  beforeAll(async () => {
    rig = await createCallsRig(engine)
    w = overWorld({ ...rig, clock: { ...virtualClock(testStart), now: rig.clock.now } })
  })
  afterAll(() => rig.close())

  const listed = () => listedIn(w)

  it('that is over and was answered: refused while it rings and is talked in, linked with its length afterwards', async () => {
    const desk = await rig.softphone('followup1')
    await rig.calls.setPresence(desk.actor, 'break')
    const { ticket, id, read } = await listed()
    const version = async () => (await read()).version
    const record = async () => w.followUps.recordCall(desk.actor, id, { version: await version(), ...said })
    const vain = async () =>
      w.followUps.recordAttempt(desk.actor, id, { version: await version(), outcome: 'noAnswer' })
    await expect(record()).rejects.toMatchObject({ code: 'follow-up.no-call' })
    await expect(vain()).rejects.toMatchObject({ code: 'follow-up.no-call' })

    const first = await rig.calls.dial(desk.actor, { followUpId: id })
    expect(first).toMatchObject({ ticketId: ticket.id, citizenId: ticket.citizenId, followUpId: id })
    await rig.pass(1_000)
    await desk.command('accept')
    await rig.pass(2_000)
    expect((await read()).call).toMatchObject({ id: first.id, state: 'running' })
    for (const act of [record, vain]) await expect(act()).rejects.toMatchObject({ code: 'follow-up.call-running' })
    await expect(
      w.followUps.recordCall(desk.actor, id, { version: await version(), ...said, withoutCall: '无' }),
    ).rejects.toMatchObject({ code: 'follow-up.call-running' })
    await rig.pass(40_000, 5_000)
    expect(await findCall(rig.db, first.id)).toMatchObject({ endReason: 'unanswered' })
    // Nobody was there: no answers can come of it, but that it was rung.
    await expect(record()).rejects.toMatchObject({ code: 'follow-up.no-call' })
    await vain()
    expect(await read()).toMatchObject({
      attempts: 1,
      call: null,
      tries: [{ outcome: 'noAnswer', withoutCall: null, check: null, call: { id: first.id, state: 'missed' } }],
    })
    await expect(vain(), 'one call is one try').rejects.toMatchObject({ code: 'follow-up.no-call' })

    const second = await rig.calls.dial(desk.actor, { followUpId: id })
    await rig.pass(1_000)
    await desk.command('accept')
    await rig.pass(1_000)
    const leg = String((await findCall(rig.db, second.id))?.carrierRef)
    await rig.control(`/control/calls/${leg}/answer`)
    await rig.pass(30_000, 5_000)
    await expect(record(), 'while they talk').rejects.toMatchObject({ code: 'follow-up.call-running' })
    await rig.hangUp(leg)
    await rig.pass(2_000)
    await record()
    const done = await read()
    expect(done).toMatchObject({ state: 'answered', grade: 5, withoutCall: false, check: null })
    expect(done.tries.at(-1)).toMatchObject({ outcome: 'answered', call: { id: second.id, state: 'talked' } })
    expect(done.tries.at(-1)?.call?.seconds).toBeGreaterThanOrEqual(28)
    expect((await w.rows.ticket(ticket.id)).state).toBe('closed')
    await rig.calls.finish(desk.actor, second.id, { outcome: 'answered', next: 'break' })
    await expect(rig.calls.dial(desk.actor, { followUpId: id })).rejects.toMatchObject({ code: 'follow-up.settled' })
  })

  it('of its own: a call about the ticket, or for another follow-up, proves nothing', async () => {
    const desk = w.actor('followup1')
    const [one, other] = [await listed(), await listed()]
    const row = (id: string, over: object) => ({
      id,
      carrierRef: `CA-${id}`,
      direction: 'out' as const,
      fromNumber: '+862155512345',
      toNumber: '+8613800000001',
      citizenId: one.ticket.citizenId,
      contactId: `contact-of-${id}`,
      state: 'ended' as const,
      room: `room-${id}`,
      priority: 0,
      muted: false,
      startedAt: w.clock.now(),
      answeredAt: w.clock.now(),
      endedAt: w.clock.now(),
      heldMs: 0,
      version: 1,
      ...over,
    })
    await w.db.tx(async (tx) => {
      await tx.q
        .insert(tx.t.call)
        .values([row('c-1', { ticketId: one.ticket.id }), row('c-2', { followUpId: other.id })])
    })
    const record = async (id: string) => {
      const { version } = await w.followUps.read(desk, id)
      return w.followUps.recordCall(desk, id, { version, ...said })
    }
    await expect(record(one.id)).rejects.toMatchObject({ code: 'follow-up.no-call' })
    expect(await record(other.id)).toMatchObject({ state: 'answered', withoutCall: false })
  })

  it('and is refused to whoever has not taken it', async () => {
    const { id, read } = await listed()
    const other = await rig.softphone('supervisor1')
    await w.followUps.claim(w.actor('followup1'), id, { version: (await read()).version, claim: true })
    await expect(rig.calls.dial(other.actor, { followUpId: id })).rejects.toMatchObject({ code: 'follow-up.claimed' })
    await expect(rig.calls.dial(w.actor('followup1'), { followUpId: `flw_${'0'.repeat(20)}` })).rejects.toMatchObject({
      code: 'follow-up.not-found',
    })
  })
})
