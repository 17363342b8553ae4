import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInsight, type Insight } from '../../../api/insight/insight.ts'
import { addCounts, noCounts, ratesOf, rollUp } from '../../../api/insight/rates.rules.ts'
import { engines } from '../../support/databases.ts'
import { counting, createTicketWorld, type TicketWorld } from '../tickets/support.ts'

describe.each(engines)('rates and wallboard, %s', (engine) => {
  let w: TicketWorld
  let insight: Insight
  beforeAll(async () => {
    w = await createTicketWorld(engine)
    insight = createInsight({ ...w.deps, calendar: counting.calendar })
  })
  afterAll(() => w.close())

  it('counts the three rates of each unit with what lies under it; silence stands beside, not inside', async () => {
    const rate = async (body: string | null, over = {}) => {
      const citizen = await w.citizen()
      await w.reviewed({ citizenId: citizen.id, ...over })
      if (body === null) return
      w.clock.advance(5_000)
      await w.db.tx(async (tx) => {
        const asking = await w.followUps.askingIn(tx, citizen.id)
        expect(asking && (await w.followUps.recordReplyIn(tx, citizen, asking, body, w.clock.now()))).toBe(true)
      })
    }
    const from = w.clock.now().toISOString()
    await rate('1 1 5')
    await rate('1 2 3')
    await rate('2 2 1 没人来')
    await rate(null)
    w.clock.advance(73 * 3_600_000)
    await w.followUps.expireDue()
    w.clock.advance(1)
    const to = w.clock.now().toISOString()
    const supervisor = w.actor('supervisor1')
    const streets = await insight.rates(supervisor, { from, to, level: 'street' })
    expect(streets.rows).toHaveLength(1)
    expect(streets.rows[0]).toMatchObject({
      unit: { code: 'hedong-binjiang' },
      asked: 4,
      reached: 3,
      noReply: 1,
      unreachable: 0,
      comparable: false,
      response: { count: 2, of: 3, value: 2 / 3, formula: 'rates.formula.response' },
      solved: { count: 1, of: 3 },
      satisfied: { count: 2, of: 3 },
    })
    const districts = await insight.rates(supervisor, { from, to, level: 'district' })
    expect(districts.rows.map(({ unit, reached }) => [unit.code, reached])).toEqual([['hedong', 3]])
    expect(districts.total).toMatchObject({ asked: 4, reached: 3 })
    expect((await insight.rates(supervisor, { from, to, level: 'street', kind: 'inquiry' })).rows).toEqual([])
    expect(
      (
        await insight.rates(supervisor, {
          from: to,
          to: new Date(w.clock.now().getTime() + 1).toISOString(),
          level: 'street',
        })
      ).total,
    ).toMatchObject({ asked: 0, solved: { value: null } })
    expect((await insight.rates(w.actor('hexi-head'), { from, to, level: 'street' })).total.asked).toBe(0)
    expect((await insight.rates(w.actor('hedong-head'), { from, to, level: 'street' })).total.asked).toBe(4)
    await expect(insight.rates(w.actor('agent1'), { from, to, level: 'street' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    await expect(insight.rates(supervisor, { from: to, to: from, level: 'street' })).rejects.toMatchObject({
      code: 'request.invalid',
    })
  })

  it('shows calls, queues, agents, tickets and intake as they are now', async () => {
    const now = w.clock.now()
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    const base = {
      direction: 'in' as const,
      fromNumber: '+8613800000001',
      toNumber: '+862155512345',
      citizenId: 'c',
      contactId: 'k',
      priority: 0,
      muted: false,
      heldMs: 0,
      version: 1,
    }
    await w.db.tx(async (tx) => {
      await tx.q.insert(tx.t.call).values([
        {
          ...base,
          id: 'c1',
          carrierRef: 'c1',
          room: 'c1',
          state: 'ended',
          startedAt: at(-3600),
          queuedAt: at(-3600),
          answeredAt: at(-3585),
          lineId: w.world.lines['12345'],
        },
        {
          ...base,
          id: 'c2',
          carrierRef: 'c2',
          room: 'c2',
          state: 'talking',
          startedAt: at(-3600),
          queuedAt: at(-3600),
          answeredAt: at(-3584.999),
          lineId: w.world.lines['12345'],
        },
        {
          ...base,
          id: 'c3',
          carrierRef: 'c3',
          room: 'c3',
          state: 'abandoned',
          startedAt: at(-60),
          queuedAt: at(-60),
          lineId: w.world.lines['12345'],
        },
        {
          ...base,
          id: 'c4',
          carrierRef: 'c4',
          room: 'c4',
          state: 'queued',
          startedAt: at(-30),
          queuedAt: at(-30),
          lineId: w.world.lines['12319'],
        },
        {
          ...base,
          id: 'c5',
          carrierRef: 'c5',
          room: 'c5',
          state: 'ended',
          startedAt: at(-90_000),
          queuedAt: at(-90_000),
          answeredAt: at(-89_999),
          lineId: null,
        },
        {
          ...base,
          id: 'c6',
          carrierRef: 'c6',
          room: 'c6',
          state: 'ended',
          direction: 'out',
          startedAt: at(-60),
          queuedAt: at(-60),
          lineId: null,
        },
      ])
      await tx.q.insert(tx.t.presence).values([
        { id: 'a1', state: 'ready', since: now, heartbeatAt: now, version: 1 },
        { id: 'a2', state: 'ready', since: now, heartbeatAt: now, version: 1 },
        { id: 'a3', state: 'break', since: now, heartbeatAt: now, version: 1 },
      ])
    })
    const before = await insight.wallboard(w.actor('agent1'))
    await w.open({ danger: 'gas' })
    const late = await w.handling()
    const board = await insight.wallboard(w.actor('agent1'))
    expect(board.calls.connected).toMatchObject({
      count: 2,
      of: 3,
      value: 2 / 3,
      target: 0.95,
      formula: 'wallboard.formula.connected',
    })
    expect(board.calls.answeredIn15s).toMatchObject({ count: 1, of: 3 })
    expect(board.calls.queues).toEqual([
      { lineId: w.world.lines['12319'], waiting: 1, oldestAt: at(-30).toISOString() },
    ])
    expect(board.agents).toEqual({ ready: 2, break: 1 })
    expect(board.tickets.danger - before.tickets.danger).toBe(1)
    expect(board.tickets.byState).toMatchObject({
      awaitingDispatch: (before.tickets.byState['awaitingDispatch'] ?? 0) + 1,
      handling: (before.tickets.byState['handling'] ?? 0) + 1,
    })
    expect(board.intake).toHaveLength(24)
    expect(board.intake.at(-1)?.count).toBe((before.intake.at(-1)?.count ?? 0) + 2)
    w.clock.set(new Date((late.dueAt?.getTime() ?? 0) - 3_600_000))
    const evening = await insight.wallboard(w.actor('agent1'))
    expect(evening.tickets.dueToday).toBeGreaterThan(0)
    w.clock.advance(2 * 3_600_000)
    expect((await insight.wallboard(w.actor('agent1'))).tickets.overdue).toBe(
      evening.tickets.overdue + evening.tickets.dueToday,
    )
    await expect(insight.wallboard(w.actor('hexi-1'))).rejects.toMatchObject({ code: 'auth.forbidden' })
  })
})

describe('the arithmetic of rates', () => {
  it('sums a tree without counting anything twice', () => {
    const counts = [
      { ...noCounts, unitPath: '/c/d/s/', asked: 2, reached: 1, solved: 1 },
      { ...noCounts, unitPath: '/c/d/', asked: 1, reached: 1 },
      { ...noCounts, unitPath: '/c/e/', asked: 5 },
    ]
    expect(
      rollUp(counts, [
        { id: 'd', path: '/c/d/' },
        { id: 's', path: '/c/d/s/' },
      ]).map(({ counts }) => counts.asked),
    ).toEqual([3, 2])
    expect(counts.reduce(addCounts, noCounts).asked).toBe(8)
  })
  it('divides by nothing into nothing, and compares from thirty on', () => {
    expect(ratesOf(noCounts).solved).toEqual({ count: 0, of: 0, value: null, formula: 'rates.formula.solved' })
    expect(ratesOf({ ...noCounts, reached: 30 }).comparable).toBe(true)
    expect(ratesOf({ ...noCounts, reached: 29 }).comparable).toBe(false)
  })
})
