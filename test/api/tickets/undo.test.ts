import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settingsFrom } from '../../../api/tickets/ticket.settings.ts'
import { leaveEffect, type Ticket } from '../../../api/tickets/tickets.ts'
import type { UndoAction } from '../../../api/tickets/undo/undo.rules.ts'
import { createOutbox } from '../../../api/platform/outbox.ts'
import { waitingOf } from '../../../api/tickets/clock/waiting.rules.ts'
import { engines } from '../../support/databases.ts'
import type { WorldStaff } from '../../support/world.ts'
import { createTicketWorld, type TicketWorld } from './support.ts'

const second = 1_000

describe.each(engines)('an act that leaves the house, %s', (engine) => {
  let w: TicketWorld
  let outbox: ReturnType<typeof createOutbox>
  beforeAll(async () => {
    w = await createTicketWorld(engine)
    outbox = createOutbox(w.deps)
    outbox.on(leaveEffect, w.tickets.undo.carryOut)
  })
  afterAll(() => w.close())
  const leave = async (
    { id }: Pick<Ticket, 'id'>,
    input: unknown = {},
    { by = 'dispatcher1', action = 'dispatch' }: { by?: WorldStaff; action?: UndoAction } = {},
  ) => {
    const { version } = await w.rows.ticket(id)
    return w.tickets.undo.leave(w.actor(by), { ticketId: id, action, version, input })
  }
  const takeBack = (ticket: Pick<Ticket, 'id'>, by: WorldStaff = 'dispatcher1') =>
    w.tickets.undo.takeBack(w.actor(by), ticket.id)
  const windowCloses = async () => {
    w.clock.advance(8 * second)
    await outbox.runDue()
  }
  const told = (ticketId: string) => w.notices.filter((one) => one.ticketId === ticketId)
  const events = async (ticketId: string) =>
    (await w.db.q.select().from(w.db.t.liveEvent)).filter(({ entityId }) => entityId === ticketId)
  const refused = (code: string) => expect.objectContaining({ code })

  it('tells nobody and starts no limit for eight seconds, then is the act as it was decided', async () => {
    const ticket = await w.open()
    const sent = await leave(ticket, { instruction: '今晚前到场' })
    expect(sent).toMatchObject({ state: 'awaitingDispatch', leadUnitId: null, dueAt: null, clock: null })
    expect(await w.rows.assignments(ticket.id)).toEqual([])
    expect(told(ticket.id)).toEqual([])
    expect((await events(ticket.id)).flatMap(({ audience }) => audience.unitPaths ?? [])).toEqual([])

    w.clock.advance(8 * second - 1)
    expect(await outbox.runDue()).toBe(0)
    expect((await w.rows.ticket(ticket.id)).state).toBe('awaitingDispatch')

    w.clock.advance(1)
    await outbox.runDue()
    const after = await w.rows.ticket(ticket.id)
    expect(after).toMatchObject({ state: 'dispatched', leaving: null, leadUnitId: w.world.units['hedong-binjiang'] })
    expect(after.dispatchedAt).toEqual(w.clock.now())
    expect(told(ticket.id).map(({ notice }) => notice)).toEqual(['ticket.dispatched'])
    const [line] = (await w.rows.timeline(ticket.id)).filter(({ type }) => type === 'dispatch')
    expect(line).toMatchObject({ actorId: w.actor('dispatcher1').id, actorKind: 'staff' })
    expect((await w.rows.assignments(ticket.id)).find(({ role }) => role === 'lead')?.instruction).toBe('今晚前到场')
  })

  it('says to whom it goes and by when: what the dispatcher is told is what comes', async () => {
    const ticket = await w.open()
    await leave(ticket)
    const { leaving } = await w.tickets.read.ticket(w.actor('dispatcher1'), ticket.id)
    expect(leaving).toMatchObject({
      action: 'dispatch',
      unit: { id: w.world.units['hedong-binjiang'] },
      limit: { value: 5, unit: 'wd' },
      by: w.actor('dispatcher1').name,
      leavesAt: new Date(w.clock.now().getTime() + 8 * second).toISOString(),
    })
    await windowCloses()
    const after = await w.rows.ticket(ticket.id)
    expect(after.dueAt?.toISOString()).toBe(leaving?.limit.dueAt)
    expect((await w.tickets.read.ticket(w.actor('dispatcher1'), ticket.id)).leaving).toBeNull()
  })

  it('can be taken back, by a colleague as well: the ticket is as if nothing had been decided', async () => {
    const ticket = await w.open()
    await leave(ticket)
    await takeBack(ticket, 'supervisor1')
    await windowCloses()
    const after = await w.rows.ticket(ticket.id)
    expect(after).toEqual({ ...ticket, version: after.version })
    expect(told(ticket.id)).toEqual([])
    expect((await w.rows.timeline(ticket.id)).map(({ type }) => type)).not.toContain('dispatch')
    const audit = (await w.db.q.select().from(w.db.t.audit)).filter(({ entityId }) => entityId === ticket.id)
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['ticket.leave', 'ticket.takeBack']))
  })

  it('can be decided anew after it was taken back; the first try sends nothing', async () => {
    const ticket = await w.open()
    await leave(ticket)
    w.clock.advance(4 * second)
    await takeBack(ticket)
    await leave(ticket, { leadUnitId: w.world.units['hedong-laoqiao'] })
    w.clock.advance(4 * second)
    await outbox.runDue()
    expect((await w.rows.ticket(ticket.id)).state).toBe('awaitingDispatch')
    w.clock.advance(4 * second)
    await outbox.runDue()
    expect(await w.rows.ticket(ticket.id)).toMatchObject({
      state: 'dispatched',
      leadUnitId: w.world.units['hedong-laoqiao'],
    })
  })

  it('cannot be taken back once it has left, nor by who may not send', async () => {
    const ticket = await w.open()
    await expect(takeBack(ticket)).rejects.toEqual(refused('ticket.left'))
    await leave(ticket)
    await expect(takeBack(ticket, 'agent1')).rejects.toEqual(refused('auth.forbidden'))
    await windowCloses()
    await expect(takeBack(ticket)).rejects.toEqual(refused('ticket.left'))
  })

  it('is refused at once where the act would be: nothing is on its way then', async () => {
    const nowhere = await w.open({ districtId: null, streetId: null })
    await expect(leave(nowhere)).rejects.toEqual(refused('ticket.unit-unresolved'))
    const ticket = await w.open()
    await expect(leave(ticket, {}, { by: 'agent1' })).rejects.toEqual(refused('auth.forbidden'))
    await expect(leave(ticket, { instruction: 7 })).rejects.toEqual(refused('request.invalid'))
    await expect(
      leave(ticket, { coUnitIds: [w.world.units['water-bureau']], coLimit: { value: 60, unit: 'wd' } }),
    ).rejects.toEqual(refused('ticket.sub-limit-late'))
    await expect(
      w.tickets.undo.leave(w.actor('dispatcher1'), {
        ticketId: ticket.id,
        action: 'dispatch',
        version: ticket.version + 1,
        input: {},
      }),
    ).rejects.toEqual(refused('ticket.conflict'))
    expect((await w.rows.ticket(ticket.id)).leaving).toBeNull()
  })

  it('leaves though the process that took it died, and once though two servers are at it', async () => {
    const ticket = await w.open()
    await leave(ticket)
    const other = createOutbox(w.deps)
    other.on(leaveEffect, w.tickets.undo.carryOut)
    w.clock.advance(8 * second)
    const { outbox: effects } = w.db.t
    const lockedUntil = new Date(w.clock.now().getTime() + 60 * second)
    await w.db.tx((tx) =>
      tx.q
        .update(effects)
        .set({ state: 'running', lockedUntil })
        .where(and(eq(effects.topic, leaveEffect.topic), eq(effects.state, 'pending')))
        .returning({ id: effects.id }),
    )
    await other.runDue()
    expect((await w.rows.ticket(ticket.id)).state).toBe('awaitingDispatch')
    w.clock.advance(61 * second)
    await Promise.all([outbox.runDue(), other.runDue()])
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'dispatched', leaving: null })
    expect((await w.rows.timeline(ticket.id)).filter(({ type }) => type === 'dispatch')).toHaveLength(1)
    expect(await w.rows.assignments(ticket.id)).toHaveLength(2)
  })

  it('is on its way once: a second dispatcher is told so', async () => {
    const ticket = await w.open()
    await leave(ticket)
    await expect(leave(ticket, {}, { by: 'supervisor1' })).rejects.toEqual(refused('ticket.leaving'))
    await windowCloses()
    expect((await w.rows.timeline(ticket.id)).filter(({ type }) => type === 'dispatch')).toHaveLength(1)
  })

  it.each([{ danger: 'gas' as const }, { urgency: 'critical' as const }])(
    'waits for nobody’s second thoughts where somebody may be hurt: %o',
    async (over) => {
      const ticket = await w.open(over)
      expect(await leave(ticket)).toMatchObject({ state: 'dispatched', leaving: null })
      expect(told(ticket.id).map(({ notice }) => notice)).toEqual(['ticket.dispatched'])
    },
  )

  it('goes on where only a remark or more urgency came, with the limit of what it is by then', async () => {
    const ticket = await w.open()
    await leave(ticket)
    await w.act(ticket, 'agent1', 'note', { text: '市民又来电' })
    await w.act(ticket, 'dispatcher1', 'reclassify', { urgency: 'urgent' })
    await windowCloses()
    const after = await w.rows.ticket(ticket.id)
    expect(after).toMatchObject({ state: 'dispatched', urgency: 'urgent' })
    expect(after.clock?.limit).toEqual({ value: 24, unit: 'h' })
  })

  it('stays where it was when what was decided on has changed, and whoever decided it hears so', async () => {
    const ticket = await w.open()
    await leave(ticket)
    await w.act(ticket, 'supervisor1', 'reclassify', { streetId: w.world.units['hedong-laoqiao'] })
    await windowCloses()
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'awaitingDispatch', leaving: null, leadUnitId: null })
    expect(told(ticket.id)).toEqual([])
    const alert = (await events(ticket.id)).find(({ topic }) => topic === 'alert')
    expect(alert).toMatchObject({ type: 'notSent', payload: { number: ticket.number, state: 'awaitingDispatch' } })
    expect(alert?.audience).toMatchObject({ roles: ['dispatcher'], staffIds: [w.actor('dispatcher1').id] })
    const line = (await w.rows.timeline(ticket.id)).find(({ type }) => type === 'notSent')
    expect(line).toMatchObject({ visibility: 'hotline', data: { act: 'dispatch', code: 'ticket.conflict' } })
  })

  it('does not send what the citizen withdrew meanwhile, or a person who was dismissed had decided', async () => {
    const citizen = await w.citizen()
    const withdrawn = await w.open({ citizenId: citizen.id })
    await leave(withdrawn)
    await w.act(withdrawn, citizen, 'withdraw', { reason: '已解决' })
    await windowCloses()
    expect(await w.rows.ticket(withdrawn.id)).toMatchObject({ state: 'withdrawn', leaving: null })

    const ticket = await w.open()
    await leave(ticket, {}, { by: 'supervisor1' })
    const { id } = w.actor('supervisor1')
    const change = (active: boolean) =>
      w.db.tx((tx) => w.directory.changeStaffIn(tx, w.actor('admin1'), id, { active }))
    await change(false)
    await windowCloses()
    await change(true)
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'awaitingDispatch', leaving: null })
  })

  it('holds for designating and re-dispatching, too; a unit that has the ticket reads nothing of it', async () => {
    const ticket = await w.dispatched()
    await leave(ticket, { leadUnitId: w.world.units['hedong-laoqiao'], reason: '属地调整' }, { action: 'redispatch' })
    const seen = await w.tickets.read.ticket(w.actor('hedong-binjiang-1'), ticket.id)
    expect(seen.leaving).toBeNull()
    expect(seen.leadUnit?.id).toBe(w.world.units['hedong-binjiang'])
    const listed = await w.tickets.read.list(w.actor('hedong-binjiang-1'), { view: 'unit', sort: 'clock', size: 100 })
    expect(listed.items.find(({ id }) => id === ticket.id)?.leaving).toBeNull()
    await windowCloses()
    expect(await w.rows.ticket(ticket.id)).toMatchObject({
      state: 'dispatched',
      leadUnitId: w.world.units['hedong-laoqiao'],
      dueAt: ticket.dueAt,
    })
  })
})

describe('how long a ticket has waited for its unit', () => {
  const settings = settingsFrom({ returnWithinWorkingDays: null, remindAfterWorkingDays: {} })
  const createdAt = new Date('2026-06-01T02:00:00.000Z')
  const minutes = (at: string | undefined) => (Date.parse(at ?? '') - createdAt.getTime()) / 60_000
  it.each([
    { urgency: 'normal', danger: null, amber: 60, red: 120 },
    { urgency: 'urgent', danger: null, amber: 15, red: 30 },
    { urgency: 'critical', danger: null, amber: 7.5, red: 15 },
    { urgency: 'normal', danger: 'gas', amber: 7.5, red: 15 },
  ] as const)('turns by the dispatch wait of its urgency: %o', ({ urgency, danger, amber, red }) => {
    const found = waitingOf(settings, { state: 'awaitingDispatch', urgency, danger, createdAt })
    expect(found?.since).toBe(createdAt.toISOString())
    expect([minutes(found?.amberAt), minutes(found?.redAt)]).toEqual([amber, red])
  })
  it('is over once a unit has it', () => {
    expect(waitingOf(settings, { state: 'dispatched', urgency: 'normal', danger: null, createdAt })).toBeNull()
  })
})
