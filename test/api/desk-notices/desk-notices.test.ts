import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { record, type LiveNote } from '../../../api/audit/record.ts'
import { deskNotices } from '../../../api/notices/desk.notices.ts'
import { deskNote } from '../../../api/notices/desk-note.ts'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { createTestApp, type Ask, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import type { DeskNoticeDto } from '../../../api/desk-notices/desk-notices.dto.ts'

const asBell = (body: unknown) => body as { unread: number; bound: number; open: DeskNoticeDto[] }
const asPage = (body: unknown) => body as { items: DeskNoticeDto[]; next: string | null }

describe.each(engines)('notices to desks on %s', (engine) => {
  let app: TestApp
  beforeEach(async () => {
    app = await createTestApp(engine)
  })
  afterEach(() => app.close())

  const tell = (...live: LiveNote[]) =>
    app.db.tx((tx) => record(tx, app.deps, systemActor('test'), { audit: [], live }))
  const danger = (ticketId: string, number = '260611515825') =>
    deskNote(deskNotices.dangerInTicket, ticketId, { number, danger: 'gas', citizenId: 'ctz_1', call: '119' })
  const due = (ticketId: string, level: number, unitPath: string) =>
    deskNote(deskNotices.overdue, ticketId, {
      number: '260611515825',
      state: 'handling',
      level,
      dueAt: null,
      parts: [{ unitPath, role: 'lead', own: true, byTicketLimit: true }],
    })
  const bell = async (as: Ask) => asBell((await as('GET', '/api/notices/bell')).body)
  const list = async (as: Ask, query = '') => asPage((await as('GET', `/api/notices${query}`)).body)
  const file = async (as: Ask, more: object = {}) => {
    const citizen = await app.db.tx((tx) => app.citizens.findOrCreateCitizenIn(tx, '+8613800001111'))
    const answer = await as('POST', '/api/tickets', {
      channel: 'call',
      citizenId: citizen.id,
      text: '楼上煤气漏了，味道很大',
      matterCode: 'municipal.order.rubbish',
      streetId: app.world.units['hedong-binjiang'],
      districtId: app.world.units.hedong,
      ...more,
    })
    expect(answer.status).toBe(200)
    return { citizen, ticket: answer.body as { id: string; number: string; version: number } }
  }

  it('are unread for each person whom they concern, until that person has read them; for everybody else they stay', async () => {
    const [one, other, reviewer] = [
      await app.signIn('agent1'),
      await app.signIn('agent2'),
      await app.signIn('reviewer1'),
    ]
    await tell(danger('tkt_1'), danger('tkt_2'))
    expect([(await bell(one)).unread, (await bell(other)).unread, (await bell(reviewer)).unread]).toEqual([2, 2, 0])
    const { items } = await list(one)
    expect(items.map(({ entityId, type, read, open }) => [entityId, type, read, open])).toEqual([
      ['tkt_2', 'danger', false, true],
      ['tkt_1', 'danger', false, true],
    ])
    // one by itself; then everything, from a second browser
    const after = await one('POST', '/api/notices/read', { ids: [items[0]?.id] })
    expect(asBell(after.body).unread).toBe(1)
    expect((await list(one)).items.map(({ read }) => read)).toEqual([true, false])
    app.clock.advance(1000)
    await one('POST', '/api/notices/read', { upTo: app.clock.now().toISOString() })
    expect([(await bell(one)).unread, (await bell(other)).unread]).toEqual([0, 2])
    app.clock.advance(1000)
    await tell(danger('tkt_3'))
    expect((await bell(one)).unread).toBe(1)
  })

  it('tell the reader’s other consoles, and nobody else’s, that they were read', async () => {
    const one = await app.signIn('agent1')
    await one('POST', '/api/notices/read', { upTo: app.clock.now().toISOString() })
    const events = (await app.db.q.select().from(app.db.t.liveEvent)).filter(({ type }) => type === 'read')
    expect(events.map(({ audience, topic }) => [topic, audience])).toEqual([
      ['alert', { staffIds: [app.world.staff.agent1] }],
    ])
  })

  it('do not count what is read ahead of the server’s clock', async () => {
    const one = await app.signIn('agent1')
    await one('POST', '/api/notices/read', { upTo: '2099-01-01T00:00:00.000Z' })
    app.clock.advance(1000)
    await tell(danger('tkt_1'))
    expect((await bell(one)).unread).toBe(1)
  })

  it('of one thing take each other’s place for whoever heard both; a danger told again is open again', async () => {
    const lead = await app.signIn('supervisor1')
    await tell(due('tkt_1', 2, '/x/'))
    app.clock.advance(1000)
    await tell(due('tkt_1', 3, '/x/'))
    expect((await list(lead)).items.map(({ level }) => level)).toEqual([3])
    await tell(danger('tkt_1'))
    const [first] = (await bell(lead)).open
    await lead('POST', `/api/notices/${first?.id}/acknowledge`)
    expect((await bell(lead)).open).toEqual([])
    app.clock.advance(1000)
    await tell(danger('tkt_1'))
    expect((await bell(lead)).open).toHaveLength(1)
  })

  it('of one thing, told by many at the same moment, are kept once for each desk, and fail nobody', async () => {
    const lead = await app.signIn('supervisor1')
    await Promise.all(Array.from({ length: 8 }, (_, level) => tell(due('tkt_1', level, '/x/'))))
    expect((await list(lead)).items.map(({ entityId }) => entityId)).toEqual(['tkt_1'])
  })

  it('in pages: none twice, none left out, whatever roles of the reader heard it', async () => {
    const lead = await app.signIn('supervisor1')
    for (let one = 0; one < 12; one++) {
      await tell(one % 2 === 0 ? danger(`tkt_${one}`) : due(`tkt_${one}`, 3, '/x/'))
      if (one % 3 === 0) app.clock.advance(1)
    }
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await list(lead, `?size=5${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...page.items.map(({ entityId }) => entityId))
      cursor = page.next
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, at) => `tkt_${11 - at}`))
    expect((await bell(lead)).unread).toBe(12)
  })

  it('reach the unit that is meant, and neither the one beside it nor the hotline’s own desks', async () => {
    const unit = app.directory.unitById(app.world.units['hedong-binjiang'] ?? '')
    await tell(due('tkt_1', 3, unit?.path ?? ''))
    const read = async (name: Parameters<TestApp['signIn']>[0]) => (await list(await app.signIn(name))).items.length
    expect(await read('supervisor1')).toBe(1)
    expect(await read('agent1')).toBe(0)
  })

  it('of a danger are acknowledged once, by name and time, and everybody sees by whom', async () => {
    const [one, other, lead] = [await app.signIn('agent1'), await app.signIn('agent2'), await app.signIn('supervisor1')]
    const { ticket, citizen } = await file(one)
    const [open] = (await bell(lead)).open
    expect(open).toMatchObject({ entityId: ticket.id, number: ticket.number, danger: 'gas', citizenId: citizen.id })
    app.clock.advance(60_000)
    const at = app.clock.now().toISOString()
    const mine = await one('POST', `/api/notices/${open?.id}/acknowledge`)
    const by = { id: app.world.staff.agent1, name: app.actor('agent1').name }
    expect(mine.body).toMatchObject({ open: false, read: true, handled: { by, at, how: 'acknowledged' } })
    app.clock.advance(60_000)
    const late = await other('POST', `/api/notices/${open?.id}/acknowledge`)
    expect(late.body).toMatchObject({ handled: { by, at } })
    for (const who of [one, other, lead]) {
      expect((await bell(who)).open).toEqual([])
      const about = await who('GET', `/api/notices/dangers?citizenId=${citizen.id}`)
      expect(about.body).toMatchObject({ items: [{ handled: { by, at, how: 'acknowledged' } }] })
    }
    const audit = (await app.db.q.select().from(app.db.t.audit)).filter(
      ({ action }) => action === 'danger.acknowledged',
    )
    expect(audit.map(({ actorId, entityId }) => [actorId, entityId])).toEqual([[by.id, ticket.id]])
    const told = (await app.db.q.select().from(app.db.t.liveEvent)).filter(({ type }) => type === 'handled')
    expect(told.map(({ entityId, payload }) => [entityId, payload])).toEqual([[open?.id, { by: by.name }]])
  })

  it('of a danger stay open through an answer on the spot, and are handled by whoever passes the ticket on', async () => {
    const [one, dispatcher] = [await app.signIn('agent1'), await app.signIn('dispatcher1')]
    await file(one, { answer: '请联系燃气公司' })
    const { ticket } = await file(one)
    expect((await bell(one)).open).toHaveLength(2)
    await app.services.tickets.act.act(app.actor('dispatcher1'), {
      ticketId: ticket.id,
      action: 'dispatch',
      version: ticket.version,
      input: { leadUnitId: app.world.units['hedong-binjiang'] },
    })
    expect((await bell(dispatcher)).open.map(({ entityId }) => entityId === ticket.id)).toEqual([false])
    const handled = (await list(one)).items.find(({ entityId, type }) => entityId === ticket.id && type === 'danger')
    expect(handled?.handled).toMatchObject({ by: { name: app.actor('dispatcher1').name }, how: 'passedOn' })
  })

  it('begin with the words of a draft, once; filing carries them over, with whoever had the danger in hand', async () => {
    const [one, lead, other] = [await app.signIn('agent1'), await app.signIn('supervisor1'), await app.signIn('agent2')]
    const citizen = await app.db.tx((tx) => app.citizens.findOrCreateCitizenIn(tx, '+8613800002222'))
    const content = { citizenId: citizen.id, channel: 'call', text: '楼上煤气漏了，味道很大' }
    const made = (await one('POST', '/api/drafts', { content })).body as { id: string; version: number }
    await one('PUT', `/api/drafts/${made.id}`, { version: made.version, content: { ...content, place: '3楼' } })
    const [open, ...more] = (await bell(lead)).open
    expect([open?.entityId, open?.danger, more]).toEqual([made.id, 'gas', []])
    expect((await bell(one)).open, 'the agent’s own').toHaveLength(1)
    expect((await bell(other)).open, 'nobody else’s yet').toEqual([])
    await one('POST', `/api/notices/${open?.id}/acknowledge`)
    const { ticket } = await file(one, { citizenId: citizen.id, draftId: made.id })
    expect((await bell(lead)).open).toEqual([])
    const about = await other('GET', `/api/notices/dangers?citizenId=${citizen.id}`)
    const items = asPage(about.body).items
    expect(items.find(({ entityId }) => entityId === ticket.id)?.handled?.by.name).toBe(app.actor('agent1').name)
  })

  it('of a danger in a draft that nobody had in hand are open with the ticket, and no longer with the draft', async () => {
    const [one, lead] = [await app.signIn('agent1'), await app.signIn('supervisor1')]
    const citizen = await app.db.tx((tx) => app.citizens.findOrCreateCitizenIn(tx, '+8613800003333'))
    const content = { citizenId: citizen.id, channel: 'call', text: '楼上煤气漏了，味道很大' }
    const made = (await one('POST', '/api/drafts', { content })).body as { id: string }
    const { ticket } = await file(one, { citizenId: citizen.id, draftId: made.id })
    expect((await bell(lead)).open.map(({ entityId }) => entityId)).toEqual([ticket.id])
  })

  it('of an act are past once the ticket has moved on, and no news to whoever did it', async () => {
    const [one, dispatcher] = [await app.signIn('agent1'), await app.signIn('dispatcher1')]
    const { ticket } = await file(one, { text: '楼下垃圾堆了三天没人清运' })
    const act = (who: 'agent1' | 'dispatcher1', action: 'urge' | 'dispatch', input: object) =>
      app.services.tickets.act.act(app.actor(who), { ticketId: ticket.id, action, input })
    await act('agent1', 'urge', { text: '市民催办' })
    expect((await list(dispatcher)).items.map(({ type }) => type)).toEqual(['urge'])
    await act('dispatcher1', 'dispatch', { leadUnitId: app.world.units['hedong-binjiang'] })
    expect((await list(dispatcher)).items).toEqual([])
  })

  it('of whom a ticket waits for are past once it waits in that state no more', async () => {
    const [one, dispatcher] = [await app.signIn('agent1'), await app.signIn('dispatcher1')]
    const { ticket } = await file(one, { text: '楼下垃圾堆了三天没人清运' })
    const { number } = ticket
    await tell(
      deskNote(deskNotices.waitsDispatch, ticket.id, {
        number,
        state: 'awaitingDispatch',
        level: 1,
        dueAt: null,
        parts: [],
      }),
    )
    expect((await list(dispatcher)).items.map(({ type }) => type)).toEqual(['waitsDispatch'])
    await app.services.tickets.act.act(app.actor('dispatcher1'), {
      ticketId: ticket.id,
      action: 'dispatch',
      input: { leadUnitId: app.world.units['hedong-binjiang'] },
    })
    expect((await list(dispatcher)).items).toEqual([])
  })

  it('of a report on a unit reach nobody of that unit', async () => {
    const unit = app.directory.unitById(app.world.units['hedong-binjiang'] ?? '')
    const person = await app.signIn('hedong-binjiang-1')
    const about = (unitId: string, ticketId: string) => {
      const note = due(ticketId, 3, unit?.path ?? '')
      const accused = { unitId, since: app.clock.now().toISOString() }
      return { ...note, audience: { ...note.audience, accused } }
    }
    await tell(about(unit?.id ?? '', 'tkt_1'))
    expect([(await list(person)).items, (await bell(person)).unread]).toEqual([[], 0])
    const [kept] = await app.db.q.select().from(app.db.t.deskNotice)
    expect((await person('POST', `/api/notices/${kept?.id}/acknowledge`)).status).toBe(404)
    await tell(about('unt_elsewhere', 'tkt_2'))
    expect([(await list(person)).items.length, (await bell(person)).unread]).toEqual([1, 1])
  })

  it('refuse what is nobody’s, and what tells of no danger', async () => {
    const [one, reviewer] = [await app.signIn('agent1'), await app.signIn('reviewer1')]
    const code = async (as: Ask, id: string) => {
      const { status, body } = await as('POST', `/api/notices/${id}/acknowledge`)
      return [status, Reflect.get(Object(body), 'code')]
    }
    expect(await code(one, 'ntc_00000000000000000000')).toEqual([404, 'notice.not-found'])
    await tell(deskNote(deskNotices.text, 'ctz_1', { citizenId: 'ctz_1' }))
    const [text] = (await list(one)).items
    expect(await code(one, text?.id ?? '')).toEqual([409, 'notice.no-danger'])
    expect(await code(reviewer, text?.id ?? '')).toEqual([404, 'notice.not-found'])
    expect((await one('POST', '/api/notices/read', { ids: [text?.id, 'ntc_00000000000000000000'] })).status).toBe(200)
    expect((await one('POST', '/api/notices/read', { ids: ['x'] })).status).toBe(422)
    // nobody can fill the marks with what is not theirs
    await reviewer('POST', '/api/notices/read', { ids: [text?.id] })
    const marks = await app.db.q.select().from(app.db.t.deskNoticeRead)
    expect(marks.filter(({ staffId }) => staffId === app.world.staff.reviewer1)).toEqual([])
  })
})
