import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

const lead = 'hedong-binjiang-1'
const hour = 3_600_000

describe.each(engines)('helpers come and go (%s)', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  const unit = (code: Parameters<typeof unitOf>[0]) => unitOf(code)
  const unitOf = (code: keyof TicketWorld['world']['units']) => w.world.units[code]
  const active = async (id: string) =>
    (await w.rows.assignments(id))
      .filter(({ endedAt }) => endedAt === null)
      .map(({ role, unitId }) => `${role} ${unitId}`)
      .sort()
  const leadRow = async (id: string) =>
    (await w.rows.assignments(id)).find(({ role, endedAt }) => role === 'lead' && endedAt === null)
  const inHand = async (id: string) => {
    const { version: _, updatedAt: __, searchText: ___, ...ticket } = await w.rows.ticket(id)
    return { ticket, lead: await leadRow(id) }
  }
  const pending = async (ticketId: string) =>
    (await w.db.q.select().from(w.db.t.extension)).filter((row) => row.ticketId === ticketId).map(({ state }) => state)
  const refused = (code: string) => expect.objectContaining({ code })
  const start = async () => {
    const ticket = await w.handling()
    await w.act(ticket, lead, 'firstContact', { how: 'phone', reached: true, text: '已致电' })
    await w.act(ticket, lead, 'extend', { workingDays: 3, reason: '等待配件' })
    return ticket
  }

  it('without touching signature, first contact, clock, warnings, a pending request or what else the ticket says', async () => {
    const ticket = await start()
    w.clock.advance(hour)
    const before = await inHand(ticket.id)
    await w.act(ticket, 'dispatcher1', 'addHelper', {
      coUnitIds: [unit('hexi')],
      copyUnitIds: [unit('housing-bureau')],
      instruction: '协助清运',
    })
    expect(await inHand(ticket.id)).toEqual(before)
    expect(before.lead).toMatchObject({ signedAt: expect.any(Date), contactedAt: expect.any(Date) })
    expect(await active(ticket.id)).toEqual(
      [
        `co ${unit('hexi')}`,
        `copied ${unit('hedong')}`,
        `copied ${unit('housing-bureau')}`,
        `lead ${unit('hedong-binjiang')}`,
      ].sort(),
    )
    await w.act(ticket, 'dispatcher1', 'removeHelper', {
      unitIds: [unit('hexi'), unit('housing-bureau')],
      reason: '不再需要',
    })
    expect(await inHand(ticket.id)).toEqual(before)
    expect(await active(ticket.id)).toEqual([`copied ${unit('hedong')}`, `lead ${unit('hedong-binjiang')}`].sort())
    expect(await pending(ticket.id)).toEqual(['pending'])
    expect(await w.act(ticket, 'reviewer1', 'approveExtension')).toMatchObject({ extensionCount: 1 })
  })

  it('a designation survives them, and a re-dispatch to the unit that leads is refused and changes nothing', async () => {
    const ticket = await w.open()
    await w.act(ticket, 'dispatcher1', 'designate', { leadUnitId: unit('hedong-binjiang'), reason: '指定' })
    await w.act(ticket, lead, 'sign')
    await w.act(ticket, lead, 'extend', { workingDays: 3, reason: '等待配件' })
    const before = await inHand(ticket.id)
    await expect(
      w.act(ticket, 'dispatcher1', 'redispatch', {
        leadUnitId: unit('hedong-binjiang'),
        coUnitIds: [unit('hexi')],
        reason: '加协办',
      }),
    ).rejects.toEqual(refused('ticket.unit-leads'))
    await expect(w.act(ticket, 'dispatcher1', 'redispatch', { reason: '按目录' })).rejects.toEqual(
      refused('ticket.unit-leads'),
    )
    await w.act(ticket, 'dispatcher1', 'addHelper', { coUnitIds: [unit('hexi')] })
    expect(await inHand(ticket.id)).toEqual(before)
    await expect(w.act(ticket, lead, 'returnTicket', { reason: '非我职责', basis: '目录' })).rejects.toEqual(
      refused('ticket.designated'),
    )
    expect(await pending(ticket.id)).toEqual(['pending'])
  })

  it('a unit designated against its own return keeps signature, contact, helpers, request and clock, and goes on', async () => {
    const ticket = await start()
    await w.act(ticket, 'dispatcher1', 'addHelper', { coUnitIds: [unit('hexi')] })
    const before = await inHand(ticket.id)
    await w.act(ticket, lead, 'returnTicket', { reason: '非我职责', basis: '目录' })
    w.clock.advance(hour)
    const kept = await w.act(ticket, 'dispatcher1', 'designate', {
      leadUnitId: unit('hedong-binjiang'),
      coUnitIds: [unit('housing-bureau')],
      reason: '经会商，由街道主办',
    })
    expect(kept).toMatchObject({ state: 'handling', stateBefore: null, designated: true, warned: before.ticket.warned })
    expect(await leadRow(ticket.id)).toEqual({ ...before.lead, designated: true })
    expect(await active(ticket.id)).toEqual(
      [
        `co ${unit('hexi')}`,
        `co ${unit('housing-bureau')}`,
        `copied ${unit('hedong')}`,
        `lead ${unit('hedong-binjiang')}`,
      ].sort(),
    )
    expect(await pending(ticket.id)).toEqual(['pending'])
    await expect(w.act(ticket, lead, 'returnTicket', { reason: '仍非我职责', basis: '目录' })).rejects.toEqual(
      refused('ticket.designated'),
    )
  })

  it('one part for each unit: who has one is not added, who has none is not taken away, a copy may become a helper', async () => {
    const ticket = await w.handling()
    const add = (input: unknown) => w.act(ticket, 'dispatcher1', 'addHelper', input)
    const drop = (unitIds: string[]) => w.act(ticket, 'dispatcher1', 'removeHelper', { unitIds, reason: '不再需要' })
    await expect(add({})).rejects.toEqual(refused('request.invalid'))
    await expect(add({ coUnitIds: [unit('hedong-binjiang')] })).rejects.toEqual(refused('ticket.unit-has-part'))
    await expect(add({ copyUnitIds: [unit('hedong')] })).rejects.toEqual(refused('ticket.unit-has-part'))
    await expect(drop([unit('hexi')])).rejects.toEqual(refused('ticket.unit-no-part'))
    await expect(drop([unit('hedong-binjiang')])).rejects.toEqual(refused('ticket.unit-no-part'))
    await expect(drop([unit('hedong')])).rejects.toEqual(refused('ticket.copy-required'))
    await add({ coUnitIds: [unit('hedong')] })
    expect(await active(ticket.id)).toEqual([`co ${unit('hedong')}`, `lead ${unit('hedong-binjiang')}`].sort())
    await drop([unit('hedong')])
    expect(await active(ticket.id), 'the district of the street is informed again').toEqual(
      [`copied ${unit('hedong')}`, `lead ${unit('hedong-binjiang')}`].sort(),
    )
  })

  it('never the unit that a report is about', async () => {
    const ticket = await w.handling({ kind: 'violationReport', respondentUnitId: unit('water-bureau') })
    await expect(w.act(ticket, 'dispatcher1', 'addHelper', { coUnitIds: [unit('water-bureau')] })).rejects.toEqual(
      refused('ticket.unit-excluded'),
    )
  })

  it('a sub-limit of its own is watched, and the warnings of the lead unit stay', async () => {
    const ticket = await w.handling()
    const before = await w.rows.ticket(ticket.id)
    const more = await w.act(ticket, 'dispatcher1', 'addHelper', {
      coUnitIds: [unit('hexi')],
      coLimit: { value: 2, unit: 'h' },
    })
    expect(more.warnAt?.getTime()).toBeLessThan(before.warnAt?.getTime() ?? 0)
    expect(await w.act(ticket, 'dispatcher1', 'removeHelper', { unitIds: [unit('hexi')], reason: '撤' })).toMatchObject(
      {
        warned: before.warned,
        dueAt: before.dueAt,
      },
    )
    await expect(
      w.act(ticket, 'dispatcher1', 'addHelper', { coUnitIds: [unit('hexi')], coLimit: { value: 300, unit: 'h' } }),
    ).rejects.toEqual(refused('ticket.sub-limit-late'))
  })

  it('a helper that was taken away does not come back with a redo, and loses the ticket', async () => {
    const ticket = await w.handling()
    await w.act(ticket, 'dispatcher1', 'addHelper', { coUnitIds: [unit('hexi'), unit('housing-bureau')] })
    await w.act(ticket, 'dispatcher1', 'removeHelper', { unitIds: [unit('hexi')], reason: '撤' })
    await w.act(ticket, lead, 'answer', { text: '已清运', result: '已清运' })
    await w.act(ticket, 'reviewer1', 'passReview')
    await w.act(ticket, 'supervisor1', 'redo', { reason: '未解决' })
    expect(await active(ticket.id)).toEqual(
      [`co ${unit('housing-bureau')}`, `copied ${unit('hedong')}`, `lead ${unit('hedong-binjiang')}`].sort(),
    )
    await expect(w.act(ticket, 'hexi-1', 'note', { text: '备注' })).rejects.toEqual(refused('auth.forbidden'))
  })
})
