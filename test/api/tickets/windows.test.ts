import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from './support.ts'

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
})
