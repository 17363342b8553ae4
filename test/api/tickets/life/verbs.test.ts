import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../../../api/vocabulary/actor.ts'
import { engines } from '../../../support/databases.ts'
import { countedDays } from '../../../../api/clocks/working-time.ts'
import { counting, createTicketWorld, type TicketWorld } from '../support.ts'

const hour = 3_600_000
const lead = 'hedong-binjiang-1'

describe.each(engines)('acts on tickets, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const refused = (code: string) => expect.objectContaining({ code })
  const path = (code: keyof TicketWorld['world']['units']) => w.world.units[code]
  const noticesOf = (ticketId: string) =>
    w.notices.filter((text) => text.ticketId === ticketId).map(({ notice }) => notice)

  describe('races', () => {
    it('lets one of three dispatchers win and tells the others', async () => {
      const ticket = await w.open()
      const results = await Promise.allSettled(
        ['hedong', 'hexi', 'hedong-laoqiao'].map((code) =>
          w.tickets.act.act(w.actor('dispatcher1'), {
            ticketId: ticket.id,
            action: 'dispatch',
            version: ticket.version,
            input: { leadUnitId: w.world.units[code as 'hedong'] },
          }),
        ),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'ticket.conflict' })
      const leads = (await w.rows.assignments(ticket.id)).filter(({ role }) => role === 'lead')
      expect(leads).toHaveLength(1)
      expect((await w.rows.timeline(ticket.id)).filter(({ type }) => type === 'dispatch')).toHaveLength(1)
      expect(noticesOf(ticket.id)).toEqual(['ticket.dispatched'])
    })
    it('lets acts that were not made on a seen version wait their turn instead of failing', async () => {
      const ticket = await w.handling()
      await Promise.all(Array.from({ length: 12 }, () => w.act(ticket, 'agent1', 'urge')))
      expect(await w.rows.ticket(ticket.id)).toMatchObject({ urgeCount: 12, version: ticket.version + 12 })
    })
    it('gives numbers without gaps and without twins to many at once', async () => {
      const made = await Promise.all(Array.from({ length: 25 }, () => w.open()))
      expect(new Set(made.map(({ number }) => number)).size).toBe(25)
      const [row] = await w.db.q.select().from(w.db.t.counter)
      const all = await w.db.q.select({ id: w.db.t.ticket.id }).from(w.db.t.ticket)
      expect(row?.value).toBe(all.length - 1)
    })
    it('says what the ticket has become when it changed since it was seen', async () => {
      const ticket = await w.dispatched()
      await w.act(ticket, lead, 'sign')
      await expect(
        w.tickets.act.act(w.actor(lead), { ticketId: ticket.id, action: 'sign', version: ticket.version, input: {} }),
      ).rejects.toMatchObject({ code: 'ticket.conflict', extra: { state: 'handling', version: ticket.version + 1 } })
    })
  })

  describe('the order of lists', () => {
    const dispatchList = async () =>
      (await w.tickets.read.list(w.actor('dispatcher1'), { view: 'open', sort: 'clock', size: 100 })).items.map(
        ({ id }) => id,
      )
    it('puts a danger that no unit has before everything, and counts it as no overdue ticket', async () => {
      await w.dispatched()
      const danger = await w.open({ danger: 'gas', urgency: 'critical' })
      await w.open()
      expect((await dispatchList())[0]).toBe(danger.id)
      const late = await w.tickets.read.list(w.actor('dispatcher1'), {
        view: 'all',
        due: 'overdue',
        sort: 'clock',
        size: 100,
      })
      expect(late.items.map(({ id }) => id)).not.toContain(danger.id)

      const sent = await w.act(danger, 'dispatcher1', 'dispatch')
      expect(sent.dueSort).toEqual(sent.dueAt)
      const back = await w.act(
        await w.act(danger, lead, 'returnTicket', { reason: '非本单位管辖', basis: '职责清单' }),
        'dispatcher1',
        'upholdReturn',
        { note: '同意' },
      )
      expect(back.state).toBe('awaitingDispatch')
      expect((await dispatchList())[0]).toBe(danger.id)
    })
  })

  describe('scope', () => {
    it('hides tickets of other units like missing ones, shows them to copied units', async () => {
      const ticket = await w.dispatched()
      await expect(w.act(ticket, 'hexi-1', 'note', { text: 'x' })).rejects.toEqual(refused('ticket.not-found'))
      await expect(w.act(ticket, 'hedong-1', 'note', { text: '区里关注' })).resolves.toMatchObject({
        state: 'dispatched',
      })
      await expect(w.act(ticket, 'hedong-1', 'urge', { text: '请抓紧' })).resolves.toMatchObject({ urgeCount: 1 })
      await expect(w.act(ticket, 'hedong-1', 'sign')).rejects.toEqual(refused('auth.forbidden'))
    })
    it('lets a citizen urge and withdraw their own, and finds nobody else’s', async () => {
      const citizen = await w.citizen()
      const ticket = await w.dispatched({ citizenId: citizen.id })
      expect((await w.act(ticket, citizen, 'urge')).urgeCount).toBe(1)
      await expect(w.act(ticket, await w.citizen(), 'urge')).rejects.toEqual(refused('ticket.not-found'))
      expect(await w.act(ticket, citizen, 'withdraw', { reason: '已自行解决' })).toMatchObject({ state: 'withdrawn' })
      expect((await w.rows.assignments(ticket.id)).every(({ endReason }) => endReason === 'withdrawn')).toBe(true)
    })
    it('refuses what is no input of the act, naming the fields', async () => {
      const ticket = await w.handling()
      await expect(w.act(ticket, lead, 'answer', { text: ' ', result: 'a', extra: 1 })).rejects.toMatchObject({
        code: 'request.invalid',
        extra: { errors: expect.arrayContaining([expect.objectContaining({ path: 'text' })]) },
      })
    })
  })

  describe('dispatch', () => {
    it('takes co-handling and copied units, each once, and copies the district of a street', async () => {
      const ticket = await w.act(await w.open(), 'dispatcher1', 'dispatch', {
        leadUnitId: path('hedong-laoqiao'),
        coUnitIds: [path('water-bureau'), path('hedong-laoqiao')],
        copyUnitIds: [path('water-bureau'), path('housing-bureau')],
        instruction: '现场核查',
      })
      const rows = await w.rows.assignments(ticket.id)
      const of = (role: string) => rows.filter((row) => row.role === role).map(({ unitId }) => unitId)
      expect(of('lead')).toEqual([path('hedong-laoqiao')])
      expect(of('co')).toEqual([path('water-bureau')])
      expect(of('copied').sort()).toEqual([path('housing-bureau'), path('hedong')].sort())
      expect(ticket.whyUnit).toBe('chosen')
      expect(rows.find(({ role }) => role === 'lead')).toMatchObject({
        instruction: '现场核查',
        signBy: expect.any(Date),
        contactBy: expect.any(Date),
        dueAt: ticket.dueAt,
      })
      expect(rows.find(({ role }) => role === 'copied')).toMatchObject({ dueAt: null, signBy: null })
    })
    it('lets a co-handling unit report and nobody else', async () => {
      const ticket = await w.act(await w.open(), 'dispatcher1', 'dispatch', { coUnitIds: [path('water-bureau')] })
      await w.act(ticket, 'water-bureau-1', 'report', { finished: false, text: '正在排查管线' })
      await w.act(ticket, 'water-bureau-1', 'report', { finished: true, text: '管线正常' })
      await expect(w.act(ticket, lead, 'report', { finished: true, text: 'x' })).rejects.toEqual(
        refused('auth.forbidden'),
      )
      expect((await w.rows.assignments(ticket.id)).find(({ role }) => role === 'co')).toMatchObject({
        answeredAt: expect.any(Date),
        signedAt: expect.any(Date),
      })
    })
    it('chooses the limit by matter and urgency and keeps its basis', async () => {
      const water = await w.act(
        await w.open({ matterCode: 'municipal.water.burst-pipe', streetId: null }),
        'dispatcher1',
        'dispatch',
      )
      expect(water).toMatchObject({
        urgency: 'urgent',
        leadUnitId: path('water-bureau'),
        whyUnit: 'matterUnit',
        clock: { limit: { value: 24, unit: 'h' }, basis: '默认：紧急事项24小时' },
      })
      const byHand = await w.act(await w.open(), 'dispatcher1', 'dispatch', {
        limit: { value: 20, unit: 'wd', basis: '《政府信息公开条例》第三十三条' },
      })
      expect(byHand.clock).toMatchObject({
        limit: { value: 20, unit: 'wd' },
        basis: '《政府信息公开条例》第三十三条',
        grade: 'D',
        ruleId: null,
      })
    })
    it('takes a limit of broken hours, and none of broken days', async () => {
      const ticket = await w.open()
      const within = (value: number, unit: string) =>
        w.act(ticket, 'dispatcher1', 'dispatch', { limit: { value, unit, basis: '领导批示' } })
      for (const unit of ['wd', 'cd'])
        await expect(within(0.5, unit)).rejects.toMatchObject({
          code: 'request.invalid',
          extra: { errors: [expect.objectContaining({ path: 'limit.value' })] },
        })
      expect((await within(1.5, 'h')).clock?.limit).toEqual({ value: 1.5, unit: 'h' })
    })
    it('needs a known unit, a known matter', async () => {
      await expect(
        w.act(await w.open({ streetId: null, districtId: null }), 'dispatcher1', 'dispatch'),
      ).rejects.toEqual(refused('ticket.unit-unresolved'))
      await expect(
        w.act(await w.open(), 'dispatcher1', 'dispatch', { leadUnitId: 'unt_00000000000000000000' }),
      ).rejects.toEqual(refused('ticket.unit-unknown'))
      await expect(w.act(await w.open({ matterCode: null }), 'dispatcher1', 'dispatch')).rejects.toEqual(
        refused('ticket.matter-unknown'),
      )
      await expect(w.open({ matterCode: 'municipal.water' })).rejects.toEqual(refused('ticket.matter-unknown'))
    })
    it('never lets the accused unit, or anything under it, have a violation report (JN 32)', async () => {
      const accused = {
        matterCode: 'market.consumer.fake-goods',
        kind: 'violationReport' as const,
        respondentUnitId: path('hedong'),
      }
      const ticket = await w.open(accused)
      for (const unit of ['hedong', 'hedong-binjiang'] as const) {
        await expect(w.act(ticket, 'dispatcher1', 'dispatch', { leadUnitId: path(unit) })).rejects.toEqual(
          refused('ticket.unit-excluded'),
        )
        await expect(w.act(ticket, 'dispatcher1', 'dispatch', { copyUnitIds: [path(unit)] })).rejects.toEqual(
          refused('ticket.unit-excluded'),
        )
      }
      const sent = await w.act(ticket, 'dispatcher1', 'dispatch')
      expect((await w.rows.assignments(sent.id)).map(({ unitId }) => unitId)).toEqual([path('market-bureau')])
    })
    it('hides a ticket from a unit that had it once the unit is the one accused', async () => {
      const ticket = await w.handling()
      await w.act(ticket, lead, 'returnTicket', { reason: '非本单位职责', basis: '派单目录' })
      await w.act(ticket, 'dispatcher1', 'upholdReturn', { note: '成立' })
      await expect(w.act(ticket, lead, 'note', { text: '看得到' })).rejects.toEqual(refused('auth.forbidden'))
      await w.act(ticket, 'dispatcher1', 'reclassify', {
        kind: 'violationReport',
        respondentUnitId: path('hedong-binjiang'),
      })
      await expect(w.act(ticket, lead, 'note', { text: '看不到' })).rejects.toEqual(refused('ticket.not-found'))
      await expect(w.act(ticket, 'hedong-1', 'note', { text: '上级看得到' })).rejects.toEqual(refused('auth.forbidden'))
    })
  })

  describe('returns', () => {
    const asked = { reason: '道路归属绿化部门', basis: '派单目录 3.2' }
    it('upheld: the clock is taken off, the assignment ends, the next dispatch starts a new limit', async () => {
      const ticket = await w.handling()
      const returning = await w.act(ticket, lead, 'returnTicket', { ...asked, suggestedUnitId: path('housing-bureau') })
      expect(returning).toMatchObject({
        state: 'returnRequested',
        stateBefore: 'handling',
        returnCount: 1,
        dueAt: ticket.dueAt,
      })
      w.clock.advance(30 * hour)
      const upheld = await w.act(ticket, 'dispatcher1', 'upholdReturn', { note: '异议成立' })
      expect(upheld).toMatchObject({
        state: 'awaitingDispatch',
        dueAt: null,
        clock: null,
        leadUnitId: null,
        designated: false,
      })
      expect((await w.rows.assignments(ticket.id)).map(({ endReason }) => endReason)).toEqual(['returned', 'returned'])
      const again = await w.act(ticket, 'dispatcher1', 'dispatch', { leadUnitId: path('housing-bureau') })
      expect(again.dueAt && ticket.dueAt && again.dueAt > ticket.dueAt).toBe(true)
      expect((await w.rows.assignments(ticket.id)).find(({ endedAt }) => endedAt === null)).toMatchObject({
        round: 1,
        unitId: path('housing-bureau'),
      })
    })
    it('rejected: back to where it was, the clock never stopped', async () => {
      const ticket = await w.dispatched()
      await w.act(ticket, lead, 'returnTicket', asked)
      w.clock.advance(hour)
      expect(await w.act(ticket, 'dispatcher1', 'rejectReturn', { note: '属地负责' })).toMatchObject({
        state: 'dispatched',
        dueAt: ticket.dueAt,
        stateBefore: null,
      })
      await expect(w.act(ticket, lead, 'returnTicket', asked)).resolves.toMatchObject({ returnCount: 2 })
    })
    it('designated: the unit must keep it (WF 22); the same unit keeps its clock, another gets a new one', async () => {
      const ticket = await w.handling()
      await w.act(ticket, lead, 'returnTicket', asked)
      w.clock.advance(30 * hour)
      const kept = await w.act(ticket, 'dispatcher1', 'designate', {
        leadUnitId: path('hedong-binjiang'),
        reason: '经研究由属地办理',
      })
      expect(kept).toMatchObject({ state: 'handling', designated: true, whyUnit: 'designated', dueAt: ticket.dueAt })
      await expect(w.act(ticket, lead, 'returnTicket', asked)).rejects.toEqual(refused('ticket.designated'))

      const other = await w.handling()
      await w.act(other, lead, 'returnTicket', asked)
      w.clock.advance(30 * hour)
      const moved = await w.act(other, 'dispatcher1', 'designate', {
        leadUnitId: path('hedong-laoqiao'),
        reason: '指定',
      })
      expect(moved.dueAt && other.dueAt && moved.dueAt > other.dueAt).toBe(true)
      expect(noticesOf(ticket.id)).toEqual(['ticket.dispatched'])
      expect(noticesOf(other.id)).toEqual(['ticket.dispatched', 'ticket.dispatched'])
      expect(w.notices.at(-1)?.params).toMatchObject({ unit: { name: '老桥街道' }, due: moved.dueAt })
      const rows = await w.db.q.select().from(w.db.t.returnRequest)
      expect(rows.filter(({ ticketId }) => ticketId === ticket.id).map(({ state }) => state)).toEqual(['rejected'])
      expect(rows.filter(({ ticketId }) => ticketId === other.id).map(({ state }) => state)).toEqual(['upheld'])
    })
    it('designated to another unit: what the first one asked for is void, and the new one may ask', async () => {
      const ticket = await w.handling()
      await w.act(ticket, lead, 'extend', { workingDays: 2, reason: '等待配件' })
      await w.act(ticket, lead, 'returnTicket', asked)
      await w.act(ticket, 'dispatcher1', 'designate', { leadUnitId: path('hexi'), reason: '指定' })
      await expect(w.act(ticket, 'reviewer1', 'approveExtension')).rejects.toEqual(refused('ticket.nothing-pending'))
      await w.act(ticket, 'hexi-1', 'sign')
      await w.act(ticket, 'hexi-1', 'extend', { workingDays: 3, reason: '等待检测' })
      expect(await w.act(ticket, 'reviewer1', 'approveExtension')).toMatchObject({ extensionCount: 1 })
    })
    it('designated before any dispatch: the citizen hears of unit and limit all the same', async () => {
      const ticket = await w.open()
      await w.act(ticket, 'dispatcher1', 'designate', { leadUnitId: path('hexi'), reason: '职责交叉，指定承办' })
      expect(noticesOf(ticket.id)).toEqual(['ticket.dispatched'])
    })
    it('re-dispatch without an objection moves no clock', async () => {
      const ticket = await w.handling()
      w.clock.advance(20 * hour)
      const moved = await w.act(ticket, 'dispatcher1', 'redispatch', {
        leadUnitId: path('hedong-laoqiao'),
        reason: '调整',
      })
      expect(moved).toMatchObject({
        state: 'dispatched',
        dueAt: ticket.dueAt,
        dispatchedAt: ticket.dispatchedAt,
        leadUnitId: path('hedong-laoqiao'),
      })
    })
  })

  describe('the limit', () => {
    it('is extended once, before expiry, by working days from the old due time', async () => {
      const ticket = await w.handling()
      await w.act(ticket, lead, 'extend', { workingDays: 3, reason: '等待配件' })
      expect((await w.rows.ticket(ticket.id)).dueAt).toEqual(ticket.dueAt)
      await expect(w.act(ticket, lead, 'extend', { workingDays: 1, reason: '再要' })).rejects.toEqual(
        refused('ticket.request-pending'),
      )
      await expect(w.act(ticket, lead, 'approveExtension')).rejects.toEqual(refused('auth.forbidden'))
      const longer = await w.act(ticket, 'reviewer1', 'approveExtension', { note: '同意' })
      expect(longer.dueAt && ticket.dueAt && longer.dueAt.getTime() - ticket.dueAt.getTime()).toBeGreaterThanOrEqual(
        3 * 24 * hour,
      )
      expect(longer).toMatchObject({ extensionCount: 1, dueSort: longer.dueAt })
      expect(noticesOf(ticket.id)).toContain('ticket.extended')
      await expect(w.act(ticket, lead, 'extend', { workingDays: 1, reason: '再要' })).rejects.toEqual(
        refused('ticket.already-extended'),
      )
      const parts = await w.rows.assignments(ticket.id)
      expect(parts.find(({ role }) => role === 'lead')?.dueAt).toEqual(longer.dueAt)
      expect(parts.find(({ role }) => role === 'copied')?.dueAt).toBeNull()
    })
    it('asked in time and decided late is still granted; asked late is refused', async () => {
      const ticket = await w.handling()
      await w.act(ticket, lead, 'extend', { workingDays: 2, reason: '等待配件' })
      const start = w.clock.now()
      w.clock.set(new Date((ticket.dueAt?.getTime() ?? 0) + hour))
      const late = await w.act(ticket, 'supervisor1', 'approveExtension')
      expect(late.dueAt && late.dueAt > w.clock.now()).toBe(true)
      w.clock.set(new Date((late.dueAt?.getTime() ?? 0) + 1))
      const other = { ...late, id: ticket.id }
      await expect(w.act(other, lead, 'extend', { workingDays: 1, reason: '太晚' })).rejects.toEqual(
        refused('ticket.limit-expired'),
      )
      await expect(w.act(other, 'dispatcher1', 'pause', { reason: 'appraisal', note: '太晚' })).rejects.toEqual(
        refused('ticket.limit-expired'),
      )
      w.clock.set(start)
    })
    it('asked in time, paused since and decided late is granted as well', async () => {
      const start = w.clock.now()
      const ticket = await w.handling()
      await w.act(ticket, lead, 'extend', { workingDays: 2, reason: '等待配件' })
      w.clock.advance(hour)
      await w.act(ticket, 'dispatcher1', 'pause', { reason: 'appraisal', note: '等待检测' })
      w.clock.advance(hour)
      const { dueAt } = await w.act(ticket, lead, 'resume')
      w.clock.set(new Date((dueAt?.getTime() ?? 0) + hour))
      const late = await w.act(ticket, 'reviewer1', 'approveExtension')
      expect(late.dueAt && dueAt && late.dueAt.getTime() - dueAt.getTime()).toBeGreaterThanOrEqual(48 * hour)
      w.clock.set(start)
    })
    it('stands still while paused and goes on with what was left', async () => {
      const ticket = await w.handling()
      w.clock.advance(2 * hour)
      const paused = await w.act(ticket, 'hedong-binjiang-head', 'pause', {
        reason: 'thirdParty',
        note: '等待鉴定意见',
      })
      expect(paused).toMatchObject({ state: 'paused', stateBefore: 'handling', warnAt: null })
      expect(paused.dueSort.getUTCFullYear()).toBe(9999)
      const pausedAt = w.clock.now()
      w.clock.advance(48 * hour)
      const resumed = await w.act(ticket, lead, 'resume')
      expect(resumed.state).toBe('handling')
      expect(resumed.dueAt && ticket.dueAt && resumed.dueAt > ticket.dueAt).toBe(true)
      // The working days that were left are left again, whatever weekend lies between; the last one ends at 24:00.
      const { calendar } = counting
      const days = (from: Date, due: Date | null) =>
        countedDays('wd', calendar.zone.dateOf(from), calendar.zone.dateOf(due ?? from), counting)
      expect(days(w.clock.now(), resumed.dueAt)).toBe(days(pausedAt, ticket.dueAt))
      expect(resumed.dueAt?.toISOString()).toMatch(/T15:59:59\.999Z$/)
    })
    it('stops for a supplement only when the citizen is told what to supply', async () => {
      const ticket = await w.handling()
      const pause = (told?: string) =>
        w.act(ticket, 'dispatcher1', 'pause', { reason: 'supplement', note: '缺照片', ...(told && { told }) })
      await expect(pause()).rejects.toMatchObject({
        code: 'request.invalid',
        extra: { errors: [expect.objectContaining({ path: 'told' })] },
      })
      expect((await pause('请补充现场照片。')).state).toBe('paused')
      expect(w.notices.at(-1)).toMatchObject({
        ticketId: ticket.id,
        notice: 'ticket.paused',
        params: { told: '请补充现场照片' },
      })
    })
    it('is moved by no remark, urge, supplement, supervision or contact', async () => {
      const ticket = await w.handling()
      w.clock.advance(hour)
      await w.act(ticket, lead, 'note', { text: '备注' })
      await w.act(ticket, 'agent1', 'urge', { text: '市民催办' })
      await w.act(ticket, 'agent1', 'supplement', { text: '又堆了一堆建筑垃圾' })
      await w.act(ticket, 'supervisor1', 'supervise', { kind: 'daily', trigger: 'repeated', text: '重点督办' })
      const after = await w.act(ticket, lead, 'firstContact', { how: 'phone', reached: true, text: '已联系' })
      expect(after).toMatchObject({
        dueAt: ticket.dueAt,
        dueSort: ticket.dueSort,
        clock: ticket.clock,
        warnAt: ticket.warnAt,
        urgeCount: 1,
        supervised: true,
      })
      expect(after.searchText).toContain('建筑垃圾')
    })
    it('takes no contact of tomorrow, nor of a time when the unit did not have the ticket', async () => {
      const ticket = await w.handling()
      const since = w.clock.now().getTime()
      w.clock.advance(hour)
      const contact = (ms: number) =>
        w.act(ticket, lead, 'firstContact', {
          how: 'phone',
          reached: true,
          text: '已联系',
          at: new Date(ms).toISOString(),
        })
      for (const ms of [since + 25 * hour, since + hour + 61_000, since - 61_000])
        await expect(contact(ms)).rejects.toMatchObject({
          code: 'request.invalid',
          extra: { errors: [expect.objectContaining({ path: 'at' })] },
        })
      const at = async () => (await w.rows.assignments(ticket.id)).find(({ role }) => role === 'lead')?.contactedAt
      expect(await at()).toBeNull()
      // The minute in which the ticket came, as a form writes it.
      await contact(since - 59_000)
      expect(await at()).toEqual(new Date(since))
    })
    it('measures the first contact once, and not a vain try', async () => {
      const ticket = await w.handling()
      await w.act(ticket, lead, 'firstContact', { how: 'phone', reached: false, text: '无人接听' })
      const of = async () => (await w.rows.assignments(ticket.id)).find(({ role }) => role === 'lead')?.contactedAt
      expect(await of()).toBeNull()
      w.clock.advance(hour)
      await w.act(ticket, lead, 'firstContact', { how: 'visit', reached: true, text: '上门见到市民' })
      const first = await of()
      w.clock.advance(hour)
      await w.act(ticket, lead, 'firstContact', { how: 'phone', reached: true, text: '再次联系' })
      expect(first).toBeInstanceOf(Date)
      expect(await of()).toEqual(first)
    })
  })

  describe('answer and review', () => {
    it('sent back: the same due time, as if it had not been answered', async () => {
      const ticket = await w.answered()
      expect(ticket).toMatchObject({ state: 'answered', answeredAt: w.clock.now() })
      expect(ticket.dueSort.getUTCFullYear()).toBe(9999)
      const back = await w.act(ticket, 'reviewer1', 'sendBack', { note: '未说明整改措施' })
      expect(back).toMatchObject({ state: 'handling', answeredAt: null, dueAt: ticket.dueAt, dueSort: ticket.dueAt })
      await w.act(ticket, lead, 'answer', { text: '第二次答复', result: '第二次反馈' })
      await w.act(ticket, 'reviewer1', 'passReview')
      const answers = (await w.db.q.select().from(w.db.t.answer)).filter(({ ticketId }) => ticketId === ticket.id)
      expect(answers.map(({ state }) => state)).toEqual(['sentBack', 'passed'])
      expect(
        w.notices.findLast((text) => text.ticketId === ticket.id && text.notice === 'ticket.answered')?.params,
      ).toMatchObject({ answer: '第二次答复' })
    })
    it('closes at once where no reply is wanted, with that reason and without a text', async () => {
      const ticket = await w.reviewed({ replyWanted: false })
      expect(ticket).toMatchObject({ state: 'closed', closeReason: 'noReplyWanted', closedAt: w.clock.now() })
      expect(await w.rows.followUps(ticket.id)).toEqual([])
      expect(noticesOf(ticket.id)).toEqual([])
    })
    it('does not close before somebody asked, not even by a supervisor', async () => {
      const ticket = await w.reviewed()
      await expect(w.act(ticket, 'supervisor1', 'close')).rejects.toEqual(refused('ticket.follow-up-missing'))
    })
    it('refuses attachments that are another ticket’s', async () => {
      const [one, two] = [await w.handling(), await w.handling()]
      await w.db.tx(async (tx) => {
        await tx.q
          .insert(tx.t.attachment)
          .values({
            id: `att_${'0'.repeat(20)}`,
            ticketId: one.id,
            name: 'a.jpg',
            contentType: 'image/jpeg',
            size: 1,
            sha256: 'x',
            state: 'stored',
            createdAt: w.clock.now(),
          })
          .onConflictDoNothing()
      })
      await expect(
        w.act(two, lead, 'answer', { text: 'a', result: 'b', attachmentIds: [`att_${'0'.repeat(20)}`] }),
      ).rejects.toEqual(refused('attachment.missing'))
      expect((await w.rows.ticket(two.id)).state).toBe('handling')
    })
    it('takes the files of whoever acts, and nobody else’s upload', async () => {
      const [ours, theirs] = [w.deps.ids.next('attachment'), w.deps.ids.next('attachment')]
      const file = { name: 'a.jpg', contentType: 'image/jpeg', size: 1, sha256: 'y', state: 'stored' } as const
      const row = (id: string, by: 'hexi-1' | typeof lead) => ({
        ...file,
        id,
        uploadedBy: w.actor(by).id,
        createdAt: w.clock.now(),
      })
      await w.db.tx((tx) => tx.q.insert(tx.t.attachment).values([row(ours, lead), row(theirs, 'hexi-1')]))
      const ticket = await w.handling()
      const answer = { text: '已清运', result: '已办' }
      await expect(w.act(ticket, lead, 'answer', { ...answer, attachmentIds: [ours, theirs] })).rejects.toEqual(
        refused('attachment.missing'),
      )
      const rows = await w.db.q.select().from(w.db.t.attachment)
      expect(rows.filter(({ id }) => id === ours || id === theirs).map(({ ticketId }) => ticketId)).toEqual([
        null,
        null,
      ])
      expect(await w.act(ticket, lead, 'answer', { ...answer, attachmentIds: [ours, ours] })).toMatchObject({
        state: 'answered',
      })
    })
  })

  describe('redo', () => {
    it('gives a new limit, counts, and goes to the same units in a new round', async () => {
      const ticket = await w.reviewed()
      w.clock.advance(24 * hour)
      const redone = await w.act(ticket, 'followup1', 'redo', { reason: '市民反映没有清运' })
      expect(redone).toMatchObject({
        state: 'dispatched',
        redoCount: 1,
        answeredAt: null,
        closedAt: null,
        extensionCount: 0,
        warned: 0,
      })
      expect(redone.dueAt && ticket.dueAt && redone.dueAt > ticket.dueAt).toBe(true)
      const rows = await w.rows.assignments(ticket.id)
      expect(
        rows.filter(({ endedAt }) => endedAt === null).map(({ role, round, unitId }) => [role, round, unitId]),
      ).toEqual(
        expect.arrayContaining([
          ['copied', 1, path('hedong')],
          ['lead', 1, path('hedong-binjiang')],
        ]),
      )
      expect(await w.rows.followUps(ticket.id)).toMatchObject([{ state: 'cancelled' }])
      await w.act(ticket, lead, 'sign')
      await expect(w.act(ticket, lead, 'extend', { workingDays: 1, reason: '新的期限可以申请' })).resolves.toBeTruthy()
    })
    it('has nobody to redo what was answered on the spot', async () => {
      const ticket = await w.act(await w.open({ matterCode: null, accept: false }), 'agent1', 'answerDirectly', {
        text: '阶梯水价见公告',
      })
      expect(ticket).toMatchObject({ state: 'closed', closeReason: 'answeredDirectly' })
      await expect(w.act(ticket, 'supervisor1', 'redo', { reason: 'x' })).rejects.toEqual(
        refused('ticket.illegal-transition'),
      )
    })
  })

  describe('merge', () => {
    it('answers and asks the citizens of merged requests through the main ticket', async () => {
      const main = await w.handling()
      const child = await w.act(await w.dispatched(), 'dispatcher1', 'merge', {
        mainTicketId: main.id,
        reason: '同一处垃圾',
      })
      expect(child).toMatchObject({ state: 'merged', mainTicketId: main.id })
      await w.act(main, lead, 'answer', { text: '已清运', result: '完成' })
      await w.act(main, 'reviewer1', 'passReview')
      expect(noticesOf(child.id)).toEqual([
        'ticket.dispatched',
        'ticket.merged',
        'ticket.answered',
        'followUp.contacted',
      ])
      expect(
        w.notices.findLast((text) => text.ticketId === child.id && text.notice === 'ticket.answered')?.params,
      ).toMatchObject({ number: child.number, answer: '已清运' })
      expect(await w.rows.followUps(child.id)).toMatchObject([{ state: 'asking', unitId: path('hedong-binjiang') }])
    })
    it('tells the main number only to whom it belongs', async () => {
      const main = await w.handling()
      const merged = async (citizenId: string) => {
        const { id } = await w.act(await w.open({ citizenId }), 'agent1', 'merge', { mainTicketId: main.id })
        return w.notices.find((text) => text.ticketId === id && text.notice === 'ticket.merged')?.params['main']
      }
      expect(await merged(main.citizenId)).toBe(main.number)
      expect(await merged((await w.citizen()).id)).toBeUndefined()
    })
    it('takes along what was merged before, and refuses itself, the closed and the unknown', async () => {
      const [main, middle, child] = [await w.open(), await w.open(), await w.open()]
      await w.act(child, 'agent1', 'merge', { mainTicketId: middle.id })
      await w.act(middle, 'agent1', 'merge', { mainTicketId: main.id })
      expect((await w.rows.ticket(child.id)).mainTicketId).toBe(main.id)
      await expect(w.act(main, 'agent1', 'merge', { mainTicketId: main.id })).rejects.toEqual(
        refused('ticket.merge-target'),
      )
      await expect(w.act(main, 'agent1', 'merge', { mainTicketId: child.id })).rejects.toEqual(
        refused('ticket.merge-target'),
      )
      await expect(w.act(main, 'agent1', 'merge', { mainTicketId: `tkt_${'0'.repeat(20)}` })).rejects.toEqual(
        refused('ticket.not-found'),
      )
      await expect(w.act(main, 'agent1', 'withdraw', { reason: '不要了' })).rejects.toEqual(
        refused('ticket.has-merged'),
      )
    })
  })

  describe('other ends', () => {
    it('declines with outcome, route and what was told', async () => {
      const ticket = await w.act(await w.open(), 'agent1', 'decline', {
        outcome: 'statutoryRoute',
        route: '向人民法院起诉',
        told: '该纠纷已进入诉讼程序',
      })
      expect(ticket).toMatchObject({
        state: 'declined',
        outcome: 'statutoryRoute',
        closedAt: w.clock.now(),
        warnAt: null,
      })
      await expect(
        w.act(await w.open(), 'agent1', 'decline', { outcome: 'statutoryRoute', route: '', told: 'x' }),
      ).rejects.toEqual(refused('request.invalid'))
    })
    it('transfers out, terminates, and keeps remarks possible afterwards', async () => {
      const out = await w.act(await w.open(), 'agent1', 'transferOut', {
        to: '110',
        connected: true,
        told: '已转接110',
      })
      expect(out).toMatchObject({ state: 'transferredOut', outcome: '110' })
      const ended = await w.act(await w.handling(), 'dispatcher1', 'terminate', {
        ground: 'citizenRefuses',
        reason: '多次拒绝配合',
        told: '因无法核实，终止办理',
      })
      expect(ended).toMatchObject({ state: 'terminated', outcome: 'citizenRefuses' })
      await expect(w.act(out, 'agent1', 'note', { text: '110回执已收到' })).resolves.toMatchObject({
        state: 'transferredOut',
      })
    })
  })

  describe('opening', () => {
    it('is received until somebody accepts; a threshold decision is stored as one', async () => {
      const plain = await w.open({ accept: false, matterCode: null, decidedBy: null })
      expect(plain).toMatchObject({ state: 'received', acceptedAt: null, decidedBy: null })
      await w.act(plain, 'agent1', 'accept')
      await expect(w.act(plain, 'agent1', 'submit')).rejects.toEqual(refused('ticket.matter-unknown'))
      await w.act(plain, 'agent1', 'reclassify', { matterCode: 'municipal.order.rubbish' })
      const there = { districtId: path('hedong'), streetId: path('hedong-binjiang') }
      await w.act(plain, 'agent1', 'reclassify', there)
      await expect(w.act(plain, 'agent1', 'reclassify', { districtId: path('hexi') })).rejects.toEqual(
        refused('ticket.area-mismatch'),
      )
      await w.act(plain, 'agent1', 'reclassify', { districtId: path('hexi'), streetId: null })
      expect(await w.act(plain, 'agent1', 'submit')).toMatchObject({
        state: 'awaitingDispatch',
        kind: 'complaint',
        decidedBy: 'person',
      })
      expect(w.triage.learnt).toContain('municipal.order.rubbish')
      const accepted = await w.open()
      expect(accepted.decidedBy).toBe('threshold')
      expect((await w.rows.timeline(accepted.id)).map(({ type, data }) => [type, data])).toEqual([
        ['created', { channel: 'sms', danger: null }],
        ['accept', { from: 'received', to: 'accepted' }],
        ['submit', { from: 'accepted', to: 'awaitingDispatch' }],
      ])
    })
    it('alerts every agent of a danger', async () => {
      const ticket = await w.open({ danger: 'gas', urgency: 'critical' })
      const events = (await w.db.q.select().from(w.db.t.liveEvent)).filter(({ entityId }) => entityId === ticket.id)
      expect(events.map(({ topic, type }) => [topic, type])).toEqual([
        ['ticket', 'created'],
        ['alert', 'danger'],
      ])
      expect(events[1]?.audience.roles).toContain('agent')
    })
    it('keeps every kind of text as it was said', async () => {
      const text = '👩‍👩‍👧 噪音 é (e\u0301) مرحبا ‮abc‬ 𠮷野家\n第二行'
      const ticket = await w.open({ text })
      expect((await w.rows.ticket(ticket.id)).request).toBe(text)
      await expect(w.act(ticket, 'agent1', 'note', { text: 'a\u0000b' })).rejects.toEqual(refused('request.invalid'))
    })
    it('writes timeline, audit and live in the same transaction as the ticket', async () => {
      const before = (await w.db.q.select().from(w.db.t.audit)).length
      await expect(
        w.db.tx(async (tx) => {
          await w.tickets.openTicketIn(tx, systemActor('test'), {
            channel: 'sms',
            lineId: null,
            contactId: null,
            citizenId: 'ctz_x',
            text: 'a',
          })
          throw new Error('after')
        }),
      ).rejects.toThrow('after')
      expect((await w.db.q.select().from(w.db.t.audit)).length).toBe(before)
    })
  })
})
