import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CitizenActor } from '../../../api/vocabulary/actor.ts'
import { engines } from '../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../tickets/support.ts'
import { newestFollowUp, textIn } from './scene.ts'

const hour = 3_600_000

describe.each(engines)('the follow-up, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  const text = (citizen: CitizenActor, body: string) => textIn(w, citizen, body)
  const last = (citizenId: string) => w.notices.findLast((one) => one.citizenId === citizenId)?.notice
  const one = (ticketId: string) => newestFollowUp(w, ticketId)
  const lead = 'hedong-binjiang-1'
  const answerAgain = async (ticketId: string) => {
    await w.act({ id: ticketId }, lead, 'sign')
    await w.act({ id: ticketId }, lead, 'answer', { text: '再次清运', result: '完成' })
    return w.act({ id: ticketId }, 'reviewer1', 'passReview')
  }

  it('redoes at once what somebody is dissatisfied with for a reason, asks again, and then leaves it to a supervisor', async () => {
    const citizen = await w.citizen()
    const ticket = await w.reviewed({ citizenId: citizen.id })
    expect(await text(citizen, '1 2 1')).toBe(true)
    expect([last(citizen.id), (await one(ticket.id)).step]).toEqual(['followUp.reason', 'reason'])
    expect(await text(citizen, '根本没有人来清运')).toBe(true)
    const redone = await w.rows.ticket(ticket.id)
    expect(redone).toMatchObject({ state: 'dispatched', redoCount: 1 })
    expect(redone.dueAt && ticket.dueAt && redone.dueAt >= ticket.dueAt).toBe(true)
    expect(last(citizen.id)).toBe('ticket.redo')
    expect(await one(ticket.id)).toMatchObject({
      state: 'answered',
      grade: 1,
      reason: '根本没有人来清运',
      decision: 'redo',
      round: 0,
    })

    await answerAgain(ticket.id)
    expect(await one(ticket.id)).toMatchObject({ state: 'asking', round: 1 })
    expect(await text(citizen, '1 2 2 还是没清干净')).toBe(true)
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', closeReason: 'rated', redoCount: 1 })
    const second = await one(ticket.id)
    expect([second.decision, last(citizen.id)]).toEqual(['pending', 'followUp.thanks'])

    const supervisor = w.actor('supervisor1')
    expect(
      (await w.followUps.list(supervisor, { view: 'dissatisfied', size: 50 })).items.map(({ id }) => id),
    ).toContain(second.id)
    await expect(
      w.followUps.decide(w.actor('followup1'), second.id, { version: second.version, decision: 'redo', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
    await w.followUps.decide(supervisor, second.id, { version: second.version, decision: 'redo', reason: '确未解决' })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'dispatched', redoCount: 2 })
    // The first ratings stay: redo deletes nothing.
    expect((await w.rows.followUps(ticket.id)).map(({ state, grade }) => [state, grade])).toEqual([
      ['answered', 1],
      ['answered', 2],
    ])
  })

  it('changes nothing for a text that is no answer, and asks again for a figure that is none', async () => {
    const citizen = await w.citizen()
    const ticket = await w.reviewed({ citizenId: citizen.id })
    const before = await one(ticket.id)
    expect(await text(citizen, '我家楼道灯也坏了，麻烦一起修')).toBe(false)
    expect(await one(ticket.id)).toEqual(before)
    expect(await text(citizen, '8')).toBe(true)
    expect([last(citizen.id), (await one(ticket.id)).contacted]).toEqual(['followUp.again', null])
  })

  it('asks about one ticket at a time, so that no answer goes to the wrong one', async () => {
    const citizen = await w.citizen()
    const first = await w.reviewed({ citizenId: citizen.id })
    const second = await w.reviewed({ citizenId: citizen.id })
    expect([(await one(first.id)).state, (await one(second.id)).state]).toEqual(['asking', 'waiting'])
    w.clock.advance(10 * hour)
    await text(citizen, '115')
    expect([(await one(first.id)).state, (await one(second.id)).state]).toEqual(['answered', 'asking'])
    expect((await one(second.id)).expiresAt.getTime()).toBe(w.clock.now().getTime() + 72 * hour)
    expect(w.notices.findLast((one) => one.notice === 'followUp.contacted')).toMatchObject({
      ticketId: second.id,
      params: { number: second.number },
    })
    await text(citizen, '2 1 4')
    expect(await w.rows.ticket(second.id)).toMatchObject({ state: 'closed', closeReason: 'rated' })
  })

  it('closes with “no reply” after the wait, keeps what was said, and never before', async () => {
    const silent = await w.reviewed()
    const citizen = await w.citizen()
    const half = await w.reviewed({ citizenId: citizen.id })
    await text(citizen, '1')
    const angry = await w.citizen()
    const noReason = await w.reviewed({ citizenId: angry.id })
    await text(angry, '1 2 1')
    w.clock.advance((await one(silent.id)).expiresAt.getTime() - w.clock.now().getTime() - 1)
    await w.followUps.expireDue()
    expect((await w.rows.ticket(silent.id)).state).toBe('awaitingFollowUp')
    w.clock.advance(1)
    expect(await w.followUps.expireDue()).toBeGreaterThanOrEqual(1)
    expect(await w.rows.ticket(silent.id)).toMatchObject({ state: 'closed', closeReason: 'noReply' })
    expect(await one(silent.id)).toMatchObject({ doneAt: w.clock.now() })
    w.clock.advance(60_000)
    expect(await w.followUps.expireDue()).toBeGreaterThanOrEqual(1)
    expect(await w.rows.ticket(silent.id)).toMatchObject({ state: 'closed', closeReason: 'noReply' })
    expect(await one(silent.id)).toMatchObject({ state: 'noReply', contacted: null })
    expect(await one(half.id)).toMatchObject({ state: 'noReply', contacted: true })
    expect(await one(noReason.id)).toMatchObject({ state: 'answered', grade: 1, reason: null, decision: 'pending' })
    expect(await w.rows.ticket(noReason.id)).toMatchObject({ state: 'closed', closeReason: 'rated' })
    expect(await text(angry, '太晚的理由')).toBeNull()
    expect(await w.followUps.expireDue()).toBe(0)
  })

  it('rings a citizen who stopped texts while being asked, and counts no silence', async () => {
    const citizen = await w.citizen()
    const [first, second] = [await w.reviewed({ citizenId: citizen.id }), await w.reviewed({ citizenId: citizen.id })]
    expect([(await one(first.id)).state, (await one(second.id)).state]).toEqual(['asking', 'waiting'])
    w.cannotText.add(citizen.id)
    w.clock.advance(73 * hour)
    await w.followUps.expireDue()
    for (const { id } of [first, second]) {
      expect(await one(id)).toMatchObject({ state: 'calling', channel: 'call', doneAt: null })
      expect((await one(id)).expiresAt > w.clock.now()).toBe(true)
    }
    const row = await one(first.id)
    await w.followUps.recordCall(w.actor('followup1'), row.id, {
      version: row.version,
      contacted: true,
      solved: true,
      grade: 5,
      withoutCall: '市民来中心当面答复',
    })
    expect(await w.rows.ticket(first.id)).toMatchObject({ closeReason: 'rated' })
    // Nobody has rung: that is no silence, however long it takes.
    w.clock.advance(73 * hour)
    await w.followUps.expireDue()
    expect(await w.rows.ticket(second.id)).toMatchObject({ state: 'awaitingFollowUp' })
    expect(await one(second.id)).toMatchObject({ state: 'calling', listedFor: 'noTexts' })
  })

  it('calls those who take no texts: claimed by one, recorded by phone', async () => {
    const citizen = await w.citizen()
    w.cannotText.add(citizen.id)
    const ticket = await w.reviewed({ citizenId: citizen.id })
    const row = await one(ticket.id)
    expect(row).toMatchObject({ state: 'calling', channel: 'call' })
    expect(w.notices.some((one) => one.citizenId === citizen.id && one.notice.startsWith('followUp.'))).toBe(false)
    const [caller, other] = [w.actor('followup1'), w.actor('supervisor1')]
    const claimed = await w.followUps.claim(caller, row.id, { version: row.version, claim: true })
    await expect(w.followUps.claim(other, row.id, { version: claimed.version, claim: true })).rejects.toMatchObject({
      code: 'follow-up.claimed',
    })
    await expect(w.followUps.claim(caller, row.id, { version: row.version, claim: true })).rejects.toMatchObject({
      code: 'follow-up.conflict',
    })
    const list = await w.followUps.list(caller, { view: 'calling', size: 50 })
    expect(list.items.find(({ id }) => id === row.id)).toMatchObject({
      claimedBy: { name: '黄伟民' },
      ticket: { id: ticket.id },
      unit: { code: 'hedong-binjiang' },
      citizen: { phone: expect.stringContaining('****') },
    })
    const said = { contacted: true, solved: true, grade: 4, withoutCall: '软电话故障，用值班电话回访' }
    await expect(w.followUps.recordCall(other, row.id, { version: claimed.version, ...said })).rejects.toMatchObject({
      code: 'follow-up.claimed',
    })
    await expect(
      w.followUps.recordAttempt(other, row.id, { version: claimed.version, outcome: 'noAnswer' }),
    ).rejects.toMatchObject({ code: 'follow-up.claimed' })
    const left = await w.followUps.claim(other, row.id, { version: claimed.version, claim: false })
    expect(left.claimedBy).toBeNull()
    await w.followUps.claim(caller, row.id, { version: left.version, claim: true })
    await w.followUps.recordCall(caller, row.id, { version: left.version + 1, ...said })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', closeReason: 'rated' })
    await expect(w.followUps.recordCall(caller, row.id, { version: left.version + 2, ...said })).rejects.toMatchObject({
      code: 'follow-up.settled',
    })
    await expect(
      w.followUps.recordCall(w.actor('agent1'), row.id, { version: 1, contacted: true, solved: true, grade: 4 }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
  })

  it('counts a citizen unreachable after three calls hours apart, not after three rings at once', async () => {
    const citizen = await w.citizen()
    w.cannotText.add(citizen.id)
    const ticket = await w.reviewed({ citizenId: citizen.id })
    const caller = w.actor('followup1')
    const ring = async () =>
      w.followUps.recordAttempt(caller, (await one(ticket.id)).id, {
        version: (await one(ticket.id)).version,
        outcome: 'noAnswer',
        withoutCall: '用值班电话拨打',
      })
    await ring()
    await ring()
    await ring()
    expect(await one(ticket.id)).toMatchObject({ state: 'calling', attempts: 1 })
    w.clock.advance(3 * hour)
    await ring()
    w.clock.advance(3 * hour)
    await ring()
    expect(await one(ticket.id)).toMatchObject({ state: 'unreachable', attempts: 3 })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', closeReason: 'unreachable' })
  })

  it('rates each merged citizen, and leaves their dissatisfaction to a supervisor, who redoes the main ticket', async () => {
    const [mainCitizen, childCitizen] = [await w.citizen(), await w.citizen()]
    const main = await w.handling({ citizenId: mainCitizen.id })
    const child = await w.act(await w.dispatched({ citizenId: childCitizen.id }), 'dispatcher1', 'merge', {
      mainTicketId: main.id,
    })
    await w.act(main, lead, 'answer', { text: '已清运', result: '完成' })
    await w.act(main, 'reviewer1', 'passReview')
    await text(mainCitizen, '115')
    await text(childCitizen, '1 2 1 我这边没清')
    expect(await w.rows.ticket(main.id)).toMatchObject({ state: 'closed', closeReason: 'rated' })
    expect(await w.rows.ticket(child.id)).toMatchObject({ state: 'merged' })
    const row = await one(child.id)
    expect(row).toMatchObject({ state: 'answered', grade: 1, decision: 'pending' })
    await w.followUps.decide(w.actor('supervisor1'), row.id, {
      version: row.version,
      decision: 'redo',
      reason: '合并诉求未解决',
    })
    expect(await w.rows.ticket(main.id)).toMatchObject({ state: 'dispatched', redoCount: 1 })
    await answerAgain(main.id)
    expect((await w.rows.followUps(child.id)).map(({ round, state }) => [round, state])).toEqual([
      [0, 'answered'],
      [1, 'asking'],
    ])
  })

  it('lets a reply at the very moment of expiry win or lose, never both', async () => {
    const citizen = await w.citizen()
    const ticket = await w.reviewed({ citizenId: citizen.id })
    w.clock.advance(72 * hour)
    await Promise.allSettled([text(citizen, '1 1 5'), w.followUps.expireDue()])
    const row = await one(ticket.id)
    expect(['answered', 'noReply']).toContain(row.state)
    expect(await w.rows.ticket(ticket.id)).toMatchObject({
      state: 'closed',
      closeReason: row.state === 'answered' ? 'rated' : 'noReply',
    })
    expect((await w.rows.timeline(ticket.id)).filter(({ type }) => type === 'close')).toHaveLength(1)
  })
})
