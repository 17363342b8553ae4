import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { noDue, type NewTicketRow } from '../../../api/tickets/tickets.store.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import type { WorldUnit } from '../../support/world.ts'

const system = systemActor('test')
const items = (body: unknown) => (body as { items: Record<string, unknown>[]; next: string | null }).items
const next = (body: unknown) => (body as { next: string | null }).next

describe.each(engines)('citizens on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  const meet = (phone: string, locale?: 'zh' | 'en' | 'zh-CN') =>
    app.db.tx((tx) => app.citizens.findOrCreateCitizenIn(tx, phone, locale))
  let numbers = 0
  /** A ticket as the tables keep one; the acts on it are tested with the tickets. */
  const file = async (citizenId: string, over: Partial<NewTicketRow> = {}) => {
    const at = app.clock.now()
    const row: NewTicketRow = {
      id: app.deps.ids.next('ticket'),
      number: `26060000${String(++numbers).padStart(4, '0')}`,
      state: 'handling',
      kind: 'help',
      urgency: 'normal',
      title: '路灯不亮',
      request: '路灯不亮',
      channel: 'call',
      citizenId,
      confidential: false,
      replyWanted: true,
      designated: false,
      dueSort: noDue,
      warned: 0,
      redoCount: 0,
      returnCount: 0,
      urgeCount: 0,
      extensionCount: 0,
      supervised: false,
      createdBy: 'test',
      createdAt: at,
      updatedAt: at,
      searchText: '',
      version: 1,
      ...over,
    }
    await app.db.tx(async (tx) => {
      await tx.q.insert(tx.t.ticket).values(row)
    })
    return row
  }
  const assign = (ticketId: string, unit: WorldUnit, over: { role?: 'lead' | 'co' | 'copied'; endedAt?: Date } = {}) =>
    app.db.tx(async (tx) => {
      const path = app.directory.unitByCode(unit)?.path ?? ''
      const row = {
        id: app.deps.ids.next('assignment'),
        ticketId,
        unitId: app.world.units[unit],
        unitPath: path,
        role: 'lead' as const,
        round: 0,
        state: 'active' as const,
        designated: false,
        dispatchedAt: app.clock.now(),
        dispatchedBy: 'test',
      }
      await tx.q.insert(tx.t.assignment).values({ ...row, ...over })
    })

  describe('found or made', () => {
    it('makes one row for a number however many contacts come at once, and counts them', async () => {
      const met = await Promise.all(Array.from({ length: 10 }, () => meet('+8613800000010')))
      expect(new Set(met.map(({ id }) => id)).size).toBe(1)
      expect(met.filter(({ created }) => created)).toHaveLength(1)
      expect(met.map(({ contactCount }) => contactCount).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      const { items: rows } = await app.audit.list(app.actor('admin1'), {
        entity: 'citizen',
        entityId: met[0]?.id,
        size: 20,
      })
      expect(rows.map(({ action }) => action)).toEqual(['citizen.created'])
      expect(JSON.stringify(rows)).not.toContain('13800000010')
    })

    it('keeps the language of the first contact, and anonymous callers apart', async () => {
      expect(await meet('+14155550100', 'en')).toMatchObject({ locale: 'en', created: true })
      expect(await meet('+14155550100', 'zh')).toMatchObject({ locale: 'en', created: false })
      expect(await meet('+8613800000011', 'zh')).toMatchObject({ locale: 'zh-CN' })
      const one = await meet('anonymous:cal_1')
      expect((await meet('anonymous:cal_2')).id).not.toBe(one.id)
    })

    it.each(['1380000000', 'anonymous', '', '+86 138', '+8613800000001\0'])('refuses %j as a number', async (phone) => {
      await expect(meet(phone)).rejects.toMatchObject({ code: 'citizen.phone-invalid' })
    })
  })

  it('keeps one citizen for one telephone, however a channel writes the number', async () => {
    const { id } = await meet('+8613800000033')
    for (const written of [
      '+86013800000033',
      '013800000033',
      '8613800000033',
      '13800000033',
      '＋８６１３８０００００033',
    ])
      expect((await meet(written)).id).toBe(id)
    expect((await meet('\u202a+86\u200b138 0000 0033\u202c')).id).toBe(id)
    const row = await app.db.q.select().from(app.db.t.citizen)
    expect(row.filter(({ phone }) => phone.endsWith('0033'))).toMatchObject([
      { phone: '+8613800000033', contactCount: 7 },
    ])
  })

  describe('read', () => {
    it('is for the hotline alone, and masked', async () => {
      const { id } = await meet('+8613800000020')
      await file(id)
      await file(id, { state: 'closed' })
      expect((await app.anonymous('GET', `/api/citizens/${id}`)).status).toBe(401)
      for (const username of ['water-bureau-1', 'water-bureau-head', 'admin1'] as const)
        expect((await (await app.signIn(username))('GET', `/api/citizens/${id}`)).status).toBe(403)
      const answer = await (await app.signIn('reviewer1'))('GET', `/api/citizens/${id}`)
      expect(answer.body).toEqual({
        id,
        phone: '138****0020',
        name: null,
        note: null,
        locale: 'zh-CN',
        contactCount: 1,
        ticketCount: 2,
        openTicketCount: 1,
        firstSeenAt: app.clock.now().toISOString(),
        lastSeenAt: app.clock.now().toISOString(),
      })
      expect((await (await app.signIn('agent1'))('GET', '/api/citizens/ctz_none')).body).toMatchObject({
        status: 404,
        code: 'citizen.not-found',
      })
      expect((await (await app.signIn('agent1'))('GET', '/api/citizens/%00')).status).toBe(422)
    })

    it('is found by exactly the number, however it is written', async () => {
      const { id } = await meet('+8613800000021')
      const ask = await app.signIn('agent1')
      for (const written of ['13800000021', '138 0000 0021', '+8613800000021'])
        expect(items((await ask('POST', '/api/citizens/search', { phone: written })).body)).toMatchObject([
          { id, phone: '138****0021' },
        ])
      expect(items((await ask('POST', '/api/citizens/search', { phone: '13899999999' })).body)).toEqual([])
      expect((await ask('POST', '/api/citizens/search', { phone: '1380000' })).body).toMatchObject({
        status: 422,
        code: 'citizen.phone-invalid',
      })
      expect((await ask('POST', '/api/citizens/search', {})).status).toBe(422)
      expect(
        (await (await app.signIn('water-bureau-1'))('POST', '/api/citizens/search', { phone: '13800000021' })).status,
      ).toBe(403)
    })

    it('gives tickets in pages, newest first', async () => {
      const { id } = await meet('+8613800000022')
      const other = await meet('+8613800000023')
      await file(other.id)
      const filed: string[] = []
      for (let i = 0; i < 5; i++) {
        // Two share a moment: the page must not lose one between them.
        if (i % 2 === 0) app.clock.advance(1_000)
        filed.unshift(
          (await file(id, { matterCode: 'municipal.water.bill', leadUnitId: app.world.units['water-bureau'] })).id,
        )
      }
      const ask = await app.signIn('agent1')
      const seen: unknown[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const answer = await ask('GET', `/api/citizens/${id}/tickets?size=2${cursor && `&cursor=${cursor}`}`)
        seen.push(...items(answer.body).map((row) => row['id']))
        cursor = next(answer.body)
      }
      expect(seen).toEqual(filed)
      const tickets = await ask('GET', `/api/citizens/${id}/tickets?size=1`)
      expect(items(tickets.body)[0]).toMatchObject({
        matter: { nameEn: 'Water bill question' },
        leadUnit: { nameEn: 'Water Bureau' },
        state: 'handling',
      })
      expect(JSON.stringify(tickets.body)).not.toContain('13800000022')
      expect((await ask('GET', `/api/citizens/${id}/tickets?cursor=nonsense`)).status).toBe(422)
      expect((await ask('GET', '/api/citizens/ctz_none/tickets')).status).toBe(404)
      expect((await (await app.signIn('hedong-1'))('GET', `/api/citizens/${id}/tickets`)).status).toBe(403)
    })
  })

  describe('changed', () => {
    it('keeps a name and a note, with what was before, and text of every kind', async () => {
      const { id } = await meet('+8613800000030')
      const ask = await app.signIn('agent1')
      const name = '👵🏽 أحمد 𠮷女士 é'
      expect((await ask('PATCH', `/api/citizens/${id}`, { name, note: '耳背，请慢说' })).body).toMatchObject({
        name,
        note: '耳背，请慢说',
        phone: '138****0030',
      })
      expect((await ask('PATCH', `/api/citizens/${id}`, { note: '  ', locale: 'en' })).body).toMatchObject({
        name,
        note: null,
        locale: 'en',
      })
      expect((await ask('PATCH', `/api/citizens/${id}`, { locale: 'en' })).status).toBe(200)
      const { items: rows } = await app.audit.list(app.actor('admin1'), {
        entityId: id,
        action: 'citizen.changed',
        size: 20,
      })
      expect(rows.map(({ before, after, actorId }) => ({ before, after, actorId }))).toEqual([
        {
          before: { note: '耳背，请慢说', locale: 'zh-CN' },
          after: { note: null, locale: 'en' },
          actorId: app.world.staff.agent1,
        },
        { before: { name: null, note: null }, after: { name, note: '耳背，请慢说' }, actorId: app.world.staff.agent1 },
      ])
    })

    it('is refused with a reason', async () => {
      const { id } = await meet('+8613800000031')
      const ask = await app.signIn('agent1')
      expect((await ask('PATCH', `/api/citizens/${id}`, { phone: '+8613800000001' })).status).toBe(422)
      expect((await ask('PATCH', `/api/citizens/${id}`, { name: 'a\0b' })).status).toBe(422)
      expect((await ask('PATCH', `/api/citizens/${id}`, { name: 'x'.repeat(61) })).status).toBe(422)
      expect((await ask('PATCH', '/api/citizens/ctz_none', { name: '某' })).status).toBe(404)
      expect((await (await app.signIn('reviewer1'))('PATCH', `/api/citizens/${id}`, { name: '某' })).status).toBe(403)
      expect((await app.anonymous('PATCH', `/api/citizens/${id}`, { name: '某' })).status).toBe(401)
    })
  })

  describe('the full number', () => {
    const reveal = async (username: Parameters<TestApp['signIn']>[0], id: string, reason = '回拨核实地址') =>
      (await app.signIn(username))('POST', `/api/citizens/${id}/reveal`, { reason })

    it('is shown with a reason, and every look is written down', async () => {
      const { id } = await meet('+8613800000040')
      expect((await reveal('agent1', id)).body).toEqual({ phone: '+8613800000040' })
      expect((await reveal('supervisor1', id)).status).toBe(200)
      const { items: rows } = await app.audit.list(app.actor('admin1'), {
        entityId: id,
        action: 'citizen.revealed',
        size: 20,
      })
      expect(rows).toMatchObject([
        { actorId: app.world.staff.supervisor1, reason: '回拨核实地址' },
        {
          actorId: app.world.staff.agent1,
          reason: '回拨核实地址',
          requestId: expect.stringMatching(/^req_/) as unknown,
        },
      ])
    })

    it('is refused without a reason, to roles that do not ring, to nobody signed in, and where there is none', async () => {
      const { id } = await meet('+8613800000041')
      const withheld = await meet('anonymous:cal_9')
      expect((await app.anonymous('POST', `/api/citizens/${id}/reveal`, { reason: '查' })).status).toBe(401)
      expect((await reveal('agent1', id, ' ')).status).toBe(422)
      expect((await reveal('reviewer1', id)).status).toBe(403)
      expect((await reveal('admin1', id)).status).toBe(403)
      expect((await reveal('agent1', 'ctz_none')).status).toBe(404)
      expect((await reveal('agent1', withheld.id)).body).toMatchObject({ status: 409, code: 'citizen.number-withheld' })
      const { items: rows } = await app.audit.list(app.actor('admin1'), {
        entityId: id,
        action: 'citizen.revealed',
        size: 20,
      })
      expect(rows).toEqual([])
    })

    it('is shown to a unit only while it handles an open-named ticket of the citizen', async () => {
      const { id } = await meet('+8613800000042')
      expect((await reveal('water-bureau-1', id)).body).toMatchObject({ status: 404, code: 'citizen.not-found' })
      const secret = await file(id, { confidential: true })
      await assign(secret.id, 'water-bureau')
      const copied = await file(id)
      await assign(copied.id, 'water-bureau', { role: 'copied' })
      await assign(copied.id, 'water-bureau', { endedAt: app.clock.now() })
      expect((await reveal('water-bureau-1', id)).status).toBe(404)
      await assign(copied.id, 'hedong-binjiang')
      expect((await reveal('hedong-binjiang-1', id)).body).toEqual({ phone: '+8613800000042' })
      expect((await reveal('hedong-head', id)).status).toBe(200)
      expect((await reveal('hedong-laoqiao-head', id)).status).toBe(404)
      expect((await reveal('hexi-head', id)).status).toBe(404)
      await assign(copied.id, 'hedong', { role: 'copied' })
      expect((await reveal('hedong-head', id)).status).toBe(404)
      await assign(copied.id, 'water-bureau', { role: 'co' })
      expect((await reveal('water-bureau-1', id)).status).toBe(200)
    })
  })

  it('are hidden from units where the ticket is confidential', async () => {
    const { id } = await meet('+8613800000050')
    const open = { citizenId: id, confidential: false }
    const secret = { citizenId: id, confidential: true }
    const known = { id, name: null, phone: '138****0050', locale: 'zh-CN', contactCount: 1 }
    const { citizenFor, citizensFor } = app.citizens
    expect(await citizenFor(app.db, app.actor('agent1'), secret)).toEqual(known)
    expect(await citizenFor(app.db, system, secret)).toEqual(known)
    expect(await citizenFor(app.db, app.actor('water-bureau-head'), open)).toEqual(known)
    expect(await citizenFor(app.db, app.actor('water-bureau-head'), secret)).toBeNull()
    expect(await citizenFor(app.db, { kind: 'citizen', id, name: '' }, secret)).toEqual(known)
    expect(await citizenFor(app.db, { kind: 'citizen', id: 'ctz_other', name: '' }, open)).toBeNull()
    const page = await citizensFor(app.db, app.actor('hexi-1'), [open, secret])
    expect([page.of(open), page.of(secret)]).toEqual([known, null])
  })
})
