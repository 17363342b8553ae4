import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiveText } from '../../../../api/messages/intake/receive-text.ts'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'

let people = 0
/** A number nobody has texted from in this file. */
const someone = () => `+86137${String(++people).padStart(8, '0')}`

const advice = '请勿开关电器、勿用明火，立即撤到室外并拨打119'

describe.each(engines)('a danger by text, on %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  const ticketsOf = async (from: string) => {
    const citizen = (await world.db.q.select().from(world.db.t.citizen)).find(({ phone }) => phone === from)
    return (await world.tickets_()).filter(({ citizenId }) => citizenId === citizen?.id)
  }
  const dangersOf = async (from: string) => (await ticketsOf(from)).flatMap(({ danger }) => danger ?? [])
  const sentTo = (phone: string) => world.carrier.sent.filter(({ to }) => to === phone).map(({ body }) => body)

  describe('cut over two texts', () => {
    it.each([
      ['我家煤气', '泄漏了，快来'],
      ['煤', '气泄漏'],
      ['there is a gas', 'leak in my kitchen'],
    ])('%s / %s: heard with the second, which is answered with the advice', async (one, two) => {
      const from = someone()
      expect(await world.text(one, { from })).not.toMatch(/119/)
      expect(await dangersOf(from)).toEqual([])
      expect(await world.text(two, { from })).toMatch(/119.*(?:特急|critical)/)
      const [danger] = (await ticketsOf(from)).filter((ticket) => ticket.danger === 'gas')
      expect(danger).toMatchObject({ urgency: 'critical', state: 'received' })
      expect(danger?.request).toContain(one)
      expect(danger?.request).toContain(two)
      const contacts = (await world.contacts_()).filter(({ ticketId }) => ticketId === danger?.id)
      expect(contacts.map((contact) => [contact.text, contact.danger])).toEqual([[two, 'gas']])
    })

    it('of which the first waits for a choice: it waits no more, and makes no second request', async () => {
      const from = someone()
      await world.text('人民路水管爆了', { from })
      await world.text('新诉求：商场不退款', { from })
      expect(await world.text('我家煤气', { from })).toContain('这是关于哪一件')
      expect(await world.text('泄漏了', { from })).toContain(advice)
      const [danger] = (await ticketsOf(from)).filter((ticket) => ticket.danger === 'gas')
      const told = (await world.contacts_()).filter(({ text }) => text === '我家煤气' || text === '泄漏了')
      expect(told.slice(-2)).toMatchObject([
        { text: '我家煤气', ticketId: danger?.id, state: 'filed' },
        { text: '泄漏了', ticketId: danger?.id, state: 'filed' },
      ])
      expect(await world.text('1', { from })).toContain('目前没有等待您选择的问题')
      world.clock.advance(25 * 3_600_000)
      for (const job of world.jobs) await job.run()
      expect(await ticketsOf(from)).toHaveLength(3)
    })

    it('in three', async () => {
      const from = someone()
      await world.text('我家', { from })
      await world.text('煤气', { from })
      expect(await world.text('泄漏', { from })).toContain(advice)
    })

    it('is told once: what follows adds to it without the advice again', async () => {
      const from = someone()
      await world.text('家里煤气', { from })
      await world.text('泄漏了', { from })
      expect(await world.text('三号楼二单元', { from })).not.toContain('119')
      expect(await dangersOf(from)).toEqual(['gas'])
    })

    it('minutes apart are two matters', async () => {
      const from = someone()
      await world.text('家里煤气', { from })
      world.clock.advance(5 * 60_000)
      expect(await world.text('泄漏了', { from })).not.toContain('119')
      expect(await dangersOf(from)).toEqual([])
    })

    it('by two people is none', async () => {
      await world.text('家里煤气', { from: someone() })
      const from = someone()
      expect(await world.text('泄漏了', { from })).not.toContain('119')
      expect(await dangersOf(from)).toEqual([])
    })
  })

  it('that cannot be carried out is kept for a person, and answered with the advice all the same', async () => {
    const from = someone()
    await world.text('你好', { from })
    const { deps } = world.messages
    const receive = receiveText({
      ...deps,
      contacts: { ...deps.contacts, takeReportIn: () => Promise.reject(new Error('the catalogue changed')) },
    })
    const said = async (body: string) => {
      world.clock.advance(5_000)
      await receive(world.incoming(body, { from }))
      return (await world.messages_()).findLast(({ toNumber }) => toNumber === from)?.body
    }
    expect(await said('厨房煤气泄漏了')).toBe(`${advice}！\n您的短信已收到，工作人员会尽快查看。`)
    expect((await world.contacts_()).at(-1)).toMatchObject({ state: 'open', danger: 'gas', text: '厨房煤气泄漏了' })
    expect(await said('人民路水管爆了')).toBe('您的短信已收到，工作人员会尽快查看。')
  })

  describe('from somebody who refused texts', () => {
    const refuse = async (from: string) => {
      await world.text('TD', { from })
      await world.outbox.runDue()
      return sentTo(from).length
    }

    it.each([
      ['厨房煤气泄漏了', `${advice}！`],
      ['there is a gas leak', 'Touch no switch and no flame, get outside and call 119 now!'],
    ])('%s: is answered with the advice, and not a word more', async (words, told) => {
      const from = someone()
      const before = await refuse(from)
      await world.text(words, { from })
      await world.outbox.runDue()
      expect(sentTo(from).slice(before)).toEqual([told])
      expect(await dangersOf(from)).toEqual(['gas'])
    })

    it('cut over two texts: the same', async () => {
      const from = someone()
      const before = await refuse(from)
      await world.text('家里煤气', { from })
      await world.text('泄漏了', { from })
      await world.outbox.runDue()
      expect(sentTo(from).slice(before)).toEqual([`${advice}！`])
    })

    it('goes on being told nothing of its ticket, nor of anything else', async () => {
      const from = someone()
      await refuse(from)
      await world.text('厨房煤气泄漏了', { from })
      await world.outbox.runDue()
      const before = sentTo(from).length
      const [ticket] = await ticketsOf(from)
      await world.act(ticket?.id ?? '', 'agent1', 'accept')
      await world.text('人民路水管爆了', { from })
      await world.text('进度', { from })
      await world.outbox.runDue()
      expect(sentTo(from).slice(before)).toEqual([])
    })
  })
})
