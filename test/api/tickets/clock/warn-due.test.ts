import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { dueWarnings } from '../../../../api/tickets/clock/warn.rules.ts'
import { counting, createTicketWorld, type TicketWorld } from '../support.ts'

const hour = 3_600_000
const contacted = { how: 'phone', reached: true, text: '已联系市民' }

describe.each(engines)('warnings by the clock, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const run = () => w.tickets.jobs[0]?.run() ?? Promise.resolve(0)
  const warnings = async (ticketId: string) =>
    (await w.rows.timeline(ticketId)).filter(({ type }) => type === 'warned').map(({ data }) => data['kind'])
  const alerts = async (ticketId: string) =>
    (await w.db.q.select().from(w.db.t.liveEvent)).filter(
      (event) => event.topic === 'alert' && event.entityId === ticketId,
    )

  it('tells of an unsigned ticket, a citizen not contacted, then yellow, red and overdue, each once', async () => {
    const ticket = await w.dispatched()
    const seen: unknown[] = []
    const due = ticket.dueAt?.getTime() ?? 0
    while (w.clock.now().getTime() < due + 2 * hour) {
      w.clock.advance(hour)
      await run()
      const now = await warnings(ticket.id)
      if (now.length > seen.length) seen.push(now.at(-1))
    }
    expect(seen).toEqual(['unsigned', 'uncontacted', 'yellow', 'red', 'overdue'])
    expect(await w.rows.ticket(ticket.id)).toMatchObject({
      warned: 3,
      warnAt: null,
      version: ticket.version,
      updatedAt: ticket.updatedAt,
    })
    const told = await alerts(ticket.id)
    expect(told.map(({ type, audience }) => [type, audience.roles])).toEqual([
      ['unsigned', ['supervisor']],
      ['uncontacted', []],
      ['yellow', []],
      ['red', ['supervisor']],
      ['overdue', ['supervisor']],
    ])
    for (const { audience } of told.slice(0, 2)) expect(audience.unitPaths).toHaveLength(2)
    expect(await run()).toBe(0)
  })

  it('warns once, though two processes look at the same moment', async () => {
    const tickets = await Promise.all(Array.from({ length: 6 }, () => w.open()))
    w.clock.advance(2 * hour)
    await Promise.all([run(), run()])
    for (const { id } of tickets) expect([await warnings(id), (await alerts(id)).length]).toEqual([['undispatched'], 1])
  })

  it('escalates what nobody dispatched: dispatchers, then supervisors, then once more, and stops when it is dispatched', async () => {
    const ticket = await w.open()
    const times: [number, unknown][] = []
    for (let hours = 1; hours <= 10; hours++) {
      w.clock.advance(hour)
      await run()
      const now = await warnings(ticket.id)
      if (now.length > times.length) times.push([hours, now.at(-1)])
    }
    expect(times).toEqual([
      [2, 'undispatched'],
      [4, 'undispatched'],
      [8, 'undispatched'],
    ])
    expect((await alerts(ticket.id)).map(({ audience }) => audience.roles)).toEqual([
      ['dispatcher'],
      ['dispatcher', 'supervisor'],
      ['dispatcher', 'supervisor'],
    ])

    const danger = await w.open({ danger: 'gas', urgency: 'normal' })
    w.clock.advance(0.25 * hour)
    await run()
    expect(await warnings(danger.id), 'a danger waits as what is critical').toEqual(['undispatched'])
    const { warnAt } = await w.rows.ticket(danger.id)
    await w.act(danger, 'dispatcher1', 'reclassify', { urgency: 'urgent' })
    expect((await w.rows.ticket(danger.id)).warnAt).toEqual(warnAt)

    const quick = await w.open({ matterCode: null, accept: false, urgency: 'critical' })
    w.clock.advance(0.25 * hour)
    await run()
    expect(await warnings(quick.id)).toEqual(['undispatched'])
    const sent = await w.act(await w.open(), 'dispatcher1', 'dispatch')
    w.clock.advance(2.5 * hour)
    await run()
    expect(await warnings(sent.id)).not.toContain('undispatched')
  })

  it('says nothing while the limit stands still, and does not say yellow twice', async () => {
    const ticket = await w.handling()
    await w.act(ticket, 'hedong-binjiang-1', 'firstContact', contacted)
    const due = ticket.dueAt?.getTime() ?? 0
    while (!(await warnings(ticket.id)).includes('yellow')) {
      w.clock.advance(hour)
      await run()
      expect(w.clock.now().getTime()).toBeLessThan(due)
    }
    await w.act(ticket, 'dispatcher1', 'pause', { reason: 'thirdParty', note: '等待第三方' })
    w.clock.advance(200 * hour)
    await run()
    expect(await warnings(ticket.id)).toEqual(['yellow'])
    await w.act(ticket, 'dispatcher1', 'resume')
    await run()
    expect(await warnings(ticket.id)).toEqual(['yellow'])
    w.clock.set(new Date(((await w.rows.ticket(ticket.id)).dueAt?.getTime() ?? 0) + hour))
    await run()
    expect(await warnings(ticket.id)).toEqual(['yellow', 'overdue'])
  })

  it('catches up after a long stop with one warning for each ticket, page after page', async () => {
    const many = await Promise.all(Array.from({ length: 30 }, () => w.dispatched()))
    w.clock.advance(60 * 24 * hour)
    await run()
    for (const ticket of many)
      expect(new Set(await warnings(ticket.id))).toEqual(new Set(['overdue', 'unsigned', 'uncontacted']))
  })

  it('tells of an unsigned ticket after a return was rejected late, once, and not of one that was signed', async () => {
    const asked = { reason: '不属于本单位职责', basis: '派单目录' }
    const returned = async (ticket: { id: string }) => {
      await w.act(ticket, 'hedong-binjiang-1', 'returnTicket', asked)
      w.clock.advance(30 * hour)
      await run()
      expect(await warnings(ticket.id)).not.toContain('unsigned')
      await w.act(ticket, 'dispatcher1', 'rejectReturn', { note: '属本单位职责' })
      for (let hours = 0; hours < 3; hours++, w.clock.advance(hour)) await run()
      return (await warnings(ticket.id)).filter((kind) => kind === 'unsigned')
    }
    const limit = { value: 20, unit: 'cd', basis: '测试' }
    expect(await returned(await w.act(await w.open(), 'dispatcher1', 'dispatch', { limit }))).toEqual(['unsigned'])
    const signed = await w.act(await w.open(), 'dispatcher1', 'dispatch', { limit })
    expect(await returned(await w.act(signed, 'hedong-binjiang-1', 'sign'))).toEqual([])
  })

  it('tells of an unsigned ticket once, also when a return is rejected afterwards', async () => {
    const limit = { value: 20, unit: 'cd', basis: '测试' }
    const ticket = await w.act(await w.open(), 'dispatcher1', 'dispatch', { limit })
    w.clock.advance(30 * hour)
    await run()
    expect(await warnings(ticket.id)).toEqual(['unsigned', 'uncontacted'])
    await w.act(ticket, 'hedong-binjiang-1', 'returnTicket', { reason: '职责有异议', basis: '派单目录' })
    await w.act(ticket, 'dispatcher1', 'rejectReturn', { note: '属本单位职责' })
    w.clock.advance(hour)
    await run()
    expect(await warnings(ticket.id)).toEqual(['unsigned', 'uncontacted'])
  })

  it('tells once of a citizen who was not contacted in time, and of nothing where that was done or nobody asks for it', async () => {
    const limit = { value: 20, unit: 'cd', basis: '测试' }
    const handled = async (over: Parameters<TicketWorld['open']>[0] = {}) =>
      w.act(await w.act(await w.open(over), 'dispatcher1', 'dispatch', { limit }), 'hedong-binjiang-1', 'sign')
    const [vain, done, late, quiet] = [
      await handled(),
      await handled(),
      await handled(),
      await handled({ replyWanted: false }),
    ]
    await w.act(vain, 'hedong-binjiang-1', 'firstContact', { ...contacted, reached: false })
    await w.act(done, 'hedong-binjiang-1', 'firstContact', contacted)
    const by = (await w.rows.assignments(vain.id)).find(({ role }) => role === 'lead')?.contactBy
    w.clock.set(new Date((by?.getTime() ?? 0) - 1))
    await run()
    for (const { id } of [vain, done, late, quiet]) expect(await warnings(id)).toEqual([])
    w.clock.advance(2)
    for (let times = 0; times < 3; times++, w.clock.advance(hour)) await run()
    expect(await warnings(vain.id)).toEqual(['uncontacted'])
    expect((await alerts(vain.id)).map(({ type, audience }) => [type, audience.roles])).toEqual([['uncontacted', []]])
    expect(await warnings(done.id)).toEqual([])
    expect(await warnings(quiet.id)).toEqual([])
    await w.act(late, 'hedong-binjiang-1', 'firstContact', contacted)
    await w.act(late, 'dispatcher1', 'redispatch', { leadUnitId: w.world.units.hexi, reason: '调整' })
    w.clock.advance(5 * 24 * hour)
    await run()
    expect((await warnings(late.id)).filter((kind) => kind === 'uncontacted')).toHaveLength(2)
  })

  it('tells of the contact that is missing after a pause or a rejected return, not during it', async () => {
    const limit = { value: 20, unit: 'cd', basis: '测试' }
    const ticket = await w.act(await w.open(), 'dispatcher1', 'dispatch', { limit })
    await w.act(ticket, 'hedong-binjiang-1', 'sign')
    await w.act(ticket, 'dispatcher1', 'pause', { reason: 'appraisal', note: '等待检测' })
    w.clock.advance(5 * 24 * hour)
    await run()
    expect(await warnings(ticket.id)).toEqual([])
    await w.act(ticket, 'hedong-binjiang-1', 'resume')
    await run()
    await run()
    expect(await warnings(ticket.id)).toEqual(['uncontacted'])
  })

  it('is silent about what was answered', async () => {
    const ticket = await w.answered()
    w.clock.advance(60 * 24 * hour)
    await run()
    expect(await warnings(ticket.id)).toEqual([])
  })
})

describe('the warning rules', () => {
  it('do nothing before their time', () => {
    const warnAt = new Date('2026-06-01T04:00:00Z')
    const ticket = { state: 'awaitingDispatch' as const, clock: null, warned: 0, warnAt, parts: [] }
    expect(dueWarnings(ticket, new Date(warnAt.getTime() - 1), hour, counting)).toEqual({
      tell: [],
      warned: 0,
      warnAt,
      parts: [],
    })
    expect(dueWarnings(ticket, warnAt, hour, counting)).toMatchObject({
      warned: 1,
      warnAt: new Date(warnAt.getTime() + hour),
    })
  })
})
