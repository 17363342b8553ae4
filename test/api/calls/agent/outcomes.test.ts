import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findOrCreateCitizenIn } from '../../../../api/citizens/find-or-create-citizen.ts'
import { findCall } from '../../../../api/calls/call/calls.store.ts'
import { findPresence } from '../../../../api/calls/agent/presence.store.ts'
import { talkOutcomes } from '../../../../api/vocabulary/call.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'
import { ringingCall, talkingCall } from '../scenes.ts'

describe.each(engines)('what a call leaves at a desk, on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  /** A citizen of whom the hotline knows the number. */
  const made = async () => {
    const { id } = await rig.db.tx((tx) => findOrCreateCitizenIn(rig.deps)(tx, '+8613800010077'))
    return id
  }
  const writtenUp = async () => {
    const talk = await talkingCall(rig)
    await rig.hangUp(talk.sid)
    await rig.pass(2_000)
    expect(await rig.call(talk.sid)).toMatchObject({ state: 'wrapUp', outcome: null })
    return talk
  }

  it('no write-up is finished without an outcome, nor with something else that is not said in words', async () => {
    const { agent, sid, id } = await writtenUp()
    const refused = { code: 'call.outcome-missing' }
    await expect(rig.calls.finish(agent.actor, id, {})).rejects.toMatchObject(refused)
    await expect(rig.calls.finish(agent.actor, id, { next: 'break' })).rejects.toMatchObject(refused)
    await expect(rig.calls.finish(agent.actor, id, { outcome: 'other' })).rejects.toMatchObject(refused)
    expect(await rig.call(sid)).toMatchObject({ state: 'wrapUp' })
    await rig.calls.finish(agent.actor, id, { outcome: 'other', note: '询问公交线路，已转告' })
    expect(await rig.call(sid)).toMatchObject({ state: 'ended', outcome: 'other', outcomeNote: '询问公交线路，已转告' })
    const audit = (await rig.db.q.select().from(rig.db.t.audit)).find(({ action }) => action === 'call.finish')
    expect(audit?.after).toMatchObject({ outcome: 'other' })
  })

  it.each(talkOutcomes.filter((outcome) => outcome !== 'other'))('a talk may come to: %s', async (outcome) => {
    const { agent, sid, id } = await writtenUp()
    await rig.calls.finish(agent.actor, id, { outcome })
    expect(await rig.call(sid)).toMatchObject({ state: 'ended', outcome })
    expect(await rig.presence(agent.actor.id)).toBe('ready')
  })

  it('filing is an outcome itself, after the talk and in the middle of it', async () => {
    const file = async (contactId: string) => {
      await rig.db.tx((tx) => rig.contacts.fileIn(tx, rig.actor('agent1'), [contactId], 'tkt_00000000000000000001'))
    }
    const after = await writtenUp()
    await file((await rig.call(after.sid)).contactId)
    expect(await rig.call(after.sid)).toMatchObject({ state: 'ended', outcome: 'filed' })
    await rig.reset()
    const during = await talkingCall(rig)
    await file((await rig.call(during.sid)).contactId)
    await rig.hangUp(during.sid)
    await rig.pass(2_000)
    expect(await rig.call(during.sid)).toMatchObject({ state: 'ended', outcome: 'filed' })
    expect(await rig.presence(during.agent.actor.id)).toBe('ready')
  })

  it('a write-up that nobody finishes ends by itself, as unwritten', async () => {
    const { sid } = await writtenUp()
    await rig.pass(2 * 3_600_000 + 1_000, 3_600_000)
    await rig.calls.settleStuck()
    expect(await rig.call(sid)).toMatchObject({ state: 'ended', outcome: 'unwritten' })
  })

  it.each(['offline', 'break', 'ready'] as const)(
    'who rang a citizen from %s is there again: not answered, given up, or talked and written up',
    async (before) => {
      const agent = await rig.softphone('agent1')
      if (before !== 'ready') await rig.calls.setPresence(agent.actor, before)
      const citizenId = await made()
      const gaveUp = await rig.calls.dial(agent.actor, { citizenId })
      await rig.pass(1_000)
      await rig.calls.end(agent.actor, gaveUp.id)
      expect(await rig.presence(agent.actor.id)).toBe(before)

      const unanswered = await rig.calls.dial(agent.actor, { citizenId })
      await rig.pass(1_000)
      await agent.command('accept')
      await rig.pass(40_000, 5_000)
      expect(await findCall(rig.db, unanswered.id)).toMatchObject({ endReason: 'unanswered' })
      expect(await rig.presence(agent.actor.id)).toBe(before)

      const talked = await rig.calls.dial(agent.actor, { citizenId })
      await rig.pass(1_000)
      await agent.command('accept')
      await rig.pass(1_000)
      const leg = String((await findCall(rig.db, talked.id))?.carrierRef)
      await rig.control(`/control/calls/${leg}/answer`)
      await rig.pass(3_000)
      await rig.hangUp(leg)
      await rig.pass(2_000)
      await rig.calls.finish(agent.actor, talked.id, { outcome: 'answered' })
      expect(await rig.presence(agent.actor.id)).toBe(before)
    },
  )

  it('a missed ring stays with the agent until they choose what now; one that was declined does not', async () => {
    const { agent } = await ringingCall(rig)
    await rig.pass(25_000, 5_000)
    const missed = await findPresence(rig.db, agent.actor.id)
    expect(missed).toMatchObject({ state: 'break', missedAt: expect.any(Date) })
    const board = rig.calls.views.board(await rig.calls.board(agent.actor))
    expect(board.presence?.missedAt).toBe(missed?.missedAt?.toISOString())
    await rig.calls.heartbeat(agent.actor)
    expect((await findPresence(rig.db, agent.actor.id))?.missedAt).not.toBeNull()
    await rig.calls.setPresence(agent.actor, 'ready')
    expect(await findPresence(rig.db, agent.actor.id)).toMatchObject({ missedAt: null })
    await rig.pass(2_000)
    const [waiting] = (await rig.db.q.select().from(rig.db.t.call)).filter(({ state }) => state === 'ringing')
    await rig.calls.decline(agent.actor, waiting?.id ?? '')
    expect(await findPresence(rig.db, agent.actor.id)).toMatchObject({ state: 'break', missedAt: null })
  })
})
