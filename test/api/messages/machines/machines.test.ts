import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { composeMessages, createMessageWorld, hotlineNumber, scriptedCarrier, type MessageWorld } from '../support.ts'
import { inOrder } from '../../../support/in-order.ts'

let caller = 0
const someone = () => `+86137${String(++caller).padStart(8, '0')}`

describe.each(engines)('texts that no person wrote, on %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine, { answersPerHour: 6 })
  })
  afterAll(() => world.close())

  const citizenOf = async (from: string) =>
    (await world.db.q.select().from(world.db.t.citizen)).find(({ phone }) => phone === from)?.id ?? ''
  const ticketsOf = async (from: string) => world.tickets.ticketsOf(world.db, await citizenOf(from))
  const last = async (from: string) => {
    const message = (await world.messages_()).filter(({ fromNumber }) => fromNumber === from).at(-1)
    const contact = (await world.contacts_()).find(({ messageId }) => messageId === message?.id)
    return { machine: message?.machine, state: contact?.state, text: contact?.text, ticketId: message?.ticketId }
  }
  const answersTo = async (from: string) =>
    (await world.messages_()).filter(({ toNumber, direction }) => direction === 'out' && toNumber === from)
  const alerts = async (from: string) => {
    const id = await citizenOf(from)
    return (await world.live()).filter(({ type, entityId }) => type === 'answeredOut' && entityId === id)
  }

  it.each([
    ['autoReply', '【自动回复】您好，我正在忙，水管的事稍后联系'],
    ['autoReply', 'Auto-reply: I am away'],
    ['code', '【银行】您的验证码是382910，请勿泄露'],
    ['advert', '【商城】水管配件五折起，欢迎选购 退订回T'],
  ])('keeps an %s without an answer and without a ticket, for staff to see', async (machine, body) => {
    const from = someone()
    for (let i = 0; i < 3; i++) expect(await world.text(body, { from })).toBe('')
    expect(await last(from)).toMatchObject({ machine, state: 'closed', text: body, ticketId: null })
    expect(await ticketsOf(from)).toEqual([])
    const { items } = await world.messages.messagesOf(world.actor('agent1'), await citizenOf(from), { size: 10 })
    expect(items.map((one) => [one.machine, one.body])).toEqual([
      [machine, body],
      [machine, body],
      [machine, body],
    ])
    const threads = await world.messages.threads(world.actor('agent1'), { size: 50, needsAnswer: false })
    expect(threads.items.find(({ last: { body: shown } }) => shown === body)?.last.machine).toBe(machine)
  })

  it.each([
    '10655551234',
    '+86106912345678',
    '95588',
    '+8695588',
    '10086',
    '+8610086',
    '12306',
    '+8612306',
    hotlineNumber,
  ])('answers no service: %s', async (from) => {
    const before = (await world.messages_()).filter(({ direction }) => direction === 'out').length
    const tickets = (await world.tickets_()).length
    await world.text('人民路水管爆了', { from })
    const kept = (await world.messages_()).findLast(({ direction }) => direction === 'in')
    expect(kept).toMatchObject({ machine: 'service', body: '人民路水管爆了' })
    expect((await world.messages_()).filter(({ direction }) => direction === 'out')).toHaveLength(before)
    expect(await world.tickets_()).toHaveLength(tickets)
  })

  it('leaves a danger that a machine tells of to a person, and answers it nothing', async () => {
    const from = '+8695598'
    expect(await world.text('【燃气公司】人民路煤气泄漏，请居民撤离', { from })).toBe('')
    expect(await last(from)).toMatchObject({ machine: 'service', state: 'open' })
    expect(await ticketsOf(from)).toEqual([])
  })

  it('keeps a tap on a text of ours silently, whatever that text said', async () => {
    const from = someone()
    const advice = await world.text('家里煤气泄漏', { from })
    expect(advice).toContain('119')
    const tickets = await world.tickets_()
    for (const tap of ['赞了“{}”', 'Liked “{}”', 'Emphasized “{}”', '👍 to “{}”', '对“{}”表示赞']) {
      expect(await world.text(tap.replace('{}', advice), { from }), tap).toBe('')
      expect(await last(from), tap).toMatchObject({ machine: 'reaction', state: 'closed' })
    }
    expect(await world.tickets_()).toEqual(tickets)
    expect((await answersTo(from)).length).toBe(1)
  })

  it('hears a danger that somebody taps on in another’s text', async () => {
    const from = someone()
    await world.text('你好', { from })
    expect(await world.text('强调了“隔壁煤气泄漏，快来人”', { from })).toContain('119')
  })

  it('keeps a text that only quotes ours silently, and hears what stands beside a quote', async () => {
    const from = someone()
    const receipt = await world.text('人民路水管爆了', { from })
    const quotes = [receipt, `“${receipt}”`, `> ${receipt}`, receipt.slice(0, 24)]
    for (const quote of quotes) {
      expect(await world.text(quote, { from }), quote).toBe('')
      expect(await last(from)).toMatchObject({ machine: 'quote', state: 'closed' })
    }
    const [ticket] = await ticketsOf(from)
    expect(await world.timeline(ticket?.id ?? '')).toHaveLength(3)
    expect(await world.text(`“${receipt}”进度`, { from })).toContain('待派单')
    await world.text(`“${receipt}”现在水流到地下室了`, { from })
    const added = (await world.timeline(ticket?.id ?? '')).filter(({ type }) => type === 'supplement')
    expect(added.map(({ text }) => text)).toEqual(['现在水流到地下室了'])
    expect((await last(from)).text).toBe(`“${receipt}”现在水流到地下室了`)
  })

  it('reads no tap and no quote as an answer to a question of the follow-up', async () => {
    const from = someone()
    await world.text('人民路水管爆了', { from })
    const [ticket] = await ticketsOf(from)
    await world.toFollowUp(ticket?.id ?? '')
    const asked = (await answersTo(from)).at(-1)?.body ?? ''
    expect(asked).toContain('回访1/3')
    for (const said of [`赞了“${asked}”`, asked, 'Liked “1”', '【自动回复】1'])
      expect(await world.text(said, { from }), said).toBe('')
    const rounds = async () =>
      inOrder(await world.db.q.select().from(world.db.t.followUp)).filter(({ ticketId }) => ticketId === ticket?.id)
    expect(await rounds()).toMatchObject([{ state: 'asking', contacted: null }])
    expect(await world.text(`“${asked}”1`, { from })).toContain('回访2/3')
    expect(await rounds()).toMatchObject([{ state: 'asking', contacted: true }])
  })

  it('takes refusals from whatever number they come, and never for an advert', async () => {
    const from = someone()
    await world.text('退订回TD', { from })
    expect((await world.optOuts()).filter(({ phone }) => phone === from)).toMatchObject([{ state: 'stopped' }])
    expect(await last(from)).toMatchObject({ machine: null })
  })

  it('answers a number so often in an hour, then keeps what comes for a person and tells the desks once', async () => {
    const from = someone()
    for (let i = 0; i < 6; i++) expect(await world.text(`进度`, { from })).not.toBe('')
    expect(await alerts(from)).toHaveLength(0)
    for (const body of ['进度', '路灯坏了', '撤销']) {
      expect(await world.text(body, { from }), body).toBe('')
      expect(await last(from)).toMatchObject({ state: 'open', text: body, machine: null })
    }
    expect(await ticketsOf(from)).toEqual([])
    expect(await alerts(from)).toMatchObject([
      { topic: 'alert', payload: { most: 6 }, audience: { roles: ['agent', 'supervisor'] } },
    ])
    const waiting = await world.messages.threads(world.actor('agent1'), { size: 50, needsAnswer: true })
    expect(waiting.items.map(({ citizenId }) => citizenId)).toContain(await citizenOf(from))
    expect(await world.text('进度', { from: someone() }), 'others are answered').not.toBe('')
    world.clock.advance(3_600_000)
    expect(await world.text('进度', { from })).not.toBe('')
  })

  it('takes what answers the follow-up beyond the limit, so that nobody who answered counts as silent; the rest waits', async () => {
    const from = someone()
    await world.text('人民路水管爆了', { from })
    const [ticket] = await ticketsOf(from)
    await world.toFollowUp(ticket?.id ?? '')
    for (let i = 0; i < 8; i++) await world.text('进度', { from })
    expect(await last(from)).toMatchObject({ state: 'open', ticketId: null })
    const round = async () =>
      inOrder(await world.db.q.select().from(world.db.t.followUp)).find(({ ticketId }) => ticketId === ticket?.id)
    expect(await world.text('1', { from })).toContain('回访2/3')
    expect(await world.text('隔壁工地半夜施工，吵得睡不着', { from }), 'a request of its own').toBe('')
    expect(await last(from)).toMatchObject({ state: 'open', ticketId: null })
    await world.text('评价2', { from })
    await world.text('2', { from })
    expect(await round()).toMatchObject({ state: 'asking', contacted: true, solved: false, grade: 2 })
    await world.text('没修好', { from })
    expect(await round()).toMatchObject({ state: 'answered', reason: '没修好' })
    expect(await ticketsOf(from)).toHaveLength(1)
  })

  it('gives advice in a danger and hears STOP and START beyond the limit', async () => {
    const from = someone()
    for (let i = 0; i < 8; i++) await world.text('进度', { from })
    expect(await world.text('家里煤气泄漏', { from })).toContain('119')
    expect(await world.text('煤气泄漏越来越大', { from })).toContain('119')
    expect(await ticketsOf(from)).toMatchObject([{ danger: 'gas', urgency: 'critical' }])
    await world.text('TD', { from })
    await world.text('恢复', { from })
    expect((await world.optOuts()).filter(({ phone }) => phone === from).map(({ state }) => state)).toEqual([
      'stopped',
      'started',
    ])
  })

  it('counts for all servers together', async () => {
    const other = composeMessages(world, scriptedCarrier())
    const from = someone()
    const texts = Array.from({ length: 12 }, (_, index) => ({
      ...world.incoming('进度', { from }),
      ref: `SM${String(index).padStart(4, '0')}${'d'.repeat(28)}`,
    }))
    await Promise.all(texts.map((text, index) => (index % 2 === 0 ? world : other).messages.receive(text)))
    expect(await answersTo(from)).toHaveLength(6)
    expect(await alerts(from)).toHaveLength(1)
  })

  it('takes YES for a start from whoever stopped texts, and for an answer from anybody else', async () => {
    const from = someone()
    await world.text('人民路水管爆了', { from })
    await world.text('撤销', { from })
    await world.text('YES', { from, resumes: true, optOut: 'start' })
    expect((await ticketsOf(from))[0]?.state).toBe('withdrawn')
    expect((await world.optOuts()).filter(({ phone }) => phone === from)).toEqual([])
    await world.text('STOP', { from })
    await world.text('YES', { from, resumes: true })
    await world.text('stop', { from, optOut: 'stop' })
    await world.text('START', { from, optOut: 'start' })
    await world.text('TD', { from })
    await world.text('yes', { from, resumes: true })
    expect((await world.optOuts()).filter(({ phone }) => phone === from).map(({ state }) => state)).toEqual([
      'stopped',
      'started',
      'stopped',
      'started',
      'stopped',
      'started',
    ])
  })

  it.each([
    '\u200b',
    '\u200b\u200d\ufeff',
    '\u0301\u0308',
    ' \u3000\n',
    '\u0000',
    '\ufe0f',
    '\u{1f3fb}',
    '\u2800\u3164',
  ])('makes no ticket of a text in which nothing can be seen: %j', async (body) => {
    const from = someone()
    expect(await world.text(body, { from })).toContain('空短信')
    expect(await ticketsOf(from)).toEqual([])
    await world.text('新诉求', { from })
    expect(await world.text(`新诉求：${body}`, { from })).toContain('时间、地点')
    expect(await ticketsOf(from)).toEqual([])
    await world.text('水管爆了', { from })
    await world.text(body, { from })
    const [ticket] = await ticketsOf(from)
    expect((await world.timeline(ticket?.id ?? '')).filter(({ type }) => type === 'supplement')).toEqual([])
  })
})
