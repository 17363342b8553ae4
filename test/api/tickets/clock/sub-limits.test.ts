import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlanAsked } from '../../../../api/tickets/units/dispatch-plan.dto.ts'
import { TicketQuery } from '../../../../api/tickets/reading/ticket-list.query.ts'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

const hour = 3_600_000
const lead = 'hedong-binjiang-1'
const basis = '测试'

describe.each(engines)('sub-limits of co-handling units, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const unit = (code: keyof TicketWorld['world']['units']) => w.world.units[code]
  const run = () => w.tickets.jobs[0]?.run() ?? Promise.resolve(0)
  const sent = async (input: object = {}) =>
    w.act(await w.open(), 'dispatcher1', 'dispatch', {
      coUnitIds: [unit('water-bureau')],
      limit: { value: 100, unit: 'h', basis },
      coLimit: { value: 40, unit: 'h' },
      ...input,
    })
  const partOf = async ({ id }: { id: string }, role = 'co') =>
    (await w.rows.assignments(id)).find((row) => row.role === role && row.endedAt === null)
  const hoursLeft = async (ticket: { id: string }) =>
    (((await partOf(ticket))?.dueAt?.getTime() ?? 0) - w.clock.now().getTime()) / hour
  const warned = async (ticketId: string) =>
    (await w.rows.timeline(ticketId)).filter(({ type }) => type === 'warned').map(({ data }) => data)
  const coWarned = async (ticketId: string) =>
    (await warned(ticketId)).flatMap(({ kind }) => (String(kind).startsWith('co') ? [kind] : []))
  const alerts = async (ticketId: string) =>
    (await w.db.q.select().from(w.db.t.liveEvent)).filter(
      (event) => event.topic === 'alert' && event.entityId === ticketId,
    )
  const shown = async (ticket: { id: string }) =>
    (await w.tickets.read.ticket(w.actor('water-bureau-1'), ticket.id)).assignments.find(({ role }) => role === 'co')

  it('are the ticket’s limit unless one is given, and never end after it', async () => {
    const plain = await sent({ coLimit: undefined })
    expect(await partOf(plain)).toMatchObject({ dueAt: plain.dueAt, clock: null })
    const ticket = await sent()
    expect(await hoursLeft(ticket)).toBe(40)
    expect(await partOf(ticket, 'lead')).toMatchObject({ dueAt: ticket.dueAt, clock: null })
    expect(await sent({ coLimit: { value: 100, unit: 'h' } })).toMatchObject({ state: 'dispatched' })
    const late = { coLimit: { value: 101, unit: 'h' } }
    await expect(sent(late)).rejects.toMatchObject({ code: 'ticket.sub-limit-late' })
    expect(await sent({ ...late, coUnitIds: [] })).toMatchObject({ state: 'dispatched' })
    await expect(sent({ coLimit: { value: 1.5, unit: 'wd' } })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('are shown before the dispatch, with what would be refused', async () => {
    const { id: ticketId } = await w.open()
    const limit = { value: 100, unit: 'h' } as const
    const plan = (value: number) =>
      w.tickets.read.plan(
        w.actor('dispatcher1'),
        PlanAsked.parse({ ticketId, coUnitIds: [unit('water-bureau')], limit, coLimit: { value, unit: 'h' } }),
      )
    const at = new Date(w.clock.now().getTime() + 40 * hour).toISOString()
    expect(await plan(40)).toMatchObject({ coDueAt: at, problems: [] })
    expect(await plan(101)).toMatchObject({ coDueAt: null, problems: ['ticket.sub-limit-late'] })
  })

  it('warn the co-handling unit at each level, once, and the lead unit when they have passed', async () => {
    const ticket = await sent()
    await w.act(ticket, lead, 'sign')
    for (let hours = 0; hours <= 44; hours++, w.clock.advance(hour)) await run()
    expect(await coWarned(ticket.id)).toEqual(['coYellow', 'coRed', 'coOverdue'])
    expect((await warned(ticket.id)).at(-1)).toMatchObject({ unitId: unit('water-bureau') })
    const heard = (await alerts(ticket.id)).flatMap(({ type, audience }) =>
      type.startsWith('co') ? [[type, audience.unitPaths?.length]] : [],
    )
    expect(heard).toEqual([
      ['coYellow', 1],
      ['coRed', 1],
      ['coOverdue', 2],
    ])
    expect(await shown(ticket)).toMatchObject({ clock: { state: 'overdue', level: 'red' } })
    expect((await w.rows.ticket(ticket.id)).warned).toBeLessThan(3)
  })

  it('tell only the highest level after a stop, and nothing once the unit has reported that it is done', async () => {
    const [ticket, done] = [await sent(), await sent()]
    await w.act(done, 'water-bureau-1', 'report', { finished: true, text: '已完成管网检测。' })
    w.clock.advance(60 * hour)
    await run()
    expect(await coWarned(ticket.id)).toEqual(['coOverdue'])
    expect(await coWarned(done.id)).toEqual([])
    expect(await shown(done)).toMatchObject({ clock: { state: 'met' } })
    await w.act(done, 'water-bureau-1', 'report', { finished: false, text: '复查后尚有一处未完成。' })
    await run()
    await run()
    expect(await coWarned(done.id)).toEqual(['coOverdue'])
  })

  it('without one of its own, a unit hears of the ticket’s limit until it has reported', async () => {
    const ticket = await sent({ coLimit: undefined })
    const quiet = await sent({ coLimit: undefined })
    await w.act(quiet, 'water-bureau-1', 'report', { finished: true, text: '已完成。' })
    w.clock.advance(120 * hour)
    await run()
    const paths = async ({ id }: { id: string }) =>
      (await alerts(id)).find(({ type }) => type === 'overdue')?.audience.unitPaths
    const path = (await partOf(ticket))?.unitPath
    expect(await paths(ticket)).toContain(path)
    expect(await paths(quiet)).not.toContain(path)
    expect(await coWarned(ticket.id)).toEqual([])
  })

  it('stand still with the ticket’s limit and go on with what was left; an extension leaves them', async () => {
    const ticket = await sent()
    const late = await sent({ coLimit: { value: 5, unit: 'h' } })
    const missed = (await partOf(late))?.dueAt
    for (const one of [ticket, late]) await w.act(one, lead, 'sign')
    w.clock.advance(10 * hour)
    for (const one of [ticket, late])
      await w.act(one, 'dispatcher1', 'pause', { reason: 'appraisal', note: '等待检测' })
    expect(await shown(ticket)).toMatchObject({ clock: { state: 'paused' } })
    w.clock.advance(72 * hour)
    for (const one of [ticket, late]) await w.act(one, lead, 'resume')
    expect(await hoursLeft(ticket)).toBe(30)
    expect((await partOf(late))?.dueAt).toEqual(missed)
    await w.act(ticket, lead, 'extend', { workingDays: 5, reason: '等待配件' })
    const longer = await w.act(ticket, 'reviewer1', 'approveExtension')
    expect(await partOf(ticket, 'lead')).toMatchObject({ dueAt: longer.dueAt })
    expect(await hoursLeft(ticket)).toBe(30)
    await run()
    w.clock.advance(31 * hour)
    await run()
    expect(await coWarned(ticket.id)).toContain('coOverdue')
  })

  it('are the clock of the unit’s own rows, and of nobody else’s', async () => {
    const [ticket, plain] = [await sent(), await sent({ coLimit: undefined })]
    await w.act(ticket, lead, 'sign')
    const row = async (name: Parameters<typeof w.actor>[0], { id }: { id: string } = ticket) => {
      const { items } = await w.tickets.read.list(w.actor(name), TicketQuery.parse({ view: 'open', size: '100' }))
      const listed = items.find((one) => one.id === id)?.partClock
      const opened = (await w.tickets.read.ticket(w.actor(name), id)).partClock
      expect(opened).toEqual(listed)
      return listed
    }
    w.clock.advance(30 * hour)
    const due = (await partOf(ticket))?.dueAt?.toISOString()
    expect(await row('water-bureau-1')).toMatchObject({ state: 'running', dueAt: due, remaining: { hours: 10 } })
    expect(await row('water-bureau-1', plain)).toBeNull()
    expect(await row(lead)).toBeNull()
    expect(await row('dispatcher1')).toBeNull()
    w.clock.advance(11 * hour)
    expect(await row('water-bureau-1')).toMatchObject({ state: 'overdue' })
    await w.act(ticket, 'water-bureau-1', 'report', { finished: true, text: '已完成。' })
    expect(await row('water-bureau-1')).toMatchObject({ state: 'met' })
    await w.act(ticket, 'dispatcher1', 'redispatch', { leadUnitId: unit('hexi'), coUnitIds: [], reason: '调整' })
    expect(await w.tickets.read.ticket(w.actor('water-bureau-1'), ticket.id)).toMatchObject({
      partClock: null,
      lostAt: w.clock.now().toISOString(),
    })
  })

  it('say in the timeline whether the unit’s report was late', async () => {
    const ticket = await sent()
    w.clock.advance(41 * hour)
    await w.act(ticket, 'water-bureau-1', 'report', { finished: true, text: '已完成。' })
    const entry = (await w.rows.timeline(ticket.id)).find(({ type }) => type === 'report')
    expect(entry?.data).toMatchObject({ finished: true, late: true })
  })

  it('are given anew with another dispatch, within what is left of the ticket’s limit', async () => {
    const ticket = await sent()
    w.clock.advance(10 * hour)
    const redispatch = (value: number) =>
      w.act(ticket, 'dispatcher1', 'redispatch', {
        leadUnitId: unit('hexi'),
        coUnitIds: [unit('water-bureau')],
        coLimit: { value, unit: 'h' },
        reason: '调整',
      })
    await expect(redispatch(91)).rejects.toMatchObject({ code: 'ticket.sub-limit-late' })
    await redispatch(90)
    expect(await hoursLeft(ticket)).toBe(90)
    expect((await partOf(ticket))?.dueAt).toEqual(ticket.dueAt)
  })
})
