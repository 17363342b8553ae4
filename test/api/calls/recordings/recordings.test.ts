import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { recordingsOf } from '../../../../api/calls/recordings/recordings.store.ts'
import { engines } from '../../../support/databases.ts'
import { createCallsRig, type CallsRig } from '../rig.ts'

describe.each(engines)('recordings on %s', (engine) => {
  let rig: CallsRig
  beforeAll(async () => {
    rig = await createCallsRig(engine)
  })
  afterEach(() => rig.reset())
  afterAll(() => rig.close())

  const leaveMessage = async () => {
    const sid = await rig.dial()
    await rig.pass(3_000)
    await rig.say(sid, '电梯坏了，老人下不了楼')
    await rig.pass(1_000)
    await rig.press(sid, '#')
    await rig.pass(6_000)
    const call = await rig.call(sid)
    const [recording] = await recordingsOf(rig.db, call.id)
    if (!recording) throw new Error('no message was left')
    return { call, recording }
  }
  const alerts = async () => (await rig.alerts()).map(({ type }) => type)
  const audited = async (id: string) =>
    (await rig.db.q.select().from(rig.db.t.audit))
      .filter(({ entityId }) => entityId === id)
      .map(({ action, actorId }) => ({ action, actorId }))

  it('come into the city’s own keeping, and only then leave the carrier', async () => {
    const { recording } = await leaveMessage()
    expect(recording).toMatchObject({
      purpose: 'voicemail',
      state: 'completed',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(rig.carrier.core.recordings.get(recording.carrierRef)?.status).toBe('deleted')
    expect(await audited(recording.id)).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'recording.stored' })]),
    )
    expect(rig.errors()).toEqual([])
  })

  it('are heard by the hotline, each listening written down, and by nobody else', async () => {
    const { recording } = await leaveMessage()
    const agent = rig.actor('agent1')
    const sound = await rig.calls.hear(agent, recording.id)
    expect(sound.length).toBe(recording.size)
    expect(await audited(recording.id)).toContainEqual({ action: 'recording.heard', actorId: agent.id })
    await expect(rig.calls.hear(rig.actor('water-bureau-1'), recording.id)).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    // who sends a request on may hear what was asked for
    await expect(rig.calls.hear(rig.actor('dispatcher1'), recording.id)).resolves.toHaveLength(recording.size ?? 0)
    await expect(rig.calls.hear(agent, 'rec_00000000000000000000')).rejects.toMatchObject({
      code: 'recording.not-found',
    })
  })

  it('stand with the call-back, as soon as they can be heard', async () => {
    const { recording } = await leaveMessage()
    const [row] = await rig.calls.callbacks(rig.actor('agent1'), ['open'])
    expect(row && rig.calls.views.callback(row)).toMatchObject({
      reason: 'voicemail',
      voicemail: { recordingId: recording.id, durationSeconds: recording.durationSeconds },
    })
  })

  it('are asked for again while the carrier is busy', async () => {
    await rig.fault({ kind: 'rest-429', match: '.mp3', times: 1 })
    const { call, recording } = await leaveMessage()
    expect(recording.sha256).toBeNull()
    const [row] = await rig.calls.callbacks(rig.actor('agent1'), ['open'])
    expect(row && rig.calls.views.callback(row).voicemail).toBeNull()
    await expect(rig.calls.hear(rig.actor('agent1'), recording.id)).rejects.toMatchObject({
      code: 'recording.not-ready',
    })
    await rig.pass(10_000)
    expect((await recordingsOf(rig.db, call.id))[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect((await alerts()).filter((type) => type !== 'transferred')).toEqual([])
  })

  it('that cannot be had are an incident', async () => {
    await rig.fault({ kind: 'rest-429', match: '.mp3', times: null })
    const { recording } = await leaveMessage()
    for (const wait of [5_000, 30_000, 120_000, 600_000, 3_600_000]) await rig.pass(wait + 1_000, wait + 1_000)
    expect(await alerts()).toContain('recordingLost')
    expect(await audited(recording.id)).toContainEqual(expect.objectContaining({ action: 'recording.lost' }))
    expect(rig.carrier.core.recordings.get(recording.carrierRef)?.status, 'stays at the carrier').toBe('completed')
  })

  /** A citizen who is passed from one agent to the next, so many times; every talk is recorded in a room of its own. */
  const passedOn = async (times: number) => {
    const agents = [await rig.softphone('agent1'), await rig.softphone('agent2')]
    const sid = await rig.dial()
    await rig.pass(2_000)
    for (let talk = 0; talk <= times; talk++) {
      const { agentId, id } = await rig.call(sid)
      const agent = agents.find(({ actor }) => actor.id === agentId)
      if (!agent) throw new Error('nobody is rung')
      await agent.command('accept')
      await rig.pass(10_000)
      await rig.say(sid, `第${talk + 1}段`)
      const next = agents.find((one) => one !== agent)
      if (talk < times) await rig.calls.transfer(agent.actor, id, next?.actor.id ?? null)
      await rig.pass(3_000)
    }
    return { sid, id: (await rig.call(sid)).id }
  }

  it('survive every transfer: each talk of a call that was passed on is kept', async () => {
    const { sid, id } = await passedOn(3)
    await rig.hangUp(sid)
    await rig.pass(10_000)
    const kept = await recordingsOf(rig.db, id)
    expect(kept).toHaveLength(4)
    expect(new Set(kept.map(({ carrierRef }) => carrierRef)).size).toBe(4)
    for (const one of kept)
      expect(one).toMatchObject({ purpose: 'conference', state: 'completed', sha256: expect.any(String) })
    expect([...rig.carrier.core.recordings.values()].map(({ status }) => status)).toEqual(kept.map(() => 'deleted'))
    expect((await alerts()).filter((type) => type !== 'transferred')).toEqual([])
  })

  it('whose room no news told of are placed when the carrier has been asked whose it was', async () => {
    await rig.fault({ kind: 'missing', match: '/twilio/voice/conference', times: null })
    const agent = await rig.softphone('agent1')
    const sid = await rig.dial()
    await rig.pass(3_000)
    const { room, id } = await rig.call(sid)
    await agent.command('accept')
    await rig.pass(2_000)
    const ref = `RE${'a'.repeat(32)}`
    const roomRef = [...rig.carrier.core.conferences.values()].find(({ friendlyName }) => friendlyName === room)?.sid
    const news = { kind: 'recordingChanged', key: `recording:${ref}:absent`, at: null, ref, state: 'absent' } as const
    await rig.calls.takeNews({ ...news, seconds: 0, url: '', voicemail: false, leg: '', roomRef: roomRef ?? null })
    await rig.pass(3_000)
    expect(await recordingsOf(rig.db, id)).toMatchObject([{ carrierRef: ref, state: 'absent' }])
    expect(await alerts()).toEqual(['recordingAbsent'])
  })

  it('that came before the news of their call wait for it, and are taken once', async () => {
    const ref = `RE${'b'.repeat(32)}`
    const told = { kind: 'recordingChanged', key: `recording:${ref}:absent`, at: null, ref, state: 'absent' } as const
    const news = { ...told, seconds: 0, url: '', voicemail: true, leg: `CA${'c'.repeat(32)}`, roomRef: null }
    await rig.calls.takeNews(news)
    await rig.settle()
    await rig.calls.answer({ kind: 'incoming', call: news.leg, from: '+8613800010001', to: '+862155512345' })
    await rig.calls.takeNews(news)
    await rig.pass(10_000)
    expect(await recordingsOf(rig.db, (await rig.call(news.leg)).id)).toHaveLength(1)
    expect(await alerts()).toEqual(['recordingAbsent'])
  })

  it('that belong to no call are an incident for supervisors and administrators, and stay at the carrier', async () => {
    const ref = `RE${'d'.repeat(32)}`
    const told = {
      kind: 'recordingChanged',
      key: `recording:${ref}:completed`,
      at: null,
      ref,
      state: 'completed',
    } as const
    await rig.calls.takeNews({
      ...told,
      seconds: 9,
      url: '',
      voicemail: false,
      leg: '',
      roomRef: `CF${'e'.repeat(32)}`,
    })
    await rig.pass(120_000, 10_000)
    const incidents = (await rig.alerts()).filter(({ type }) => type === 'recordingUnplaced')
    expect(incidents).toMatchObject([{ entityId: ref, audience: { roles: ['supervisor', 'admin'] } }])
    expect(await audited(ref)).toEqual([expect.objectContaining({ action: 'recording.unplaced' })])
  })

  it('are found by the ticket that was filed from the call', async () => {
    const { call, recording } = await leaveMessage()
    await rig.db.tx((tx) => rig.contacts.fileIn(tx, rig.actor('agent1'), [call.contactId], 'tkt_00000000000000000001'))
    expect(
      (await rig.calls.recordings(rig.actor('reviewer1'), 'tkt_00000000000000000001')).map(({ id }) => id),
    ).toEqual([recording.id])
    await expect(
      rig.calls.recordings(rig.actor('water-bureau-head'), 'tkt_00000000000000000001'),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
  })
})
