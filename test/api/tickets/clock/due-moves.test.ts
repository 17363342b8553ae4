import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../../../api/vocabulary/actor.ts'
import type { LimitStart, Urgency } from '../../../../api/vocabulary/catalogue.ts'
import { engines } from '../../../support/databases.ts'
import { counting, createTicketWorld, type TicketWorld } from '../support.ts'

const lead = 'hedong-binjiang-1'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe.each(engines)('what moves a due time or a warning (%s)', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const run = () => w.tickets.jobs[0]?.run() ?? Promise.resolve(0)
  const warned = async (id: string) =>
    (await w.rows.timeline(id)).filter(({ type }) => type === 'warned').map(({ data }) => data)
  const since = (from: Date, at: Date | null | undefined) => at && (at.getTime() - from.getTime()) / minute

  describe('a change of urgency', () => {
    const reclassify = (id: string, urgency: Urgency) => w.act({ id }, 'dispatcher1', 'reclassify', { urgency })
    it('moves the warning that nobody dispatched the ticket: critical after 15 minutes, not 120', async () => {
      const ticket = await w.open()
      expect(since(ticket.createdAt, ticket.warnAt)).toBe(120)
      w.clock.advance(10 * minute)
      expect(since(ticket.createdAt, (await reclassify(ticket.id, 'critical')).warnAt)).toBe(15)
      w.clock.advance(5 * minute)
      await run()
      expect(await warned(ticket.id)).toMatchObject([{ kind: 'undispatched', level: 1 }])
      w.clock.advance(15 * minute)
      await run()
      expect(await warned(ticket.id)).toMatchObject([{ level: 1 }, { level: 2 }])
      expect(since(ticket.createdAt, (await reclassify(ticket.id, 'normal')).warnAt)).toBe(8 * 60)
      expect(since(ticket.createdAt, (await reclassify(ticket.id, 'urgent')).warnAt)).toBe(2 * 60)
    })
    it('that makes the wait be over already is told at once, and once', async () => {
      const ticket = await w.open()
      w.clock.advance(hour)
      await reclassify(ticket.id, 'critical')
      await run()
      expect(await warned(ticket.id)).toMatchObject([{ kind: 'undispatched', level: 3 }])
    })
    it('counts from where the wait began anew after an upheld return', async () => {
      const ticket = await w.dispatched()
      w.clock.advance(hour)
      await w.act(ticket, lead, 'returnTicket', { reason: '非我职责', basis: '目录' })
      const back = await w.act(ticket, 'dispatcher1', 'upholdReturn', { note: '属实' })
      expect(since(w.clock.now(), back.warnAt)).toBe(120)
      expect(since(w.clock.now(), (await reclassify(ticket.id, 'urgent')).warnAt)).toBe(30)
    })
    it('and nothing else does', async () => {
      const ticket = await w.open()
      const after = await w.act(ticket, 'dispatcher1', 'reclassify', { place: '滨江路8号' })
      expect(after.warnAt).toEqual(ticket.warnAt)
    })
  })

  describe('a limit runs from what its law names', () => {
    const matters: Record<LimitStart, string> = {
      received: 'municipal.order.rubbish',
      accepted: 'municipal.order.rubbish',
      dispatched: 'municipal.order.rubbish',
      signed: 'municipal.order.rubbish',
    }
    let rules = 0
    /** A limit of seven working days for help with rubbish, newer than the others. */
    const limitFrom = (startEvent: LimitStart) =>
      w.db.tx((tx) =>
        w.catalogue.createLimitRuleIn(tx, systemActor('test'), {
          matterCode: matters[startEvent],
          kind: 'complaint',
          value: 7,
          unit: 'wd',
          startEvent,
          basis: '测试',
          basisEn: 'test',
          grade: 'D',
          validFrom: new Date(w.clock.now().getTime() + ++rules),
        }),
      )
    const open = async (startEvent: LimitStart) => {
      await limitFrom(startEvent)
      do w.clock.advance(day)
      while (w.clock.now().getUTCDay() !== 1)
      return w.open({ kind: 'complaint', accept: false })
    }
    const endOf = (from: Date, days: number) => {
      const { zone, addWorkingDays } = counting.calendar
      return new Date(zone.instantOf(addWorkingDays(zone.dateOf(from), days), 1440).getTime() - 1)
    }

    it.each([
      ['received', (times: Date[]) => times[0]],
      ['accepted', (times: Date[]) => times[1]],
      ['dispatched', (times: Date[]) => times[2]],
    ] as const)('%s', async (startEvent, from) => {
      const ticket = await open(startEvent)
      const times = [ticket.createdAt]
      w.clock.advance(day)
      await w.act(ticket, 'dispatcher1', 'accept')
      times.push(w.clock.now())
      w.clock.advance(2 * day)
      const plan = await w.tickets.read.plan(w.actor('dispatcher1'), { ticketId: ticket.id, action: 'dispatch' })
      const sent = await w.act(ticket, 'dispatcher1', 'dispatch')
      times.push(w.clock.now())
      expect(sent.dueAt).toEqual(endOf(from(times) ?? new Date(0), 7))
      expect(plan.limit?.dueAt).toBe(sent.dueAt?.toISOString())
      expect(new Set(times.map((at) => endOf(at, 7).getTime())).size, 'they differ').toBe(3)
      const read = await w.tickets.read.ticket(w.actor('dispatcher1'), ticket.id)
      expect(read.clock).toMatchObject({ startEvent, startedAt: from(times)?.toISOString() })
    })

    it('received: another unit after an upheld return has what is left of it, a redo counts from its order', async () => {
      const ticket = await open('received')
      w.clock.advance(day)
      await w.act(ticket, 'dispatcher1', 'accept')
      await w.act(ticket, 'dispatcher1', 'dispatch')
      await w.act(ticket, lead, 'returnTicket', { reason: '非我职责', basis: '目录' })
      await w.act(ticket, 'dispatcher1', 'upholdReturn', { note: '属实' })
      w.clock.advance(2 * day)
      const again = await w.act(ticket, 'dispatcher1', 'dispatch')
      expect(again.dueAt).toEqual(endOf(ticket.createdAt, 7))
      await w.act(ticket, lead, 'sign')
      await w.act(ticket, lead, 'answer', { text: '已清运', result: '已清运' })
      await w.act(ticket, 'reviewer1', 'passReview')
      w.clock.advance(2 * day)
      const redone = await w.act(ticket, 'supervisor1', 'redo', { reason: '未解决' })
      expect(redone.dueAt).toEqual(endOf(w.clock.now(), 7))
    })

    it('signed: from the signature, or from the end of the time for it; the timeline says that it moved', async () => {
      const ticket = await open('signed')
      await w.act(ticket, 'dispatcher1', 'accept')
      const sent = await w.act(ticket, 'dispatcher1', 'dispatch', {
        coUnitIds: [w.world.units['water-bureau']],
        coLimit: { value: 7, unit: 'wd' },
      })
      const part = async (role: string) => (await w.rows.assignments(ticket.id)).find((one) => one.role === role)
      const signBy = (await part('lead'))?.signBy ?? new Date(0)
      expect(sent.dueAt).toEqual(endOf(signBy, 7))
      const late = await w.open({ kind: 'complaint' })
      const lateSent = await w.act(late, 'dispatcher1', 'dispatch')
      const signed = await w.act(ticket, lead, 'sign')
      expect(signed.dueAt).toEqual(endOf(w.clock.now(), 7))
      for (const role of ['lead', 'co']) expect((await part(role))?.dueAt).toEqual(signed.dueAt)
      w.clock.advance(5 * day)
      expect((await w.act(late, lead, 'sign')).dueAt).toEqual(lateSent.dueAt)
      const line = (await w.rows.timeline(late.id)).find(({ type }) => type === 'sign')
      expect(line?.data).not.toHaveProperty('dueAt')
    })
  })

  describe('an extension', () => {
    it('names the due time that it really replaces, when the limit stood still in between', async () => {
      const ticket = await w.handling()
      await w.act(ticket, lead, 'extend', { workingDays: 3, reason: '等待配件' })
      await w.act(ticket, 'dispatcher1', 'pause', { reason: 'thirdParty', note: '等待产权单位意见' })
      w.clock.advance(6 * day)
      const resumed = await w.act(ticket, lead, 'resume')
      expect(resumed.dueAt?.getTime()).toBeGreaterThan(ticket.dueAt?.getTime() ?? 0)
      const extended = await w.act(ticket, 'reviewer1', 'approveExtension')
      const line = (await w.rows.timeline(ticket.id)).find(({ type }) => type === 'approveExtension')
      expect(line?.data).toMatchObject({
        oldDueAt: resumed.dueAt?.toISOString(),
        dueAt: extended.dueAt?.toISOString(),
      })
      const [row] = (await w.db.q.select().from(w.db.t.extension)).filter(({ ticketId }) => ticketId === ticket.id)
      expect(row).toMatchObject({ oldDueAt: resumed.dueAt, newDueAt: extended.dueAt })
    })
    it('of a limit in hours that ends on a weekend ends with a working day, and is told as that day', async () => {
      // Thursday noon in Shanghai: 48 hours end on Saturday.
      w.clock.set(new Date('2026-07-09T04:00:00Z'))
      const ticket = await w.act(await w.open(), 'dispatcher1', 'dispatch', {
        limit: { value: 48, unit: 'h', basis: '测试' },
      })
      await w.act(ticket, lead, 'sign')
      await w.act(ticket, lead, 'extend', { workingDays: 5, reason: '等待配件' })
      const extended = await w.act(ticket, 'reviewer1', 'approveExtension')
      expect(extended.dueAt?.toISOString(), 'Friday 24:00').toBe('2026-07-17T16:00:00.000Z')
      expect(w.notices.at(-1)).toMatchObject({ notice: 'ticket.extended', params: { due: extended.dueAt } })
    })
  })
})
