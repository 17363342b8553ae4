import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlanAsked } from '../../../../api/tickets/units/dispatch-plan.dto.ts'
import { engines } from '../../../support/databases.ts'
import type { WorldStaff } from '../../../support/world.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

describe.each(engines)('what dispatching would do, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const plan = (by: WorldStaff, asked: Parameters<typeof PlanAsked.parse>[0]) =>
    w.tickets.read.plan(w.actor(by), PlanAsked.parse(asked))

  it('is what the act then does, and writes nothing', async () => {
    const ticket = await w.open()
    const planned = await plan('dispatcher1', { ticketId: ticket.id })
    expect(await w.rows.ticket(ticket.id)).toEqual(ticket)
    const sent = await w.act(ticket, 'dispatcher1', 'dispatch')
    expect(planned).toMatchObject({
      why: 'streetOfPlace',
      lead: { id: sent.leadUnitId },
      copies: [{ id: w.world.units.hedong }],
      keepsClock: false,
      problems: [],
      limit: { value: 5, unit: 'wd', basis: '默认：5个工作日', dueAt: sent.dueAt?.toISOString() },
    })
  })
  it('follows what is chosen by hand', async () => {
    const ticket = await w.open()
    const planned = await plan('dispatcher1', {
      ticketId: ticket.id,
      leadUnitId: w.world.units.hedong,
      limit: { value: 2, unit: 'cd' },
    })
    expect(planned).toMatchObject({
      why: 'chosen',
      lead: { id: w.world.units.hedong },
      copies: [],
      limit: { value: 2, unit: 'cd' },
    })
  })
  it('says what is missing instead of failing', async () => {
    const ticket = await w.open({ districtId: null, streetId: null })
    expect(await plan('dispatcher1', { ticketId: ticket.id })).toMatchObject({
      lead: null,
      problems: ['ticket.unit-unresolved'],
      limit: { value: 5 },
    })
  })
  it('keeps the running limit when a ticket is sent elsewhere', async () => {
    const ticket = await w.dispatched()
    const asked = { ticketId: ticket.id, action: 'redispatch', leadUnitId: w.world.units.hedong }
    expect(await plan('dispatcher1', asked)).toMatchObject({
      keepsClock: true,
      limit: { dueAt: ticket.dueAt?.toISOString() },
    })
  })
  it('is for those who may see the ticket', async () => {
    const ticket = await w.open()
    await expect(plan('hedong-binjiang-1', { ticketId: ticket.id })).rejects.toMatchObject({ code: 'ticket.not-found' })
  })
})
