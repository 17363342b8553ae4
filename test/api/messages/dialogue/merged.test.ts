import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'
import { inOrder } from '../../../support/in-order.ts'

let caller = 0
const someone = () => `+86133${String(++caller).padStart(8, '0')}`
const grouped = (number = '') => number.replace(/(\d{4})(\d{4})(\d{4})/, '$1 $2 $3')

describe.each(engines)('whoever was merged, on %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  const citizenOf = async (from: string) =>
    (await world.db.q.select().from(world.db.t.citizen)).find(({ phone }) => phone === from)?.id ?? ''
  const ticketsOf = async (from: string) =>
    (await world.tickets.ticketsOf(world.db, await citizenOf(from))).toReversed()
  const request = async (from: string, text: string) => {
    await world.text(`新诉求：${text}`, { from })
    const ticket = (await ticketsOf(from)).at(-1)
    if (!ticket) throw new Error('no ticket')
    return ticket
  }
  const told = async (from: string, words: string) =>
    (await world.messages_()).filter(
      ({ direction, toNumber, body }) => direction === 'out' && toNumber === from && body.includes(words),
    )
  const supplements = async (id: string) => (await world.timeline(id)).filter(({ type }) => type === 'supplement')
  const followUpsOf = async (from: string) => {
    const id = await citizenOf(from)
    return inOrder(await world.db.q.select().from(world.db.t.followUp)).filter(({ citizenId }) => citizenId === id)
  }
  /** A main request of one citizen, at the unit, and one of another citizen merged into it. */
  const merged = async () => {
    const [a, b] = [someone(), someone()]
    const main = await request(a, '人民路水管爆了')
    await world.act(main.id, 'dispatcher1', 'dispatch')
    await world.act(main.id, 'water-bureau-1', 'sign')
    const child = await request(b, '人民路口水管在漏水')
    await world.act(child.id, 'dispatcher1', 'merge', { mainTicketId: main.id })
    return { a, b, main, child }
  }
  const answer = async (id: string) => {
    await world.act(id, 'water-bureau-1', 'answer', { text: '水管已抢修完毕。', result: '已抢修。' })
    await world.act(id, 'reviewer1', 'passReview')
  }

  it('asks for progress by word and by number, and hears how the main request stands under their own number', async () => {
    const { a, b, main, child } = await merged()
    for (const said of ['进度', child.number, `进度 ${child.number}`]) {
      const reply = await world.text(said, { from: b })
      expect(reply, said).toContain(grouped(child.number))
      expect(reply).toContain('办理中')
      expect(reply).not.toContain(grouped(main.number))
    }
    expect(await world.text(main.number, { from: b }), 'the main request is another’s').toContain('没有查到')
    expect(await world.text(child.number, { from: a }), 'and theirs is not the main citizen’s').toContain('没有查到')
  })

  it('urges the unit on the main request', async () => {
    const { b, main, child } = await merged()
    expect(await world.text('催办', { from: b })).toContain(grouped(child.number))
    expect(await world.text(`催办${child.number}`, { from: b })).toContain('已催办')
    const rows = await world.tickets_()
    expect(rows.find(({ id }) => id === main.id)).toMatchObject({ urgeCount: 2, state: 'handling' })
    expect(rows.find(({ id }) => id === child.id)).toMatchObject({ urgeCount: 0, state: 'merged' })
    expect((await world.timeline(main.id)).filter(({ type }) => type === 'urge')).toMatchObject([
      { actorKind: 'citizen' },
      { actorKind: 'citizen' },
    ])
  })

  it('adds to the main request, words and files; the conversation stays with their own', async () => {
    const { b, main, child } = await merged()
    const media = [{ url: 'https://api.twilio.com/m', contentType: 'image/jpeg' }]
    expect(await world.text('水管还在漏，越来越大了', { from: b, media })).toContain(grouped(child.number))
    expect((await supplements(main.id)).map(({ text }) => text)).toEqual(['水管还在漏，越来越大了'])
    expect(await supplements(child.id)).toEqual([])
    const message = (await world.messages_()).findLast(({ fromNumber }) => fromNumber === b)
    expect(message?.ticketId).toBe(child.id)
    expect((await world.contacts_()).find(({ id }) => id === message?.contactId)?.ticketId).toBe(child.id)
    expect((await world.attachments()).find(({ messageId }) => messageId === message?.id)?.ticketId).toBe(main.id)
  })

  it('adds by the number of a list, with the files that waited', async () => {
    const { b, main, child } = await merged()
    const other = await request(b, '商场不退款')
    const media = [{ url: 'https://api.twilio.com/m', contentType: 'video/mp4' }]
    const list = await world.text('那边还是老样子，没有人来', { from: b, media })
    const lines = list.split('\n').filter((line) => /^\d\. /.test(line))
    expect(lines).toHaveLength(3)
    const at = lines.findIndex((line) => line.includes(grouped(child.number))) + 1
    await world.text(String(at), { from: b })
    expect((await supplements(main.id)).map(({ text }) => text)).toEqual(['那边还是老样子，没有人来'])
    expect(await supplements(other.id)).toEqual([])
    const message = (await world.messages_()).findLast(({ body }) => body === '那边还是老样子，没有人来')
    expect(message?.ticketId).toBe(child.id)
    expect((await world.attachments()).find(({ messageId }) => messageId === message?.id)?.ticketId).toBe(main.id)
  })

  it('is nameless on the main request where theirs is confidential', async () => {
    const { b, main, child } = await merged()
    const { eq } = await import('drizzle-orm')
    const id = await citizenOf(b)
    await world.db.tx(async (tx) => {
      await tx.q.update(tx.t.ticket).set({ confidential: true }).where(eq(tx.t.ticket.id, child.id))
      await tx.q.update(tx.t.citizen).set({ name: '李举报' }).where(eq(tx.t.citizen.id, id))
    })
    await world.text('水管还在漏', { from: b })
    await world.text('催办', { from: b })
    const said = (await world.timeline(main.id)).filter(({ type }) => type === 'supplement' || type === 'urge')
    expect(said.map(({ actorName }) => actorName)).toEqual(['', ''])
  })

  it('cannot take back what is handled with others’ requests, nor act where nothing of theirs was merged', async () => {
    const { b, main, child } = await merged()
    expect(await world.text('撤销', { from: b })).toContain('不能撤销')
    expect(await world.text(`确认撤销${child.number}`, { from: b })).toContain('不能撤销')
    const stranger = { kind: 'citizen' as const, id: '', name: '' }
    const other = someone()
    await world.text('你好', { from: other })
    for (const action of ['urge', 'supplement', 'withdraw', 'redo'] as const) {
      const input = action === 'supplement' ? { text: 'x' } : action === 'urge' ? {} : { reason: 'x' }
      const asked = { ticketId: main.id, action, input }
      await expect(world.tickets.act.act({ ...stranger, id: await citizenOf(other) }, asked)).rejects.toMatchObject({
        code: 'ticket.not-found',
      })
      if (action === 'urge' || action === 'supplement') continue
      await expect(
        world.tickets.act.act({ ...stranger, id: await citizenOf(b) }, asked),
        'who was merged neither withdraws nor reopens the main one',
      ).rejects.toMatchObject({ code: 'auth.forbidden' })
    }
  })

  it('cannot be left alone by whoever made the main request: it is not theirs alone to take back', async () => {
    const { a, b, main, child } = await merged()
    for (const said of ['撤销', `撤销${main.number}`, `确认撤销${main.number}`]) {
      expect(await world.text(said, { from: a }), said).toContain('已并案办理”，不能撤销')
      expect(await world.text('1', { from: a }), 'and nothing was asked').toContain('目前没有等待您选择的问题')
    }
    // Merged between the question and its answer: the same.
    const late = await request(b, '商场不退款')
    expect(await world.text(`撤销${late.number}`, { from: b })).toContain('回复1确认撤销')
    const other = await request(someone(), '商场也不退款')
    await world.act(other.id, 'dispatcher1', 'merge', { mainTicketId: late.id })
    expect(await world.text('1', { from: b })).toContain('不能撤销')
    expect(await world.text('1', { from: b })).toContain('目前没有等待您选择的问题')
    const states = (await world.tickets_()).filter(({ id }) => [main.id, child.id, late.id].includes(id))
    expect(states.map(({ state }) => state)).toEqual(['handling', 'merged', 'awaitingDispatch'])
  })

  it('urges what is still worked on while they are asked about what the main request has answered', async () => {
    const { a, b, main } = await merged()
    const other = await request(b, '商场不退款')
    await answer(main.id)
    for (const said of ['1', '1', '5']) {
      world.clock.advance(60_000)
      await world.outbox.runDue()
      await world.text(said, { from: a })
    }
    expect(await followUpsOf(b)).toMatchObject([{ state: 'asking' }])
    expect(await world.text('催办', { from: b })).toContain(grouped(other.number))
    expect((await world.tickets_()).find(({ id }) => id === other.id)?.urgeCount).toBe(1)
  })

  it('is told the answer and asked about it under their own number, and what they text is its answer', async () => {
    const { a, b, main, child } = await merged()
    await answer(main.id)
    for (const [from, { number }] of [
      [a, main],
      [b, child],
    ] as const) {
      expect((await told(from, '已有答复')).map(({ body }) => body.includes(grouped(number)))).toEqual([true])
      expect((await told(from, '回访1/3')).map(({ body }) => body.includes(grouped(number)))).toEqual([true])
    }
    // The main citizen is done first, and the main ticket closes: the other is asked all the same.
    for (const said of ['1', '1', '5']) {
      world.clock.advance(60_000)
      await world.outbox.runDue()
      await world.text(said, { from: a })
    }
    expect((await world.tickets_()).find(({ id }) => id === main.id)?.state).toBe('closed')
    for (const said of ['1', '2', '4']) {
      world.clock.advance(60_000)
      await world.outbox.runDue()
      await world.text(said, { from: b })
    }
    expect(await followUpsOf(a)).toMatchObject([{ state: 'answered', contacted: true, solved: true, grade: 5 }])
    expect(await followUpsOf(b)).toMatchObject([{ state: 'answered', contacted: true, solved: false, grade: 4 }])
  })

  it('is told once and asked once, however many of their requests were merged', async () => {
    const [a, c] = [someone(), someone()]
    const main = await request(a, '人民路水管爆了')
    await world.act(main.id, 'dispatcher1', 'dispatch')
    await world.act(main.id, 'water-bureau-1', 'sign')
    const own = [await request(c, '人民路口水管在漏水'), await request(c, '水管又漏了'), await request(c, '水管还在漏')]
    const again = await request(a, '水管又爆了')
    for (const one of [...own, again]) await world.act(one.id, 'dispatcher1', 'merge', { mainTicketId: main.id })
    expect((await world.text('进度', { from: c })).split('\n')).toHaveLength(1)
    expect(await world.text('进度', { from: c })).toContain(grouped(own[0]?.number))
    expect(await world.text('进度', { from: a })).toContain(grouped(main.number))
    expect(await world.text('催办', { from: c }), 'no list of one thing').toContain('已催办')
    expect(await world.text(own[2]?.number ?? '', { from: c })).toContain(grouped(own[2]?.number))
    await answer(main.id)
    for (const [from, number] of [
      [a, main.number],
      [c, own[0]?.number],
    ] as const) {
      expect((await told(from, '已有答复')).map(({ body }) => body.includes(grouped(number)))).toEqual([true])
      expect((await told(from, '回访1/3')).map(({ body }) => body.includes(grouped(number)))).toEqual([true])
      expect(await followUpsOf(from)).toMatchObject([{ state: 'asking' }])
    }
    for (const said of ['1', '1', '5', '1', '1']) {
      world.clock.advance(60_000)
      await world.outbox.runDue()
      await world.text(said, { from: c })
    }
    expect(await followUpsOf(c)).toMatchObject([{ state: 'answered', grade: 5 }])
  })

  it('is told by that one of their requests of which they want to hear', async () => {
    const [a, c] = [someone(), someone()]
    const main = await request(a, '人民路水管爆了')
    await world.act(main.id, 'dispatcher1', 'dispatch')
    await world.act(main.id, 'water-bureau-1', 'sign')
    const own = [await request(c, '人民路口水管在漏水'), await request(c, '水管又漏了')]
    for (const one of own) await world.act(one.id, 'dispatcher1', 'merge', { mainTicketId: main.id })
    const { eq } = await import('drizzle-orm')
    await world.db.tx(async (tx) => {
      await tx.q
        .update(tx.t.ticket)
        .set({ replyWanted: false })
        .where(eq(tx.t.ticket.id, own[0]?.id ?? ''))
    })
    await answer(main.id)
    expect((await told(c, '已有答复')).map(({ body }) => body.includes(grouped(own[1]?.number)))).toEqual([true])
    expect(await followUpsOf(c)).toMatchObject([{ ticketId: own[1]?.id }])
  })
})
