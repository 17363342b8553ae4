import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from './support.ts'

describe.each(engines)('a ticket from first word to last, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  it('is opened, dispatched, signed, answered, passed, rated by text and closed', async () => {
    const citizen = await w.citizen()
    const ticket = await w.open({ citizenId: citizen.id })
    expect(ticket).toMatchObject({
      state: 'awaitingDispatch',
      title: '楼下垃圾堆了三天没人清运，臭得很',
      kind: 'complaint',
      urgency: 'normal',
      version: 1,
    })
    expect(ticket.number).toMatch(/^2606\d{8}$/)

    const sent = await w.act(ticket, 'dispatcher1', 'dispatch', { instruction: '请尽快处理' })
    expect(sent).toMatchObject({
      state: 'dispatched',
      leadUnitId: w.world.units['hedong-binjiang'],
      whyUnit: 'streetOfPlace',
    })
    // Five working days from Monday 1 June: the day itself is not counted, the next Monday ends at 24:00 in Shanghai.
    expect(sent.dueAt?.toISOString()).toBe('2026-06-08T15:59:59.999Z')
    expect(sent.clock).toMatchObject({ basis: '默认：5个工作日', limit: { value: 5, unit: 'wd' } })
    expect((await w.rows.assignments(ticket.id)).map(({ role, unitId }) => [role, unitId])).toEqual(
      expect.arrayContaining([
        ['copied', w.world.units.hedong],
        ['lead', w.world.units['hedong-binjiang']],
      ]),
    )

    await w.act(ticket, 'hedong-binjiang-1', 'sign')
    await w.act(ticket, 'hedong-binjiang-1', 'firstContact', { how: 'phone', reached: true, text: '已电话联系市民' })
    await w.act(ticket, 'hedong-binjiang-1', 'answer', { text: '垃圾已清运。', result: '环卫已清运' })
    const passed = await w.act(ticket, 'reviewer1', 'passReview')
    expect(passed.state).toBe('awaitingFollowUp')

    for (const text of ['1', '1']) {
      w.clock.advance(60_000)
      await w.db.tx(async (tx) => {
        const asking = await w.followUps.askingIn(tx, citizen.id)
        if (!asking) throw new Error('nobody is asked')
        expect(await w.followUps.recordReplyIn(tx, citizen, asking, text, w.clock.now())).toBe(true)
      })
    }
    expect((await w.rows.ticket(ticket.id)).state).toBe('awaitingFollowUp')
    w.clock.advance(60_000)
    await w.db.tx(async (tx) => {
      const asking = await w.followUps.askingIn(tx, citizen.id)
      if (!asking) throw new Error('nobody is asked')
      expect(await w.followUps.recordReplyIn(tx, citizen, asking, '非常满意', w.clock.now())).toBe(true)
    })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', closeReason: 'rated' })
    expect(await w.rows.followUps(ticket.id)).toMatchObject([
      { state: 'answered', contacted: true, solved: true, grade: 5, decision: null },
    ])
    expect(w.notices.filter((text) => text.ticketId === ticket.id).map(({ notice }) => notice)).toEqual([
      'ticket.dispatched',
      'ticket.answered',
      'followUp.contacted',
      'followUp.solved',
      'followUp.satisfied',
      'followUp.thanks',
    ])
    expect((await w.rows.timeline(ticket.id)).map(({ type }) => type)).toEqual([
      'created',
      'accept',
      'submit',
      'dispatch',
      'sign',
      'firstContact',
      'answer',
      'passReview',
      'followUpAsked',
      'followUpAnswered',
      'close',
    ])
  })
})
