import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { touchTickets } from '../../../api/search/index-tickets.ts'
import { rebuildIndex } from '../../../api/search/rebuild.ts'
import { searchForm, wordsOf } from '../../../api/search/search-form.rules.ts'
import { TicketQuery } from '../../../api/tickets/reading/ticket-list.query.ts'
import { engines } from '../../support/databases.ts'
import type { WorldStaff } from '../../support/world.ts'
import { createTicketWorld, type TicketWorld } from '../tickets/support.ts'

describe.each(engines)('search, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
    w.citizens.whenRenamed(w.tickets.renamed)
  })
  afterAll(() => w.close())

  const unit: WorldStaff = 'hedong-binjiang-1'
  const page = (who: WorldStaff, q: string, over: Record<string, string> = {}) =>
    w.tickets.read.list(w.actor(who), TicketQuery.parse({ q, sort: 'created', size: '100', ...over }))
  const idsOf = async (who: WorldStaff, q: string, over: Record<string, string> = {}) =>
    (await page(who, q, over)).items.map(({ id }) => id)

  describe('of every text of a ticket', () => {
    const full = async () => {
      const citizen = await w.citizen()
      await w.citizens.change(w.actor('agent1'), citizen.id, { name: '艾力·买买提' })
      const ticket = await w.open({
        citizenId: citizen.id,
        text: '門口路燈壞了三天，车牌沪A·12345，住1-1-5，水表3.5吨。Street-lamp broken.',
        title: '路灯不亮',
        place: '长风新村77弄',
      })
      await w.act(ticket, 'dispatcher1', 'dispatch')
      await w.act(ticket, 'agent1', 'note', { text: '市民催得紧，情绪激动' })
      await w.act(ticket, unit, 'sign')
      await w.act(ticket, unit, 'answer', { text: '已更换灯泡，恢复照明。', result: '现场核实完毕' })
      return ticket
    }
    it.each([
      ['路灯坏了', 'request'],
      ['路燈', 'request'],
      ['ＬＡＭＰ', 'request'],
      ['amp brok', 'request'],
      ['treet', 'request'],
      ['沪A12345', 'request'],
      ['沪A•12345', 'request'],
      ['1-1-5', 'request'],
      ['3.5', 'request'],
      ['坏了三天，车牌', 'request'],
      ['不亮', 'title'],
      ['长风 77弄', 'place'],
      ['更换灯泡', 'answer'],
      ['核实完毕', 'answer'],
      ['情绪激动', 'note'],
      ['买买提', 'name'],
      ['艾力买买提', 'name'],
      ['艾力・买买提', 'name'],
      ['路灯 灯泡 激动', 'note'],
    ])('finds %s in the %s', async (q, where) => {
      const ticket = await full()
      const found = (await page('agent1', q)).items.find(({ id }) => id === ticket.id)
      expect(found).toBeDefined()
      const { text = '', marks = [] } = found?.found ?? {}
      if (!q.includes(' ')) expect(found?.found?.where).toBe(where)
      const marked = marks.map(([from, to]) => searchForm(text.slice(from, to)))
      expect(marked.length).toBeGreaterThan(0)
      for (const one of marked) expect(wordsOf(q).some((word) => one.includes(word))).toBe(true)
    })
    it('finds by a part of the number, and all words or nothing', async () => {
      const ticket = await full()
      expect(await idsOf('agent1', ticket.number.slice(4))).toContain(ticket.id)
      expect(await idsOf('agent1', `灯泡 ${ticket.number.slice(-6)}`)).toContain(ticket.id)
      expect(await idsOf('agent1', '灯泡 没有这样的词')).toEqual([])
      expect(await idsOf('agent1', '路，灯')).toEqual([])
      expect(await idsOf('agent1', '……')).toEqual([])
    })
  })

  describe('within the scope of whoever asks', () => {
    it('of a unit: what it has, without notes of the hotline and names', async () => {
      const citizen = await w.citizen()
      await w.citizens.change(w.actor('agent1'), citizen.id, { name: '司徒范围' })
      const ticket = await w.open({ citizenId: citizen.id, text: '范围之内积水严重' })
      expect(await idsOf(unit, '积水严重')).toEqual([])
      await w.act(ticket, 'agent1', 'reclassify', { urgency: 'urgent', reason: '请跳过核验环节' })
      await w.act(ticket, 'dispatcher1', 'dispatch')
      expect(await idsOf(unit, '积水严重')).toEqual([ticket.id])
      for (const q of ['跳过核验', '司徒范围', '积水严重 核验环节']) {
        expect([q, await idsOf(unit, q)]).toEqual([q, []])
        expect([q, await idsOf('agent1', q)]).toEqual([q, [ticket.id]])
      }
      const admin = w.tickets.read.list(
        { ...w.actor('agent1'), roles: ['admin'] },
        TicketQuery.parse({ q: '司徒范围', sort: 'created' }),
      )
      expect((await admin).items).toEqual([])
    })
    it('of a unit: nothing of a confidential ticket that tells who asked, from the moment it is so', async () => {
      const citizen = await w.citizen()
      await w.citizens.change(w.actor('agent1'), citizen.id, { name: '东方保密' })
      const ticket = await w.open({ citizenId: citizen.id, text: '我叫东方保密，河道有异味' })
      await w.act(ticket, 'dispatcher1', 'dispatch')
      await w.act(ticket, unit, 'sign')
      await w.act(ticket, unit, 'answer', { text: '东方保密您好，已清淤。', result: '已清淤' })
      expect(await idsOf(unit, '东方保密')).toEqual([ticket.id])
      await w.act(ticket, 'agent1', 'keepConfidential', { reason: '害怕' })
      const seen = await page(unit, '东方保密')
      expect([seen.items, seen.next, seen.search]).toEqual([[], null, { bounded: false, building: false }])
      expect(await idsOf(unit, '已清淤')).toEqual([ticket.id])
      expect(JSON.stringify(await page(unit, '已清淤'))).not.toContain('东方')
      expect(await idsOf('agent1', '东方保密')).toEqual([ticket.id])
    })
    it('of a unit: nothing of a report on itself', async () => {
      const ticket = await w.open({ text: '举报窗口态度蛮横', kind: 'complaint' })
      await w.act(ticket, 'dispatcher1', 'dispatch')
      expect(await idsOf(unit, '态度蛮横')).toEqual([ticket.id])
      const { ticket: table } = w.db.t
      const respondentUnitId = w.actor(unit).unitId
      await w.db.tx(async (tx) => {
        await tx.q
          .update(table)
          .set({ kind: 'violationReport', respondentUnitId })
          .where(eq(table.id, ticket.id))
          .returning()
        touchTickets(tx, [ticket.id])
      })
      expect(await idsOf('agent1', '态度蛮横')).toEqual([ticket.id])
      expect(await idsOf(unit, '态度蛮横')).toEqual([])
    })
  })

  it('combines with every filter of the list, and goes on page by page', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n++) {
      w.clock.advance(60_000)
      ids.unshift((await w.open({ text: `井盖翻页松动${n}`, urgency: n % 2 === 0 ? 'urgent' : 'normal' })).id)
    }
    expect(await idsOf('agent1', '翻页松动')).toEqual(ids)
    expect(await idsOf('agent1', '翻页松动', { urgency: 'urgent' })).toEqual(ids.filter((_, at) => at % 2 === 0))
    expect(await idsOf('agent1', '翻页松动', { view: 'closed' })).toEqual([])
    expect(await idsOf('agent1', '翻页松动', { view: 'open', kind: 'violationReport' })).toEqual([])
    const from = new Date(w.clock.now().getTime() - 90_000).toISOString()
    expect(await idsOf('agent1', '翻页松动', { from })).toEqual(ids.slice(0, 2))
    expect(await idsOf('agent1', '翻页松动', { to: from })).toEqual(ids.slice(2))
    for (const sort of ['created', 'updated', 'clock']) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const { items, next } = await page('agent1', '翻页松动', { sort, size: '3', ...(cursor ? { cursor } : {}) })
        seen.push(...items.map(({ id }) => id))
        cursor = next ?? undefined
      } while (cursor)
      expect([sort, seen.toSorted()]).toEqual([sort, ids.toSorted()])
    }
  })

  it('is written in the transaction of what it tells of, or not at all', async () => {
    const ticket = await w.open({ text: '同一事务' })
    await w.act(ticket, 'dispatcher1', 'dispatch')
    await expect(
      w.db.tx(async (tx) => {
        await w.tickets.act.actIn(tx, w.actor('agent1'), {
          ticketId: ticket.id,
          action: 'supplement',
          input: { text: '又说了雨棚漏水' },
        })
        throw new Error('the power goes')
      }),
    ).rejects.toThrow('the power goes')
    expect(await idsOf('agent1', '雨棚漏水')).toEqual([])
    await w.act(ticket, 'agent1', 'supplement', { text: '又说了雨棚漏水' })
    expect(await idsOf('agent1', '雨棚漏水')).toEqual([ticket.id])
  })

  it('forgets a name with the citizen, and follows a new one', async () => {
    const citizen = await w.citizen()
    await w.citizens.change(w.actor('agent1'), citizen.id, { name: '尉迟旧名' })
    const ticket = await w.open({ citizenId: citizen.id, text: '改名' })
    expect(await idsOf('agent1', '尉迟旧名')).toEqual([ticket.id])
    await w.citizens.change(w.actor('agent1'), citizen.id, { name: '尉迟新名' })
    expect(await idsOf('agent1', '尉迟旧名')).toEqual([])
    expect(await idsOf('agent1', '尉迟新名')).toEqual([ticket.id])
  })

  const pieces = [...'路灯坏中山北水，。 ', ...'abc12.-·', 'é', '😀', '👨‍👩‍👧', 'e\u0301', 'שלום', '𠮷', '燈', 'Ａ', '\n']
  const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 }).map((some) => `文${some.join('')}`)

  it('finds what a plain look through all texts finds', async () => {
    const stored = new Map<string, string>()
    for (const sample of fc.sample(text, { numRuns: 60, seed: 7 })) {
      const ticket = await w.open({ text: sample, title: '随' })
      const [row] = await w.db.q.select().from(w.db.t.ticket).where(eq(w.db.t.ticket.id, ticket.id))
      stored.set(ticket.id, searchForm(row?.searchText ?? ''))
    }
    const cut = fc
      .tuple(fc.constantFrom(...stored.values()), fc.nat(), fc.integer({ min: 1, max: 200 }))
      .map(([form, from, length]) => {
        const all = Array.from(form)
        return all.slice(from % all.length, (from % all.length) + length).join('')
      })
    const asked = fc.oneof(
      cut,
      cut,
      text,
      fc.tuple(cut, cut).map((two) => two.join(' ')),
    )
    for (const q of fc.sample(asked, { numRuns: 150, seed: 11 })) {
      const given = q.slice(0, 200).trim()
      const words = wordsOf(given)
      if (words.length === 0 || /^[\d\s-]{7,}$/.test(given)) continue
      const plain = [...stored].filter(([, form]) => words.every((word) => form.includes(word))).map(([id]) => id)
      const got = (await idsOf('agent1', given)).filter((id) => stored.has(id))
      expect([given, got.toSorted()]).toEqual([given, plain.toSorted()])
    }
  })

  it('is the same when it is made anew', async () => {
    const entries = async () => (await w.db.q.select().from(w.db.t.ticketSearch)).toSorted((a, b) => a.key - b.key)
    const ticket = await w.handling({ text: '路灯重建前后' })
    await w.act(ticket, unit, 'answer', { text: '已修复路灯', result: '属实' })
    const before = await entries()
    const ids = await idsOf('agent1', '路灯')
    expect(ids).toContain(ticket.id)
    expect(await rebuildIndex(w.db)).toBe(before.length)
    expect(await entries()).toEqual(before)
    expect(await idsOf('agent1', '路灯')).toEqual(ids)
  })

  it('says while older tickets are not in the index yet', async () => {
    const ticket = await w.open({ text: '尚未编入索引' })
    const { ticketSearch } = w.db.t
    await w.db.tx((tx) =>
      tx.q.update(ticketSearch).set({ spelling: 0 }).where(eq(ticketSearch.ticketId, ticket.id)).returning(),
    )
    expect((await page('agent1', '路灯')).search).toMatchObject({ building: true })
    await rebuildIndex(w.db)
    expect((await page('agent1', '路灯')).search).toMatchObject({ building: false })
  })
})
