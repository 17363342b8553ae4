import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../messages/support.ts'
import { inOrder } from '../../support/in-order.ts'

describe.each(engines)('replies and questions in their order, %s', (engine) => {
  let world: MessageWorld
  let phones = 0
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())
  const someone = () => `+8613912350${String(++phones).padStart(3, '0')}`
  const ticketsOf = async (from: string) => {
    const citizens = await world.db.q.select().from(world.db.t.citizen)
    const id = citizens.find(({ phone }) => phone === from)?.id
    return (await world.tickets_()).filter(({ citizenId }) => citizenId === id)
  }
  const asked = async (from: string) => {
    await world.text('水管爆了', { from })
    const ticket = (await ticketsOf(from)).at(-1)
    if (!ticket) throw new Error('no ticket')
    await world.toFollowUp(ticket.id)
    return ticket
  }
  const followUp = async (ticketId: string) => {
    const rows = await world.db.q.select().from(world.db.t.followUp).where(eq(world.db.t.followUp.ticketId, ticketId))
    const row = inOrder(rows).at(-1)
    if (!row) throw new Error('nobody is asked')
    return row
  }

  it('lets the same 1 sent four times within a second answer one question', async () => {
    const from = someone()
    const ticket = await asked(from)
    await world.outbox.runDue()
    world.clock.advance(60_000)
    for (let index = 0; index < 4; index++) {
      await world.messages.receive(world.incoming('1', { from }))
      // The next question may have left by then: it cannot have been read.
      await world.outbox.runDue()
      world.clock.advance(250)
    }
    expect(await followUp(ticket.id)).toMatchObject({ state: 'asking', step: 'solved', contacted: true, solved: null })
    expect(await ticketsOf(from)).toHaveLength(1)
    const told = (await world.messages_()).filter(
      ({ toNumber, notice }) => toNumber === from && notice?.startsWith('followUp.'),
    )
    expect(told.map(({ notice }) => notice)).toEqual(['followUp.contacted', 'followUp.solved'])
  })

  it('and so do four that arrive side by side', async () => {
    const from = someone()
    const ticket = await asked(from)
    await world.outbox.runDue()
    world.clock.advance(60_000)
    await Promise.all([1, 2, 3, 4].map(() => world.messages.receive(world.incoming('1', { from }))))
    expect(await followUp(ticket.id)).toMatchObject({ step: 'solved', contacted: true, solved: null })
  })

  it('takes no reply for the answer to a question that has not left the house', async () => {
    const from = someone()
    const ticket = await asked(from)
    world.clock.advance(600_000)
    await world.messages.receive(world.incoming('1', { from }))
    expect(await followUp(ticket.id)).toMatchObject({ step: 'contacted', contacted: null })
    await world.outbox.runDue()
    await world.messages.receive(world.incoming('1', { from }))
    expect(await followUp(ticket.id)).toMatchObject({ step: 'solved', contacted: true })
  })

  it('takes what says by itself what it is about, whenever it was sent', async () => {
    const from = someone()
    const ticket = await asked(from)
    await world.text('1', { from })
    await world.messages.receive(world.incoming('没解决', { from }))
    expect(await followUp(ticket.id)).toMatchObject({ step: 'satisfied', contacted: true, solved: false })
  })

  it('keeps the survey back while another numbered question is open, and asks when that is over', async () => {
    const from = someone()
    const first = await asked(from)
    await world.text('115', { from })
    await world.text('新诉求：商家不肯退款', { from })
    const second = (await ticketsOf(from)).find(({ id }) => id !== first.id)
    if (!second) throw new Error('no second ticket')
    await world.act(second.id, 'dispatcher1', 'dispatch')
    await world.act(second.id, 'market-bureau-1', 'sign')
    await world.act(second.id, 'market-bureau-1', 'answer', { text: '已退款。', result: '已退款。' })
    await world.text('新诉求：水管爆了', { from })
    expect(await world.text('催办', { from })).toMatch(/回复数字/)
    await world.act(second.id, 'reviewer1', 'passReview')
    expect((await followUp(second.id)).state).toBe('waiting')
    await world.text('3', { from })
    for (const { name, run } of world.followUps.jobs) if (name === 'followUp.askOn') await run()
    expect(await followUp(second.id)).toMatchObject({ state: 'asking' })
    expect(await world.text('1', { from })).toContain('解决了吗')
  })

  it('puts no numbered menu over an open survey, in whatever way one is asked for', async () => {
    const from = someone()
    await asked(from)
    await world.text('新诉求：商家不肯退款', { from })
    for (const text of ['催办', '撤销', '投诉那件事再补充一点情况', '撤销诉求']) {
      const reply = await world.text(text, { from })
      expect(reply, text).not.toMatch(/回复1|回复数字/)
    }
    expect(await world.dialogues()).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ question: 'chooseTicket' })]),
    )
    const [, other] = await ticketsOf(from)
    expect(await world.text(`确认撤销 ${other?.number}`, { from })).toContain('已')
    expect((await ticketsOf(from)).map(({ state }) => state)).toEqual(['awaitingFollowUp', 'withdrawn'])
    expect(await world.text('1', { from })).toContain('解决了吗')
  })

  it('makes no ticket of survey words, while it is asked and after', async () => {
    const from = someone()
    const ticket = await asked(from)
    for (const text of ['不知道', '满意', '1', '没解决'] as const) await world.text(text, { from })
    for (const text of ['1', '满意', '115', '不满意', '没解决', '是', '5', '2 2 1']) await world.text(text, { from })
    expect(await ticketsOf(from)).toHaveLength(1)
    expect((await ticketsOf(from))[0]?.id).toBe(ticket.id)
  })
})
