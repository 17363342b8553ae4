import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCalendar } from '../../../../api/clocks/calendar.ts'
import { recountLimits } from '../../../../api/tickets/clock/recount-limits.ts'
import { engines } from '../../../support/databases.ts'
import { counting, createTicketWorld, type TicketWorld } from '../support.ts'

const at = (local: string) => new Date(`${local}+08:00`)
/** The notice of 2027, with a first week of January off that the law alone does not give. */
const notice = {
  overlay: ['2027-01-04', '2027-01-05'].map((date) => ({ date, working: false, name: '元旦' })),
  publishedThrough: 2027,
}

describe.each(engines)('limits that reached into a year without a notice, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const sent = async () =>
    w.act(await w.open(), 'dispatcher1', 'dispatch', { limit: { value: 5, unit: 'wd', basis: '测试依据' } })
  const recount = (options = {}) =>
    recountLimits({ ...w.tickets.deps, counting: { ...counting, calendar: createCalendar(options) } })()

  it('are counted again when the notice is known, once, later and never sooner, and the timeline says so', async () => {
    w.clock.set(at('2026-12-28T10:00'))
    const [moved, paused] = [await sent(), await sent()]
    await w.act(paused, 'hedong-binjiang-1', 'sign')
    await w.act(paused, 'dispatcher1', 'pause', { reason: 'appraisal', note: '等待检测' })
    w.clock.set(at('2026-12-20T10:00'))
    const within = await sent()
    w.clock.set(at('2026-12-28T11:00'))
    expect(moved.clock).toMatchObject({ provisional: true })
    expect(within.clock).toMatchObject({ provisional: false })
    const due = moved.dueAt ?? new Date(0)

    expect(await recount()).toBe(0)
    expect(await recount(notice)).toBe(2)
    const after = await w.rows.ticket(moved.id)
    expect(after.clock).toMatchObject({ provisional: false })
    expect(after.dueAt?.toISOString()).toBe(at('2027-01-06T23:59:59.999').toISOString())
    expect(after.dueAt && after.dueAt > due).toBe(true)
    expect(after).toMatchObject({ dueSort: after.dueAt, version: moved.version + 1 })
    const parts = await w.rows.assignments(moved.id)
    expect(parts.find(({ role }) => role === 'lead')?.dueAt).toEqual(after.dueAt)
    expect(parts.find(({ role }) => role === 'copied')?.dueAt).toBeNull()
    expect((await w.rows.timeline(moved.id)).at(-1)).toMatchObject({
      type: 'recounted',
      data: { from: due.toISOString(), to: after.dueAt?.toISOString() },
    })
    const still = await w.rows.ticket(paused.id)
    expect(still).toMatchObject({ state: 'paused', warnAt: null })
    expect(still.dueSort.getUTCFullYear()).toBe(9999)
    expect((await w.rows.ticket(within.id)).version).toBe(within.version)
    expect(await recount(notice)).toBe(0)
  })

  it('take the sub-limits of co-handling units with them', async () => {
    w.clock.set(at('2026-12-28T10:00'))
    const ticket = await w.act(await w.open(), 'dispatcher1', 'dispatch', {
      limit: { value: 6, unit: 'wd', basis: '测试依据' },
      coUnitIds: [w.world.units['water-bureau']],
      coLimit: { value: 5, unit: 'wd' },
    })
    const co = async () => (await w.rows.assignments(ticket.id)).find(({ role }) => role === 'co')
    const before = await co()
    expect(await recount(notice)).toBe(1)
    const after = await co()
    expect(after?.dueAt && before?.dueAt && after.dueAt > before.dueAt).toBe(true)
    expect(after?.clock).toMatchObject({ provisional: false, dueAt: after?.dueAt?.toISOString() })
    const due = (await w.rows.ticket(ticket.id)).dueAt
    expect(after?.dueAt && due && after.dueAt < due).toBe(true)
  })
})
