import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, hotlineNumber, type MessageWorld } from '../support.ts'

let caller = 0
/** A number nobody has texted from in this file. */
const someone = () => `+86139${String(++caller).padStart(8, '0')}`

describe.each(engines)('text intake on %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  const ticketsOf = async (from: string) => {
    const citizens = await world.db.q.select().from(world.db.t.citizen)
    const citizen = citizens.find(({ phone }) => phone === from)
    return (await world.tickets.ticketsOf(world.db, citizen?.id ?? '')).toReversed()
  }

  it('makes a text a ticket, an answer and a promise to send it', async () => {
    const from = someone()
    const reply = await world.text('人民路水管爆了，水流了一地', { from })
    const [ticket] = await ticketsOf(from)
    expect(ticket).toMatchObject({
      state: 'awaitingDispatch',
      matterCode: 'municipal.water.burst-pipe',
      decidedBy: 'threshold',
      channel: 'sms',
      request: '人民路水管爆了，水流了一地',
    })
    expect(reply).toContain(ticket?.number.replace(/(\d{4})(\d{4})(\d{4})/, '$1 $2 $3'))
    const [contact] = (await world.contacts_()).filter(({ ticketId }) => ticketId === ticket?.id)
    expect(contact).toMatchObject({ state: 'filed', channel: 'sms', text: '人民路水管爆了，水流了一地' })
    await world.outbox.runDue()
    expect(world.carrier.sent.at(-1)).toMatchObject({ from: hotlineNumber, to: from, body: reply })
    const out = (await world.messages_()).find(({ toNumber }) => toNumber === from)
    expect(out).toMatchObject({ status: 'queued', purpose: 'receipt', ticketId: ticket?.id })
    expect(world.carrier.sent.at(-1)?.messageId).toBe(out?.id)
  })

  it.each(['+86013900990001', '013900990001', '8613900990001', '＋８６１３９００９９０００１', '+86\u200b13900990001'])(
    'knows the sender however the carrier writes the number (%s), and answers the number itself',
    async (from) => {
      await world.messages.receive(world.incoming('你好', { from }))
      const citizens = (await world.db.q.select().from(world.db.t.citizen)).filter(({ phone }) =>
        phone.endsWith('990001'),
      )
      expect(citizens).toMatchObject([{ phone: '+8613900990001' }])
      const told = (await world.messages_()).filter(({ citizenId }) => citizenId === citizens[0]?.id)
      for (const { direction, fromNumber, toNumber } of told)
        expect(direction === 'in' ? fromNumber : toNumber).toBe('+8613900990001')
    },
  )

  it('never takes withheld senders for one citizen, and answers none of them', async () => {
    const before = (await world.messages_()).filter(({ direction }) => direction === 'out').length
    for (const body of ['路灯坏了', '井盖没了'])
      await world.messages.receive(world.incoming(body, { from: 'withheld' }))
    const texts = (await world.messages_()).filter(({ fromNumber }) => fromNumber === 'withheld')
    expect(new Set(texts.map(({ citizenId }) => citizenId)).size).toBe(2)
    expect((await world.messages_()).filter(({ direction }) => direction === 'out')).toHaveLength(before)
  })

  it('leaves an uncertain one to a person', async () => {
    const from = someone()
    await world.text('我有个情况想反映一下，说来话长', { from })
    expect((await ticketsOf(from))[0]).toMatchObject({ state: 'received', matterCode: null, decidedBy: null })
  })

  it('makes no ticket of a greeting, which is told how, nor of thanks, which get no answer', async () => {
    const from = someone()
    expect(await world.text('你好', { from })).toContain('直接发短信说明情况')
    const sent = async () => (await world.messages_()).filter(({ toNumber }) => toNumber === from).length
    expect(await sent()).toBe(1)
    await world.messages.receive(world.incoming('谢谢！', { from }))
    expect(await sent()).toBe(1)
    expect(await ticketsOf(from)).toEqual([])
    expect((await world.messages_()).filter(({ fromNumber }) => fromNumber === from).map(({ body }) => body)).toEqual([
      '你好',
      '谢谢！',
    ])
  })

  it('asks what it is about when somebody only says that they have a complaint, and files what they tell then', async () => {
    const from = someone()
    expect(await world.text('我要投诉', { from })).toContain('时间、地点和情况')
    expect(await ticketsOf(from)).toEqual([])
    await world.text('楼道灯不亮', { from })
    expect((await ticketsOf(from)).map(({ request }) => request)).toEqual(['楼道灯不亮'])
  })

  it('answers figures and signs in Chinese where it knows no better', async () => {
    const from = someone()
    for (const said of ['110', '？', '😡']) expect(await world.text(said, { from }), said).toContain('110、119')
    expect(await world.text('hello', { from })).toContain('Text us')
  })

  it('leaves it to a person when somebody asks for one, and says so', async () => {
    const from = someone()
    expect(await world.text('转人工', { from })).toContain('工作人员')
    expect(await ticketsOf(from)).toEqual([])
    expect((await world.contacts_()).at(-1)).toMatchObject({ state: 'open', text: '转人工' })
  })

  it('answers a polite “all right” to a notice as little as thanks', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    for (const said of ['好的谢谢', 'OK', '👍', '🙏']) expect(await world.text(said, { from }), said).toBe('')
    expect(await ticketsOf(from)).toHaveLength(1)
  })

  it('loses no picture that came with a greeting or with thanks', async () => {
    const picture = [{ url: 'https://carrier.example/lamp.jpg', contentType: 'image/jpeg' }]
    for (const said of ['你好', '谢谢', '👍', '新诉求']) {
      const from = someone()
      await world.text(said, { from, media: picture })
      const [ticket] = await ticketsOf(from)
      expect(ticket?.request, said).toBe(said)
      expect((await world.attachments()).filter(({ ticketId }) => ticketId === ticket?.id)).toHaveLength(1)
    }
  })

  it('takes 确认撤销 for the answer to the question, and as a request where none was asked', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    expect(await world.text('确认撤销', { from })).toContain('回复1确认撤销')
    await world.text('撤销', { from })
    expect((await ticketsOf(from))[0]?.state).toBe('awaitingDispatch')
    await world.text('确认撤销', { from })
    expect((await ticketsOf(from))[0]?.state).toBe('withdrawn')
  })

  it('makes no request of answers that come after the asking is over', async () => {
    const from = someone()
    await world.text('您好', { from })
    expect(await world.text('1 1 5', { from })).toContain('目前没有待评价的工单')
    expect(await ticketsOf(from)).toEqual([])
    for (const late of ['不满意', '没解决', '2 2 1', '没人联系我'])
      expect(await world.text(late, { from }), 'who is dissatisfied is heard').toContain('工作人员会查看')
    for (const late of ['满意', '解决了，谢谢', '115', '5分', '1 1 5 谢谢'])
      expect(await world.text(late, { from })).toContain('目前没有待评价的工单')
    expect(await ticketsOf(from)).toEqual([])
    const open = (await world.contacts_()).filter(({ state }) => state === 'open').map(({ text }) => text)
    expect(open).toEqual(expect.arrayContaining(['不满意', '没解决', '2 2 1', '没人联系我']))
    expect(open).not.toContain('满意')
  })

  it('takes a delivery once: by id, by token, and when repeats race', async () => {
    const from = someone()
    const first = world.incoming('水管爆了', { from, deliveryToken: 'token-1' })
    await world.messages.receive(first)
    await world.messages.receive(first)
    await world.messages.receive({ ...first, deliveryToken: 'token-2' })
    await world.messages.receive({ ...world.incoming('水管爆了', { from }), deliveryToken: 'token-1' })
    expect(await ticketsOf(from)).toHaveLength(1)
    const racing = world.incoming('退款不退给我', { from: someone(), deliveryToken: 'token-3' })
    await Promise.all(Array.from({ length: 8 }, () => world.messages.receive(racing)))
    expect(await ticketsOf(racing.from)).toHaveLength(1)
    expect((await world.messages_()).filter((row) => row.toNumber === racing.from)).toHaveLength(1)
  })

  it('decides two texts of one sender one after the other', async () => {
    const from = someone()
    await Promise.all([
      world.messages.receive(world.incoming('水管爆了', { from })),
      world.messages.receive(world.incoming('就是水管爆了，在门口', { from })),
    ])
    expect(await ticketsOf(from)).toHaveLength(1)
  })

  it('keeps a text to a number that is no line, once; it can be taken in all the same', async () => {
    const stray = world.incoming('水管爆了', { from: someone(), to: '+862155599999' })
    await world.messages.receive(stray)
    await world.messages.receive(stray)
    expect(await world.db.q.$count(world.db.t.strayText)).toBe(1)
    expect(await ticketsOf(stray.from)).toHaveLength(0)
    await world.messages.receive({ ...stray, to: hotlineNumber })
    expect(await ticketsOf(stray.from)).toHaveLength(1)
  })

  it.each([
    ['emoji and combining marks', '水管爆了 🚰👨‍👩‍👧 e\u0301'],
    ['right to left', 'انفجر أنبوب water pipe'],
    ['a long body', `水管爆了${'很急'.repeat(700)}`],
  ])('keeps %s as they were written', async (_, body) => {
    const from = someone()
    await world.text(body, { from })
    expect((await ticketsOf(from))[0]?.request).toBe(body)
  })

  it('drops NUL, which cannot be stored', async () => {
    const from = someone()
    await world.text('水管\0爆了', { from })
    expect((await ticketsOf(from))[0]?.request).toBe('水管爆了')
  })

  it('answers danger at once, at the top, and alerts the desks', async () => {
    const from = someone()
    const reply = await world.text('楼道里有煤气泄漏的味道', { from })
    expect(reply).toContain('119')
    const [ticket] = await ticketsOf(from)
    expect(ticket).toMatchObject({ urgency: 'critical', danger: 'gas' })
    const alerts = async () =>
      (await world.live()).filter(({ topic, entityId }) => topic === 'alert' && entityId === ticket?.id)
    expect((await alerts())[0]?.audience.roles).toContain('agent')
    expect(await world.text('还在煤气泄漏，快来', { from })).toContain('119')
    expect(await ticketsOf(from)).toHaveLength(1)
    expect(await alerts()).toHaveLength(2)
  })

  it('adds a second text to the one open ticket and tells so', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    const [ticket] = await ticketsOf(from)
    expect(await world.text('补充一下，在三号楼门口', { from })).toContain('补充')
    const lines = await world.timeline(ticket?.id ?? '')
    expect(lines.find(({ type }) => type === 'supplement')?.text).toBe('补充一下，在三号楼门口')
    expect(await ticketsOf(from)).toHaveLength(1)
  })

  it('asks when a text sounds like another matter, and files it as chosen', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    const question = await world.text('健身房跑路了要求退款', { from })
    expect(question).toMatch(/1\. .*\n2\. 新的诉求/)
    expect(await world.text('2', { from })).toContain('登记')
    const [first, second] = await ticketsOf(from)
    expect(second).toMatchObject({ request: '健身房跑路了要求退款', matterCode: 'market.consumer.refund' })
    const held = (await world.contacts_()).find(({ text }) => text === '健身房跑路了要求退款')
    expect(held).toMatchObject({ state: 'filed', ticketId: second?.id })
    await world.text('还有一件，说不清楚', { from })
    await world.text('１', { from })
    const target = [first, second].find((one) => one?.id === second?.id)
    expect(
      (await world.timeline(target?.id ?? '')).some(
        ({ type, text }) => type === 'supplement' && text === '还有一件，说不清楚',
      ),
    ).toBe(true)
  })

  it('never loses a text that answers a question with no number', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    await world.text('要求退款', { from })
    await world.text('在人民广场那家店', { from })
    expect(await ticketsOf(from)).toHaveLength(1)
    expect(await world.text('9', { from })).toContain('1到2')
    await world.text('2', { from })
    expect((await ticketsOf(from))[1]?.request).toBe('要求退款\n在人民广场那家店')
    const mine = (await world.contacts_()).filter(({ text }) => text === '在人民广场那家店')
    expect(mine).toMatchObject([{ state: 'filed', ticketId: (await ticketsOf(from))[1]?.id }])
  })

  it('drops the question at 算了, makes no request, and leaves the text to a person', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    expect(await world.text('健身房跑路了 gym closed, refund', { from })).toContain('哪一件')
    expect(await world.text('算了', { from })).toContain('未作改动')
    expect(await world.text('1', { from })).toContain('没有等待您选择')
    expect(await ticketsOf(from)).toHaveLength(1)
    expect((await world.contacts_()).find(({ text }) => text.startsWith('健身房跑路了 gym'))).toMatchObject({
      state: 'open',
      ticketId: null,
    })
    await world.text('撤销', { from })
    expect(await world.text('算了吧', { from })).toContain('未撤销')
    expect(await world.text('没事了', { from }), 'nothing is asked').toBe('')
  })

  it('files a held text when nobody chooses within 24 hours', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    await world.text('要求退款，店家不理', { from })
    world.clock.advance(24 * 3_600_000)
    const before = (await world.messages_()).length
    for (const job of world.jobs) await job.run()
    expect((await ticketsOf(from))[1]?.request).toBe('要求退款，店家不理')
    expect(
      (await world.messages_())
        .slice(before)
        .map(({ body }) => body)
        .join(),
    ).toContain('新诉求登记')
    expect(await world.text('1', { from })).toContain('没有等待您选择')
  })

  it('settles an expired question before the next text, without waiting for the job', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    await world.text('要求退款', { from })
    world.clock.advance(25 * 3_600_000)
    expect(await world.text('2', { from })).toContain('没有等待您选择')
    expect(await ticketsOf(from)).toHaveLength(2)
  })

  it('lists at most five tickets, then a new request', async () => {
    const from = someone()
    for (let i = 0; i < 7; i++) await world.text(`新诉求：第${i}件事`, { from })
    const list = (await world.text('补充材料', { from })).split('\n').slice(1)
    expect(list).toHaveLength(6)
    expect(list.at(-1)).toBe('6. 新的诉求')
  })

  it('reports progress, of own tickets only', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    const [ticket] = await ticketsOf(from)
    const number = ticket?.number ?? ''
    expect(await world.text('进度', { from })).toContain('已受理，待派单')
    expect(await world.text(`查询 ${number}`, { from })).toContain('已受理，待派单')
    expect(await world.text(number.replace(/(\d{4})(\d{4})/, '$1 $2-'), { from })).toContain('已受理，待派单')
    expect(await world.text('status', { from })).toContain('being assigned')
    expect(await world.text(number, { from: someone() })).toContain('没有查到')
    expect(await world.text('进度', { from: someone() })).toContain('没有正在办理')
  })

  it('urges, and withdraws after asking again', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    expect(await world.text('催办', { from }), 'no unit has it yet').toMatch(/已记下您的催办.*待派单/)
    expect((await ticketsOf(from))[0]?.urgeCount).toBe(1)
    expect(await world.text('撤销', { from })).toContain('回复1确认撤销')
    expect(await world.text('2', { from })).toContain('未撤销')
    expect((await ticketsOf(from))[0]?.state).toBe('awaitingDispatch')
    await world.text('WITHDRAW', { from })
    expect(await world.text('是', { from })).toContain('撤销')
    expect((await ticketsOf(from))[0]?.state).toBe('withdrawn')
    expect(await world.text('撤销', { from })).toContain('没有正在办理')
  })

  it('says that the unit is reminded where one has the ticket', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    await world.act((await ticketsOf(from))[0]?.id ?? '', 'dispatcher1', 'dispatch')
    expect(await world.text('催办', { from })).toContain('承办单位会收到提醒')
    const id = (await ticketsOf(from))[0]?.id ?? ''
    await world.act(id, 'water-bureau-1', 'sign')
    await world.act(id, 'water-bureau-1', 'answer', { text: '水管已抢修完毕。', result: '已抢修。' })
    expect(await world.text('催办', { from }), 'the unit has answered').toMatch(/已记下您的催办.*答复审核中/)
  })

  it('asks which one to urge among several', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    await world.text('新诉求：要求退款', { from })
    expect((await ticketsOf(from)).map(({ request }) => request)).toEqual(['水管爆了', '要求退款'])
    expect(await world.text('催办', { from })).toMatch(/3\. 都不是/)
    await world.text('2', { from })
    expect((await ticketsOf(from)).map(({ urgeCount }) => urgeCount)).toEqual([1, 0])
    await world.text('催办', { from })
    expect(await world.text('3', { from })).toContain('未作改动')
  })

  it('opens a new ticket when the citizen says that it is one', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    expect(await world.text('新诉求', { from })).toContain('请直接发短信')
    await world.text('楼道灯不亮', { from })
    expect((await ticketsOf(from)).map(({ request }) => request)).toEqual(['水管爆了', '楼道灯不亮'])
  })

  it('passes answers to the follow-up, and keeps what is none', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    const [ticket] = await ticketsOf(from)
    await world.toFollowUp(ticket?.id ?? '')
    expect(await world.text('评价', { from })).toContain('选项数字')
    expect(await world.text('1', { from })).toContain('解决了吗')
    // No menu is put over the question: what is surely another matter is a request of its own, anything else a person's.
    expect(await world.text('健身房不给退款怎么办', { from })).toContain('已登记')
    expect(await ticketsOf(from)).toHaveLength(2)
    expect(await world.text('上次那件事还有点情况想说', { from })).toContain('工作人员会尽快查看')
    expect(await world.text('催办', { from })).toContain(`催办 `)
    expect(await world.text('撤销', { from })).toContain('确认撤销 ')
    const [mine] = (await world.db.q.select().from(world.db.t.citizen)).filter(({ phone }) => phone === from)
    expect((await world.dialogues()).filter(({ id }) => id === mine?.id)).toEqual([])
    expect(await world.text('1', { from })).toContain('满意')
    await world.text('评价 5', { from })
    expect((await ticketsOf(from))[0]).toMatchObject({ state: 'closed', closeReason: 'rated' })
  })

  it('hears 怎么还没处理 as an answer while it is asked whether it is solved', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    const [ticket] = await ticketsOf(from)
    await world.toFollowUp(ticket?.id ?? '')
    await world.text('1是', { from })
    expect(await world.text('怎么还没处理', { from })).toContain('满意吗')
    expect(await world.text('2不满意', { from })).toContain('原因')
    expect(await world.text('2', { from })).toContain('原因')
    expect(await world.text('修了两天又漏水', { from })).toContain('重新')
    expect((await ticketsOf(from))[0]).toMatchObject({ state: 'dispatched', redoCount: 1 })
  })

  it('offers to reopen a closed ticket that a text names', async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    const [ticket] = await ticketsOf(from)
    await world.toFollowUp(ticket?.id ?? '')
    for (const answer of ['1', '1', '5']) await world.text(answer, { from })
    expect(await world.text(`工单${ticket?.number}又漏水了`, { from })).toContain('回复1重新办理')
    expect(await world.text('1', { from })).toContain('重新')
    expect((await ticketsOf(from))[0]).toMatchObject({ state: 'dispatched', redoCount: 1 })
    expect(await ticketsOf(from)).toHaveLength(1)
  })

  it('keeps a text for a person when it cannot be carried out', async () => {
    const from = someone()
    const broken = {
      ...world.messages.deps,
      contacts: { ...world.messages.deps.contacts, takeReportIn: () => Promise.reject(new Error('catalogue gone')) },
    }
    const { receiveText } = await import('../../../../api/messages/intake/receive-text.ts')
    await receiveText(broken)(world.incoming('水管爆了', { from }))
    const [contact] = (await world.contacts_()).slice(-1)
    expect(contact).toMatchObject({ state: 'open', text: '水管爆了', ticketId: null })
    expect((await world.messages_()).find(({ toNumber }) => toNumber === from)?.body).toContain('工作人员')
  })

  it('takes a text from a sender that cannot be answered', async () => {
    expect(await world.text('水管爆了', { from: 'WATERCO' })).toBe('')
    expect((await ticketsOf('anonymous:' + (await world.messages_()).at(-1)?.carrierRef)).at(-1)?.request).toBe(
      '水管爆了',
    )
  })
})
