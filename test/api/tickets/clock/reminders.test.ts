import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { escalatesAt, extensionWait, supervisorWaits, waitOf, waits } from '../../../../api/notices/waits.table.ts'
import { settingsFrom } from '../../../../api/tickets/ticket.settings.ts'
import { dueReminders, nextReminder, type Waiting } from '../../../../api/tickets/clock/wait.rules.ts'
import { waits as settable } from '../../../../api/platform/settings.mjs'
import { addCountedMs } from '../../../../api/clocks/working-time.ts'
import { openStates, waitKinds, type TicketAction, type WaitKind } from '../../../../api/vocabulary/ticket.ts'
import { zhCN } from '../../../../console/i18n/zh-CN/index.ts'
import { engines } from '../../../support/databases.ts'
import { counting, createTicketWorld, type TicketWorld } from '../support.ts'

const day = 86_400_000
const lead = 'hedong-binjiang-1'
const { remindAfter } = settingsFrom({ returnWithinWorkingDays: null, remindAfterWorkingDays: {} })
const rules = { remindAfter, counting }

describe('the table of waits', () => {
  it('has an owner, a next person who is another, and a period for every state that is not final', () => {
    expect(Object.keys(waits).sort()).toEqual([...openStates].sort())
    for (const wait of [...Object.values(waits), extensionWait, ...Object.values(supervisorWaits)]) {
      expect([wait.kind, wait.owner.length > 0, wait.next.length > 0]).toEqual([wait.kind, true, true])
      const owners = wait.owner.map((one) => JSON.stringify(one))
      expect(wait.next.some((one) => !owners.includes(JSON.stringify(one)))).toBe(true)
      expect(remindAfter[wait.kind]).toBeGreaterThan(0)
    }
  })
  it('names each kind once, with words in the console, and a city may set each', () => {
    const kinds = [...Object.values(waits), extensionWait, ...Object.values(supervisorWaits)].map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual([...waitKinds].sort())
    expect(settable).toEqual([...waitKinds])
    for (const kind of waitKinds) {
      expect(waitOf(kind).kind).toBe(kind)
      expect(zhCN[`timeline.warned.${kind}`]).toContain('{level}')
    }
  })
  it('settings change the period of one kind and leave the others', () => {
    const own = settingsFrom({ returnWithinWorkingDays: null, remindAfterWorkingDays: { waitsReview: 3 } })
    expect(own.remindAfter).toEqual({ ...remindAfter, waitsReview: 3 })
  })
})

describe('reminders', () => {
  /** A Monday, 10:00 in Shanghai. */
  const monday = new Date('2026-06-01T02:00:00Z')
  const waiting = (over: Partial<Waiting> = {}): Waiting => ({
    state: 'answered',
    stateSince: monday,
    dueAt: null,
    reminded: 0,
    extension: null,
    ...over,
  })
  it('come again and again, in working days', () => {
    expect(nextReminder(waiting(), rules)).toEqual(new Date(monday.getTime() + day))
    expect(nextReminder(waiting({ reminded: 4 }), rules)).toEqual(new Date(monday.getTime() + 7 * day))
    expect(nextReminder(waiting({ state: 'closed' }), rules)).toBeNull()
  })
  it('of several missed tell the last only, and the next lies ahead', () => {
    const now = new Date(monday.getTime() + 60 * day)
    const { tell, after } = dueReminders(waiting(), now, rules)
    expect(tell).toMatchObject([{ kind: 'waitsReview' }])
    expect(tell[0]?.count).toBeGreaterThan(30)
    expect(nextReminder(after, rules)?.getTime()).toBeGreaterThan(now.getTime())
    expect(dueReminders(after, now, rules).tell).toEqual([])
  })
  it('of an answer count from its limit, those of a request for more time beside it', () => {
    const dueAt = new Date(monday.getTime() + 8 * day)
    const handling = waiting({ state: 'handling', dueAt })
    expect(nextReminder(handling, rules)).toEqual(new Date(dueAt.getTime() + day))
    const asked = { ...handling, extension: { createdAt: monday, reminded: 0 } }
    expect(nextReminder(asked, rules)).toEqual(new Date(monday.getTime() + day))
  })
})

describe.each(engines)('whoever a ticket waits for (%s)', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  beforeEach(() => {
    do w.clock.advance(day)
    while (w.clock.now().getUTCDay() !== 1)
  })
  const run = () => w.tickets.jobs.find(({ name }) => name === 'tickets.remind')?.run() ?? Promise.resolve(-1)
  const told = async (id: string) =>
    (await w.rows.timeline(id)).flatMap(({ type, data }) =>
      type === 'warned' ? [`${String(data['kind'])} ${String(data['level'])}`] : [],
    )
  const heard = async (id: string, kind: WaitKind) =>
    (await w.db.q.select().from(w.db.t.liveEvent))
      .filter((event) => event.entityId === id && event.type === kind)
      .map(({ audience }) => [...(audience.roles ?? []), ...(audience.unitPaths ?? [])].sort())
  const pathOf = (code: keyof TicketWorld['world']['units']) => w.directory.unitById(w.world.units[code])?.path ?? ''

  it.each([
    ['received', () => w.open({ accept: false }), 'waitsAccept', ['agent', 'dispatcher']],
    ['accepted', () => w.open({ matterCode: null, decidedBy: null }), 'waitsSubmit', ['agent', 'dispatcher']],
    ['awaitingDispatch', () => w.open(), 'waitsDispatch', ['dispatcher']],
    ['dispatched', () => w.dispatched(), 'waitsSign', ['lead']],
    ['returnRequested', () => returned(), 'waitsReturn', ['dispatcher']],
    ['paused', () => paused(), 'waitsResume', ['dispatcher', 'lead']],
    ['answered', () => w.answered(), 'waitsReview', ['reviewer']],
    ['awaitingFollowUp', () => w.reviewed(), 'waitsFollowUp', ['followUp']],
  ] as const)(
    '%s: is reminded, then the next person too, once each, until somebody acts',
    async (state, make, kind, owner) => {
      const ticket = await make()
      expect((await w.rows.ticket(ticket.id)).state).toBe(state)
      const owners = owner.map((one) => (one === 'lead' ? pathOf('hedong-binjiang') : one)).sort()
      w.clock.set(new Date(addCountedMs('wd', w.clock.now(), remindAfter[kind] * day, counting).getTime() - 1))
      await run()
      expect(await heard(ticket.id, kind)).toEqual([])
      w.clock.advance(1)
      await run()
      await run()
      expect(await heard(ticket.id, kind)).toEqual([owners])
      expect(await told(ticket.id)).toContain(`${kind} 1`)
      w.clock.advance(30 * day)
      await run()
      const later = await heard(ticket.id, kind)
      expect(later).toHaveLength(2)
      expect(later[1], 'the next person').toEqual(expect.arrayContaining([...owners, 'supervisor']))
      expect(escalatesAt).toBe(2)
      w.clock.advance(200 * day)
      await run()
      expect((await heard(ticket.id, kind)).length, 'paused for 200 days: one reminder for all that were missed').toBe(
        3,
      )
      const { version, reminded, remindAt } = await w.rows.ticket(ticket.id)
      expect([version >= 1, reminded > 2, (remindAt?.getTime() ?? 0) > w.clock.now().getTime()]).toEqual([
        true,
        true,
        true,
      ])
    },
  )
  const act = (id: string, by: Parameters<TicketWorld['actor']>[0], action: TicketAction, input: unknown = {}) =>
    w.act({ id }, by, action, input)
  const returned = async () => act((await w.handling()).id, lead, 'returnTicket', { reason: '非我职责', basis: '目录' })
  const paused = async () =>
    act((await w.handling()).id, 'dispatcher1', 'pause', { reason: 'thirdParty', note: '等待产权单位意见' })

  it('an overdue answer, and an extension that nobody decides, beside each other', async () => {
    const ticket = await w.handling()
    await act(ticket.id, lead, 'extend', { workingDays: 3, reason: '等待配件' })
    w.clock.advance(day)
    await run()
    expect(await heard(ticket.id, 'waitsExtension')).toEqual([['dispatcher', 'reviewer']])
    expect(await heard(ticket.id, 'waitsAnswer')).toEqual([])
    await act(ticket.id, 'reviewer1', 'refuseExtension', { note: '不予延期' })
    const { dueAt, remindAt } = await w.rows.ticket(ticket.id)
    expect(remindAt?.getTime()).toBeGreaterThan(dueAt?.getTime() ?? 0)
    w.clock.set(new Date((dueAt?.getTime() ?? 0) + 4 * day))
    await run()
    expect((await heard(ticket.id, 'waitsAnswer'))[0]).toContain(pathOf('hedong-binjiang'))
    expect(await heard(ticket.id, 'waitsExtension')).toHaveLength(1)
    const left = (await w.db.q.select().from(w.db.t.deskNoticeHearer)).filter(({ subject }) =>
      subject.endsWith(ticket.id),
    )
    expect(left.map(({ subject }) => subject)).not.toContain(`waitsExtension:${ticket.id}`)
  })

  it('a remark, an urge or a look changes no wait; another state, unit or due time begins it anew', async () => {
    const ticket = await w.answered()
    w.clock.advance(day)
    await run()
    const before = await w.rows.ticket(ticket.id)
    expect(before.reminded).toBe(1)
    await act(ticket.id, 'reviewer1', 'note', { text: '核实中' })
    await act(ticket.id, 'agent1', 'urge')
    expect(await w.rows.ticket(ticket.id)).toMatchObject({
      reminded: 1,
      stateSince: before.stateSince,
      remindAt: before.remindAt,
    })
    const back = await act(ticket.id, 'reviewer1', 'sendBack', { note: '请补充' })
    expect(back).toMatchObject({ reminded: 0, stateSince: w.clock.now() })
    const elsewhere = await w.dispatched()
    w.clock.advance(day)
    await run()
    const moved = await act(elsewhere.id, 'dispatcher1', 'redispatch', {
      leadUnitId: w.world.units.hexi,
      reason: '调整',
    })
    expect(moved).toMatchObject({ reminded: 0, stateSince: w.clock.now() })
  })

  it('nobody, once it has ended', async () => {
    const ticket = await w.open()
    expect(await act(ticket.id, 'agent1', 'withdraw', { reason: '已自行解决' })).toMatchObject({ remindAt: null })
  })

  it('two processes tell a reminder once', async () => {
    const ticket = await w.answered()
    w.clock.advance(day)
    await Promise.all([run(), run(), run()])
    expect(await heard(ticket.id, 'waitsReview')).toHaveLength(1)
  })

  it('the citizen hears the new date after a pause that moved it, whoever was merged too; nothing where it moved nothing', async () => {
    const ticket = await w.handling()
    const child = await w.open()
    await act(child.id, 'dispatcher1', 'merge', { mainTicketId: ticket.id })
    const pause = () => act(ticket.id, 'dispatcher1', 'pause', { reason: 'thirdParty', note: '等待产权单位意见' })
    const resumed = () =>
      w.notices
        .filter(({ notice }) => notice === 'ticket.resumed')
        .map(({ ticketId, params }) => [ticketId, params['due']])
    await pause()
    await act(ticket.id, lead, 'resume')
    expect(resumed()).toEqual([])
    await pause()
    w.clock.advance(3 * day)
    const { dueAt } = await act(ticket.id, lead, 'resume')
    expect(resumed()).toEqual([
      [ticket.id, dueAt],
      [child.id, dueAt],
    ])
  })
})
