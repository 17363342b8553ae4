import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { respell } from '../../../../api/platform/writing/respell.ts'
import { exampleTexts } from '../../../../api/tickets/opening/learn-filing.ts'
import { ticketTexts } from '../../../../api/tickets/reading/respell.ts'
import { TicketQuery } from '../../../../api/tickets/reading/ticket-list.query.ts'
import type { Ticket } from '../../../../api/tickets/tickets.ts'
import { finalStates, openStates } from '../../../../api/vocabulary/ticket.ts'
import { engines } from '../../../support/databases.ts'
import type { WorldStaff } from '../../../support/world.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

const phone = '13912345678'
const identity = '11010519491231002X'
const name = '欧阳静默'
/** What tells who asked, in the words of people. */
const telling = [phone, identity, '１３９', name, '欧阳', '老桥新村5号']
const words = `我叫${name}，电话${phone}，身份证${identity}，我住在老桥新村5号楼201室。楼下垃圾没人清运。`

describe.each(engines)('the words of a confidential ticket, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
    w.citizens.whenRenamed(w.tickets.renamed)
  })
  afterAll(() => w.close())

  const unit: WorldStaff = 'hedong-binjiang-1'
  const open = async (over: Parameters<typeof w.open>[0] = {}) => {
    const citizen = await w.citizen()
    await w.citizens.change(w.actor('agent1'), citizen.id, { name })
    return {
      citizen: { ...citizen, name },
      ticket: await w.open({ citizenId: citizen.id, text: words, title: `${name}反映垃圾`, ...over }),
    }
  }
  const read = async (who: WorldStaff, { id }: Pick<Ticket, 'id'>) =>
    JSON.stringify([
      await w.tickets.read.ticket(w.actor(who), id),
      await w.tickets.read.timeline(w.actor(who), id, { size: 100 }),
      (await w.tickets.read.list(w.actor(who), TicketQuery.parse({ size: '100' }))).items.filter(
        (one) => one.id === id,
      ),
    ])
  const finds = async (who: WorldStaff, { id }: Pick<Ticket, 'id'>, q: string) =>
    (await w.tickets.read.list(w.actor(who), TicketQuery.parse({ size: '100', q }))).items.some((one) => one.id === id)
  const told = (text: string) => telling.filter((one) => text.includes(one))

  it('reach a unit without telephone, identity card, name and address; the hotline reads what was said', async () => {
    const { ticket, citizen } = await open({ confidential: true })
    await w.act(ticket, 'dispatcher1', 'dispatch', { instruction: `请联系${name} ${phone}` })
    await w.act(ticket, citizen, 'supplement', { text: `我的电话是１３９ １２３４ ５６７８，${name}` })
    await w.act(ticket, 'agent1', 'note', { text: `${name}再次来电：一三九一二三四五六七八` })
    await w.act(ticket, unit, 'sign')
    await w.act(ticket, unit, 'answer', { text: `${name}您好，已清运。`, result: `已电话${phone}联系` })
    const seen = await read(unit, ticket)
    expect(told(seen)).toEqual([])
    expect(seen).not.toContain('一三九一二三四')
    expect(seen).toContain('楼下垃圾没人清运')
    expect(seen).toContain(ticket.number)
    expect(told(await read('hedong-1', ticket))).toEqual([])
    expect(told(await read('reviewer1', ticket))).toEqual(telling)
  })

  it('are not found by what they do not show, and are by the rest', async () => {
    const { ticket } = await open({ confidential: true })
    await w.act(ticket, 'dispatcher1', 'dispatch')
    for (const q of [phone, '1391234', identity, '11010519491231', name, '静默', '老桥新村5号'])
      expect([q, await finds(unit, ticket, q), await finds('agent1', ticket, q)]).toEqual([q, false, q !== phone])
    for (const q of ['垃圾', ticket.number, '没人清运']) expect([q, await finds(unit, ticket, q)]).toEqual([q, true])
    await w.act(ticket, 'agent1', 'supplement', { text: '补充电话13787654321，臭味很大' })
    expect([await finds(unit, ticket, '13787654321'), await finds(unit, ticket, '臭味很大')]).toEqual([false, true])
  })

  it('become so in every state, at once, and only once', async () => {
    const states = new Set<string>()
    const lives = [
      w.open,
      w.dispatched,
      w.handling,
      w.answered,
      w.reviewed,
      async (over: Parameters<typeof w.open>[0]) =>
        w.act(await w.open(over), 'agent1', 'withdraw', { reason: '市民撤单' }),
      async (over: Parameters<typeof w.open>[0]) => w.reviewed({ ...over, replyWanted: false }),
      async (over: Parameters<typeof w.open>[0]) => w.open({ ...over, accept: false }),
    ]
    for (const live of lives) {
      const citizen = await w.citizen()
      await w.citizens.change(w.actor('agent1'), citizen.id, { name })
      const ticket = await live({ citizenId: citizen.id, text: words })
      states.add(ticket.state)
      const hadIt = (await w.rows.assignments(ticket.id)).length > 0
      if (hadIt) expect(told(await read(unit, ticket))).toEqual(expect.arrayContaining([phone, name]))
      const after = await w.act(ticket, 'agent1', 'keepConfidential', { reason: '害怕被报复' })
      expect(after).toMatchObject({ state: ticket.state, confidential: true })
      if (hadIt) {
        const seen = await read(unit, ticket)
        expect(told(seen)).toEqual([])
        expect(seen).not.toContain('报复')
        expect((await w.tickets.read.ticket(w.actor(unit), ticket.id)).citizen).toBeNull()
        expect(await finds(unit, ticket, phone)).toBe(false)
        await expect(w.citizens.reveal(w.actor(unit), citizen.id, { reason: '联系市民' })).rejects.toMatchObject({
          code: 'citizen.not-found',
        })
      }
      await expect(w.act(ticket, 'agent1', 'keepConfidential')).rejects.toMatchObject({
        code: 'ticket.already-confidential',
      })
    }
    expect(states.size).toBe(8)
    expect([...openStates, ...finalStates]).toEqual(expect.arrayContaining([...states]))
  })

  it('may be asked for by the citizen, never by a unit', async () => {
    const { ticket, citizen } = await open()
    await w.act(ticket, 'dispatcher1', 'dispatch')
    await expect(w.act(ticket, unit, 'keepConfidential')).rejects.toMatchObject({ code: 'auth.forbidden' })
    expect(await w.act(ticket, citizen, 'keepConfidential')).toMatchObject({ confidential: true })
    expect(told(await read(unit, ticket))).toEqual([])
  })

  it('teach the classifier nothing of anybody, and nothing at all once they are confidential', async () => {
    const examples = async (id: string) =>
      (await w.db.q.select().from(w.db.t.trainingExample).where(eq(w.db.t.trainingExample.ticketId, id))).map(
        ({ text }) => text,
      )
    const { ticket } = await open({ matterCode: null })
    await w.act(ticket, 'agent1', 'reclassify', { matterCode: 'municipal.order.rubbish' })
    const [text = ''] = await examples(ticket.id)
    expect(text).toContain('楼下垃圾没人清运')
    expect(told(text).filter((one) => one !== '欧阳')).toEqual([])
    await w.act(ticket, 'agent1', 'keepConfidential')
    expect(await examples(ticket.id)).toEqual([])
    const { id } = await w.open()
    await w.db.tx((tx) =>
      tx.q
        .insert(tx.t.trainingExample)
        .values({
          id: 'exm_of_before',
          text: words,
          matterCode: 'municipal.order.rubbish',
          ticketId: id,
          at: w.clock.now(),
        })
        .returning(),
    )
    expect(await respell(w.tickets.deps, exampleTexts)()).toBe(1)
    expect(told((await examples(id)).join('')).filter((one) => one !== '欧阳')).toEqual([])
    const other = (await open({ matterCode: null })).ticket
    await w.act(other, 'agent1', 'reclassify', { matterCode: 'municipal.order.rubbish' })
    await w.act(other, 'agent1', 'reclassify', { confidential: true })
    expect(await examples(other.id)).toEqual([])
  })

  it('follow a new name, and those that were written before there was anything to search', async () => {
    const { ticket, citizen } = await open({ confidential: true, text: '钱多多家楼下垃圾没人清运' })
    await w.act(ticket, 'dispatcher1', 'dispatch')
    expect(await finds(unit, ticket, '钱多多')).toBe(true)
    await w.citizens.change(w.actor('agent1'), citizen.id, { name: '钱多多' })
    expect(await finds(unit, ticket, '钱多多')).toBe(false)
    expect(await read(unit, ticket)).not.toContain('钱多多')
    await w.db.tx((tx) =>
      tx.q.update(tx.t.ticket).set({ unitSearchText: null }).where(eq(tx.t.ticket.id, ticket.id)).returning(),
    )
    expect(await finds(unit, ticket, '没人清运')).toBe(false)
    expect(await respell(w.tickets.deps, ticketTexts)()).toBe(1)
    expect([await finds(unit, ticket, '没人清运'), await finds(unit, ticket, '钱多多')]).toEqual([true, false])
  })

  it('stay masked in the ticket that it was merged into, whoever asked for that one', async () => {
    const main = await w.handling({ text: '楼下垃圾成堆，电话13612345678' })
    const { ticket, citizen } = await open({ confidential: true })
    const later = await open({ text: '钱多多家垃圾成堆' })
    await w.citizens.change(w.actor('agent1'), later.citizen.id, { name: '钱多多' })
    for (const one of [ticket, later.ticket]) await w.act(one, 'dispatcher1', 'merge', { mainTicketId: main.id })
    await w.act(main, 'agent1', 'supplement', { text: `${name}补充：电话${phone}，臭味更重；钱多多也说` })
    const seen = await read(unit, main)
    expect(told(seen)).toEqual([])
    expect(seen).toContain('臭味更重')
    expect((await w.tickets.read.ticket(w.actor(unit), main.id)).citizen).not.toBeNull()
    expect([
      await finds(unit, main, name),
      await finds(unit, main, phone),
      await finds(unit, main, '臭味更重'),
    ]).toEqual([false, false, true])
    // One that was merged openly becomes confidential.
    expect([seen.includes('钱多多'), await finds(unit, main, '钱多多')]).toEqual([true, true])
    await w.act(later.ticket, 'agent1', 'keepConfidential')
    expect([(await read(unit, main)).includes('钱多多'), await finds(unit, main, '钱多多')]).toEqual([false, false])
    await w.citizens.change(w.actor('agent1'), citizen.id, { name: '臭味' })
    expect(await finds(unit, main, '臭味更重')).toBe(false)
  })

  it('stand once in the audit: what an act wrote, not what lists search', async () => {
    const { ticket } = await open({ confidential: true })
    await w.act(ticket, 'agent1', 'supplement', { text: '臭味更重' })
    const rows = (await w.db.q.select().from(w.db.t.audit)).filter(({ entityId }) => entityId === ticket.id)
    const [row] = rows.filter(({ action }) => action === 'ticket.supplement')
    expect(Object.keys(row?.after ?? {})).toEqual(['version'])
  })

  it('are masked in the part of a unit that lost the ticket, confidential or not', async () => {
    const { ticket } = await open()
    await w.act(ticket, 'dispatcher1', 'dispatch')
    expect(told(await read(unit, ticket)).length).toBeGreaterThan(0)
    w.clock.advance(60_000)
    await w.act(ticket, 'dispatcher1', 'redispatch', { leadUnitId: w.world.units.hexi, reason: '属河西辖区' })
    expect(told(await read(unit, ticket))).toEqual([])
    expect(told(await read('hexi-1', ticket)).length).toBeGreaterThan(0)
  })
})
