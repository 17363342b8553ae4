import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { settingsFrom } from '../../../../api/tickets/ticket.settings.ts'
import { createTickets } from '../../../../api/tickets/tickets.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

const hour = 3_600_000

describe.each(engines)('windows of the lead unit, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const leadOf = async ({ id }: { id: string }) =>
    (await w.rows.assignments(id)).find(({ role, endedAt }) => role === 'lead' && endedAt === null)

  it('end before the limit on a long limit, with the limit on a short one', async () => {
    const long = await w.dispatched()
    const roomy = await leadOf(long)
    expect(roomy?.signBy && roomy.contactBy && roomy.signBy < roomy.contactBy).toBe(true)
    expect(roomy?.contactBy && long.dueAt && roomy.contactBy < long.dueAt).toBe(true)

    const limit = { value: 0.5, unit: 'h', basis: '抢险' }
    const short = await w.act(await w.open(), 'dispatcher1', 'dispatch', { limit })
    expect(await leadOf(short)).toMatchObject({ dueAt: short.dueAt, contactBy: short.dueAt, signBy: short.dueAt })
  })

  it('are whole for a unit that gets the ticket after its limit has passed', async () => {
    const limit = { value: 1, unit: 'h', basis: '抢险' }
    const ticket = await w.act(await w.open(), 'dispatcher1', 'dispatch', { limit })
    w.clock.advance(2 * hour)
    await w.act(ticket, 'dispatcher1', 'redispatch', { leadUnitId: w.world.units.hexi, reason: '职责在河西' })
    const late = await leadOf(ticket)
    expect(late?.dueAt).toEqual(ticket.dueAt)
    expect(late?.contactBy && late.contactBy > w.clock.now()).toBe(true)
    expect(late?.signBy && late.signBy > w.clock.now()).toBe(true)
  })

  describe('for a return', () => {
    const asked = { reason: '不属于本单位职责', basis: '派单目录' }
    const street = 'hedong-binjiang-1'
    const offered = async ({ id }: { id: string }) =>
      (await w.tickets.read.ticket(w.actor(street), id)).actions.some(({ action }) => action === 'returnTicket')

    it('stand open as long as the unit has the ticket, unless a city sets one', async () => {
      const ticket = await w.handling()
      expect(await leadOf(ticket)).toMatchObject({ returnBy: null })
      w.clock.advance(60 * 24 * hour)
      expect(await offered(ticket)).toBe(true)
      expect(await w.act(ticket, street, 'returnTicket', asked)).toMatchObject({ state: 'returnRequested' })
    })

    it('end when the city says, refuse what is late, and begin anew with another dispatch', async () => {
      const settings = settingsFrom({ returnWithinWorkingDays: 2, remindAfterWorkingDays: {} })
      const { act } = createTickets({ ...w.tickets.deps, settings }).act
      const [first, second] = [await w.open(), await w.open()]
      for (const { id } of [first, second])
        await act(w.actor('dispatcher1'), { ticketId: id, action: 'dispatch', input: {} })
      const end = (await leadOf(first))?.returnBy
      expect(
        end && w.tickets.deps.counting.calendar.isWorkingDay(w.tickets.deps.counting.calendar.zone.dateOf(end)),
      ).toBe(true)
      w.clock.set(new Date(end?.getTime() ?? 0))
      expect(await offered(first)).toBe(true)
      await w.act(first, street, 'returnTicket', asked)
      await w.act(first, 'dispatcher1', 'rejectReturn', { note: '属本单位职责' })
      w.clock.advance(1)
      for (const ticket of [first, second]) {
        expect(await offered(ticket)).toBe(false)
        await expect(w.act(ticket, street, 'returnTicket', asked)).rejects.toMatchObject({ code: 'ticket.return-late' })
      }
      await act(w.actor('dispatcher1'), {
        ticketId: first.id,
        action: 'redispatch',
        input: { leadUnitId: w.world.units.hexi, reason: '调整' },
      })
      expect((await leadOf(first))?.returnBy?.getTime()).toBeGreaterThan(w.clock.now().getTime())
      expect(await w.act(first, 'hexi-1', 'returnTicket', asked)).toMatchObject({ state: 'returnRequested' })
    })
  })
})
