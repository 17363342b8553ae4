import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAudit } from '../../../../api/audit/audit.ts'
import { createDeskNotices } from '../../../../api/desk-notices/desk-notices.ts'
import { createInsight } from '../../../../api/insight/insight.ts'
import { createAttachments, type AttachmentDeps } from '../../../../api/tickets/files/attachments.ts'
import { hears } from '../../../../api/platform/live/live.ts'
import { Problem } from '../../../../api/platform/problem.ts'
import { TicketQuery } from '../../../../api/tickets/reading/ticket-list.query.ts'
import type { Ticket } from '../../../../api/tickets/tickets.ts'
import { systemActor, type StaffActor } from '../../../../api/vocabulary/actor.ts'
import { isAccused, isParty, postsOf } from '../../../../api/vocabulary/accused.ts'
import type { Role } from '../../../../api/vocabulary/directory.ts'
import { engines } from '../../../support/databases.ts'
import type { WorldStaff, WorldUnit } from '../../../support/world.ts'
import { counting, createTicketWorld, type TicketWorld } from '../support.ts'

const excluded = expect.objectContaining({ code: 'ticket.unit-excluded' })
const apart = expect.objectContaining({ code: 'ticket.merge-excluded' })

describe('who is party to a report', () => {
  const since = new Date('2026-06-01T00:00:00Z')
  const of = (roles: Role[], unitPath: string, formerPosts: StaffActor['formerPosts'] = []): StaffActor => ({
    kind: 'staff',
    id: 'stf_1',
    name: '某',
    roles,
    unitId: '',
    unitPath,
    formerPosts,
    requestId: null,
  })
  const left = (unitPath: string, until: string) => [{ unitPath, until: new Date(until) }]
  it.each([
    ['the unit itself', of(['unitStaff'], '/c/d/'), true],
    ['a unit under it', of(['unitStaff'], '/c/d/s/'), true],
    ['the unit above it', of(['unitHead'], '/c/'), false],
    ['another unit', of(['unitStaff'], '/c/e/'), false],
    ['one whose id begins alike', of(['unitStaff'], '/c/dd/'), false],
    ['the hotline', of(['dispatcher'], '/c/'), false],
    ['somebody of the hotline who sits in the unit', of(['dispatcher'], '/c/d/'), true],
    ['who left it before the report', of(['unitStaff'], '/c/e/', left('/c/d/', '2026-05-31T23:59:59Z')), false],
    ['who left it since', of(['unitStaff'], '/c/e/', left('/c/d/s/', '2026-06-01T00:00:00Z')), true],
    ['who left it for the hotline', of(['supervisor'], '/c/', left('/c/d/', '2026-06-02T00:00:00Z')), true],
  ])('%s: %s', (_, actor, expected) => {
    expect(isParty(actor, { unitId: 'd', since })).toBe(expected)
    expect(hears({ ...actor }, { all: true, accused: { unitId: 'd', since: since.toISOString() } })).toBe(!expected)
  })
  it('somebody must take a report on the hotline itself', () => {
    expect(postsOf(of(['supervisor'], '/c/'))).toEqual([])
    expect(isParty(of(['unitStaff'], '/c/'), { unitId: 'c', since })).toBe(true)
  })
  it('is asked for every unit of the line', () => {
    expect(isAccused(['d'], '/c/d/s/')).toBe(true)
    expect(isAccused(['s'], '/c/d/')).toBe(false)
    expect(isAccused([], '/c/d/')).toBe(false)
  })
})

describe.each(engines)('a report on a unit never reaches it, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const unit = (code: WorldUnit) => w.world.units[code]
  const staff = {
    accused: ['hedong-1', 'hedong-head'],
    under: ['hedong-binjiang-1', 'hedong-binjiang-head', 'hedong-laoqiao-1'],
  } as const satisfies Record<string, readonly WorldStaff[]>
  /** A report on the district Hedong, which the market bureau handles. */
  const report = async (over: Parameters<typeof w.open>[0] = {}) =>
    w.open({
      matterCode: 'market.consumer.fake-goods',
      text: '举报河东区工作人员收受好处',
      respondentUnitId: unit('hedong'),
      ...over,
    })
  const files: AttachmentDeps['files'] = {
    put: async () => '',
    get: async () => Buffer.from('x'),
  }

  /** Every way to learn of a ticket: what comes out of each. */
  const ways: Record<string, (reader: StaffActor, ticket: Ticket) => Promise<boolean>> = {
    page: async (reader, { id }) => found(w.tickets.read.ticket(reader, id)),
    number: async (reader, { number }) => found(w.tickets.read.byNumber(reader, number)),
    timeline: async (reader, { id }) => found(w.tickets.read.timeline(reader, id, { size: 50 })),
    plan: async (reader, { id }) => found(w.tickets.read.plan(reader, { ticketId: id, action: 'redispatch' })),
    act: async (reader, ticket) =>
      w.act(ticket, reader, 'note', { text: '看得到' }).then(
        () => true,
        (error: unknown) => !(error instanceof Problem && error.code === 'ticket.not-found'),
      ),
    list: async (reader, { id }) => (await listed(reader)).includes(id),
    searchByNumber: async (reader, { id, number }) => (await listed(reader, number)).includes(id),
    searchByWords: async (reader, { id }) => (await listed(reader, '收受好处')).includes(id),
    alike: async (reader, { id, request, citizenId }) =>
      (
        await w.tickets.lookAlikes(reader, {
          text: request,
          matterCode: 'market.consumer.fake-goods',
          streetId: unit('hedong-binjiang'),
          districtId: unit('hedong'),
          citizenId,
          exceptId: null,
        })
      ).some(({ ticket }) => ticket.id === id),
    file: async (reader, { id }) => found(createAttachments({ ...w.deps, files }).download(reader, await fileOf(id))),
    citizen: async (reader, { citizenId, id }) =>
      w.citizens.tickets(reader, { id: citizenId, size: 50 }).then(
        ({ items }) => items.some((row) => row.id === id),
        () => false,
      ),
    reveal: async (reader, { citizenId }) => found(w.citizens.reveal(reader, citizenId, { reason: '联系市民' })),
    audit: async (reader, { id, number }) =>
      createAudit(w.deps)
        .list(reader, { entityId: number, size: 50 })
        .then(
          ({ items }) => items.some((row) => row.entityId === id),
          () => false,
        ),
    auditByTime: async (reader, { id }) =>
      createAudit(w.deps)
        .list(reader, { size: 200 })
        .then(
          ({ items }) => items.some((row) => row.entityId === id),
          () => false,
        ),
    live: async (reader, { id }) =>
      (await w.db.q.select().from(w.db.t.liveEvent)).some(
        (row) => (row.entityId === id || row.payload['ticketId'] === id) && hears(reader, row.audience),
      ),
  }
  const found = (asked: Promise<unknown>) =>
    asked.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Problem) return false
        throw error
      },
    )
  const listed = async (reader: StaffActor, q?: string) =>
    (await w.tickets.read.list(reader, TicketQuery.parse({ view: 'all', size: '100', ...(q && { q }) }))).items.map(
      ({ id }) => id,
    )
  const filed = new Map<string, string>()
  const fileOf = async (ticketId: string) => {
    const known = filed.get(ticketId)
    if (known) return known
    const id = w.deps.ids.next('attachment')
    filed.set(ticketId, id)
    await w.db.tx((tx) =>
      tx.q
        .insert(tx.t.attachment)
        .values({
          id,
          ticketId,
          name: '证据.png',
          contentType: 'image/png',
          size: 1,
          sha256: 'x',
          state: 'stored',
          createdAt: w.clock.now(),
          attachedAt: w.clock.now(),
        })
        .returning(),
    )
    return id
  }
  const seenBy = async (reader: StaffActor, ticket: Ticket) => {
    const seen: string[] = []
    for (const [way, look] of Object.entries(ways)) if (await look(reader, ticket)) seen.push(way)
    return seen
  }

  it('by no way, for the unit and whoever stands under it; the unit that has it sees it by all of a unit’s', async () => {
    const ticket = await w.act(await report(), 'dispatcher1', 'dispatch')
    for (const name of [...staff.accused, ...staff.under, 'hexi-1'] as const)
      expect([name, await seenBy(w.actor(name), ticket)]).toEqual([name, []])
    const unitsWays = Object.keys(ways).filter((way) => way !== 'citizen' && !way.startsWith('audit'))
    expect(await seenBy(w.actor('market-bureau-1'), ticket)).toEqual(unitsWays)
  })

  it('reaches the unit above the accused one, which answers for it, and nobody below through it', async () => {
    const ticket = await w.act(await report({ respondentUnitId: unit('hedong-binjiang') }), 'dispatcher1', 'dispatch', {
      leadUnitId: unit('hedong'),
    })
    expect(await seenBy(w.actor('hedong-1'), ticket)).toContain('page')
    for (const name of ['hedong-binjiang-1', 'hedong-binjiang-head', 'hedong-laoqiao-1'] as const)
      expect([name, await seenBy(w.actor(name), ticket)]).toEqual([name, []])
  })

  it('by no way either for people of the hotline who sit in it, and not after they leave; the others see it', async () => {
    const ticket = await w.act(await report(), 'dispatcher1', 'dispatch')
    const hotline: StaffActor = { ...w.actor('dispatcher1'), roles: ['dispatcher', 'supervisor'] }
    const there = { ...w.actor('hedong-1'), roles: ['dispatcher', 'followUp', 'supervisor'] as Role[] }
    expect(await seenBy(there, ticket)).toEqual(['reveal'])
    const moved = { ...hotline, formerPosts: [{ unitPath: there.unitPath, until: w.clock.now() }] }
    expect(await seenBy(moved, ticket)).toEqual(['reveal'])
    const longGone = {
      ...hotline,
      formerPosts: [{ unitPath: there.unitPath, until: new Date(ticket.createdAt.getTime() - 1) }],
    }
    expect(await seenBy(longGone, ticket)).toEqual(Object.keys(ways))
    expect(await seenBy(hotline, ticket)).toEqual(Object.keys(ways))
  })

  it('not before it leaves, nor by asking how it was answered: no event, no notice at a bell, no way to decide on it', async () => {
    const notices = createDeskNotices(w.deps)
    const there = { ...w.actor('hedong-1'), roles: ['dispatcher', 'followUp', 'supervisor'] as Role[] }
    const supervisor = w.actor('supervisor1')
    const asking = async ({ id }: Ticket) => (await w.rows.followUps(id)).map((row) => row.id)
    const heard = async (reader: StaffActor, ticket: Ticket) => [
      ...(await eventsOf([ticket.id, ...(await asking(ticket))]))
        .filter(({ audience }) => hears(reader, audience))
        .map(({ type }) => type),
      ...(await notices.list(reader, { size: 100 })).items
        .filter(({ entityId, ticketId }) => [entityId, ticketId].includes(ticket.id))
        .map(({ type }) => `bell ${type}`),
    ]
    const eventsOf = async (ids: string[]) =>
      (await w.db.q.select().from(w.db.t.liveEvent)).filter(({ entityId }) => ids.includes(entityId))
    const citizen = await w.citizen()
    const ticket = await report({ citizenId: citizen.id })
    const { version } = await w.rows.ticket(ticket.id)
    const leave = { ticketId: ticket.id, action: 'dispatch', version, input: {} } as const
    await w.tickets.undo.leave(w.actor('dispatcher1'), leave)
    await w.act(ticket, 'dispatcher1', 'reclassify', { districtId: unit('hexi'), streetId: null })
    const { leaving } = await w.rows.ticket(ticket.id)
    w.clock.advance(8_000)
    await w.tickets.undo.carryOut({ ticketId: ticket.id, key: leaving?.key ?? '' }, { id: '', key: '', attempts: 1 })
    expect(await heard(supervisor, ticket)).toContain('notSent')
    expect(await heard(there, ticket)).toEqual([])

    await w.act(ticket, 'dispatcher1', 'dispatch')
    await w.act(ticket, 'market-bureau-1', 'sign')
    await w.act(ticket, 'market-bureau-1', 'answer', { text: '已核实处理', result: '已核实' })
    await w.act(ticket, 'reviewer1', 'passReview')
    const [asked] = await w.rows.followUps(ticket.id)
    if (!asked) throw new Error('the citizen is asked')
    await w.followUps.claim(w.actor('followup1'), asked.id, { version: asked.version, claim: true })
    await w.followUps.recordCall(w.actor('followup1'), asked.id, {
      version: asked.version + 1,
      contacted: true,
      solved: false,
      grade: 1,
      withoutCall: '市民来中心当面答复',
    })
    const seen = await heard(supervisor, ticket)
    expect(seen).toEqual(expect.arrayContaining(['started', 'claimed', 'dissatisfied', 'bell dissatisfied']))
    expect(await heard(there, ticket)).toEqual([])
    const hidden = expect.objectContaining({ code: 'follow-up.not-found' })
    const at = asked.version + 2
    await expect(
      w.followUps.decide(there, asked.id, { version: at, decision: 'keep', reason: '予以办结' }),
    ).rejects.toEqual(hidden)
    await expect(w.followUps.check(there, asked.id, { version: at, accept: true })).rejects.toEqual(hidden)
    await expect(w.followUps.claim(there, asked.id, { version: at, claim: true })).rejects.toEqual(hidden)
    await expect(w.db.tx((tx) => w.followUps.callTarget(tx, there, asked.id))).rejects.toEqual(hidden)
    await w.followUps.check(supervisor, asked.id, { version: at, accept: true })
    await w.followUps.decide(supervisor, asked.id, { version: at + 1, decision: 'keep', reason: '予以办结' })
    expect(await heard(there, ticket)).toEqual([])
  })

  it('not by moving: who comes into the unit, and who leaves it for the one that has the report', async () => {
    const ticket = await w.act(await report(), 'dispatcher1', 'dispatch')
    const move = async (name: WorldStaff, to: WorldUnit) => {
      await w.db.tx((tx) =>
        w.directory.changeStaffIn(tx, systemActor('test'), w.world.staff[name], { unitId: unit(to) }),
      )
      return w.actor(name)
    }
    w.clock.advance(60_000)
    expect(await seenBy(await move('hedong-head', 'market-bureau'), ticket)).toEqual([])
    w.clock.advance(60_000)
    const later = await w.act(await report(), 'dispatcher1', 'dispatch')
    expect(await seenBy(w.actor('hedong-head'), later)).toContain('page')
    expect(await seenBy(await move('market-bureau-head', 'hedong'), later)).toEqual([])
    await move('hedong-head', 'hedong')
    await move('market-bureau-head', 'market-bureau')
  })

  it('by no act that gives it to units, whatever part they would get', async () => {
    const waiting = await report()
    const handled = await w.act(await report(), 'dispatcher1', 'dispatch')
    const returned = await w.act(handled, 'market-bureau-1', 'returnTicket', {
      reason: '非本单位职责',
      basis: '派单目录',
    })
    for (const code of ['hedong', 'hedong-binjiang'] as const) {
      for (const given of [{ leadUnitId: unit(code) }, { coUnitIds: [unit(code)] }, { copyUnitIds: [unit(code)] }])
        await expect(w.act(waiting, 'dispatcher1', 'dispatch', given)).rejects.toEqual(excluded)
      await expect(
        w.act(returned, 'dispatcher1', 'designate', { leadUnitId: unit(code), reason: '指定承办' }),
      ).rejects.toEqual(excluded)
      expect(
        (
          await w.tickets.read.plan(w.actor('dispatcher1'), {
            ticketId: waiting.id,
            action: 'dispatch',
            leadUnitId: unit(code),
          })
        ).problems,
      ).toContain('ticket.unit-excluded')
    }
    const again = await w.act(await report(), 'dispatcher1', 'dispatch')
    await expect(
      w.act(again, 'dispatcher1', 'redispatch', { leadUnitId: unit('hedong-laoqiao'), reason: '改派' }),
    ).rejects.toEqual(excluded)
    for (const given of [{ coUnitIds: [unit('hedong')] }, { copyUnitIds: [unit('hedong-binjiang')] }])
      await expect(w.act(again, 'dispatcher1', 'addHelper', given)).rejects.toEqual(excluded)
    // While the kind is not known, whoever is named may be accused.
    const unknown = await w.open({ matterCode: null, respondentUnitId: unit('hedong') })
    expect(unknown.kind).toBeNull()
    expect(await found(w.tickets.read.ticket(w.actor('hedong-1'), unknown.id))).toBe(false)
  })

  it('not by merging it into what the unit has, nor what the unit has into it, nor over a third', async () => {
    const theirs = await w.handling()
    await expect(w.act(await report(), 'dispatcher1', 'merge', { mainTicketId: theirs.id })).rejects.toEqual(apart)
    await expect(w.act(theirs, 'dispatcher1', 'merge', { mainTicketId: (await report()).id })).rejects.toEqual(apart)
    const main = await w.open({ matterCode: 'market.consumer.refund' })
    await w.act(await report(), 'dispatcher1', 'merge', { mainTicketId: main.id })
    await expect(w.act(main, 'dispatcher1', 'merge', { mainTicketId: theirs.id })).rejects.toEqual(apart)
    await expect(w.act(theirs, 'dispatcher1', 'merge', { mainTicketId: main.id })).rejects.toEqual(apart)
    await expect(w.act(main, 'dispatcher1', 'dispatch', { leadUnitId: unit('hedong-binjiang') })).rejects.toEqual(
      excluded,
    )
    const sent = await w.act(main, 'dispatcher1', 'dispatch', { leadUnitId: unit('hexi') })
    expect((await w.rows.assignments(sent.id)).map(({ unitId }) => unitId)).toEqual([unit('hexi')])
  })

  it('not through what it was merged into, nor through what was merged into it, for people of the hotline who sit in the unit', async () => {
    const there = { ...w.actor('hedong-1'), roles: ['dispatcher', 'supervisor'] as Role[] }
    const [main, child] = [await w.open({ matterCode: 'market.consumer.refund' }), await w.open()]
    const into = await report()
    expect(await seenBy(there, main)).toContain('page')
    await w.act(await report(), 'dispatcher1', 'merge', { mainTicketId: main.id })
    expect((await seenBy(there, main)).filter((way) => way !== 'live')).toEqual(['reveal'])
    expect(await seenBy(w.actor('dispatcher1'), main)).toContain('page')

    await w.act(child, 'dispatcher1', 'merge', { mainTicketId: into.id })
    expect((await w.tickets.read.ticket(there, child.id)).mainTicket).toBeNull()
    expect((await w.tickets.read.ticket(w.actor('dispatcher1'), child.id)).mainTicket?.id).toBe(into.id)
    expect(JSON.stringify(await w.tickets.read.timeline(there, child.id, { size: 50 }))).not.toContain(into.id)
  })

  it('brings no copy to the district above a street, when the district is accused by what was merged in', async () => {
    const main = await w.open()
    await w.act(await report({ respondentUnitId: unit('hexi') }), 'dispatcher1', 'merge', { mainTicketId: main.id })
    const sent = await w.act(main, 'dispatcher1', 'dispatch', { leadUnitId: unit('hedong-binjiang') })
    expect((await w.rows.assignments(sent.id)).map(({ role }) => role).sort()).toEqual(['copied', 'lead'])
  })

  it('does not tell a unit into which ticket its own was merged', async () => {
    const [child, main] = [await w.handling(), await w.handling()]
    await w.act(child, 'dispatcher1', 'merge', { mainTicketId: main.id })
    const lines = async (name: WorldStaff) =>
      JSON.stringify(await w.tickets.read.timeline(w.actor(name), child.id, { size: 50 }))
    expect(await lines('hedong-binjiang-1')).not.toContain(main.id)
    expect(await lines('dispatcher1')).toContain(main.id)
  })

  it('is in none of the unit’s counts: lists, badges and rates', async () => {
    const insight = createInsight({ ...w.deps, calendar: counting.calendar })
    const head = w.actor('hedong-binjiang-head')
    const look = async () => ({
      counts: (await w.tickets.read.counts(head)).counts,
      rates: (
        await insight.rates(head, {
          from: '2026-05-01T00:00:00.000Z',
          to: '2026-07-01T00:00:00.000Z',
          level: 'street',
          kind: 'violationReport',
        })
      ).total.asked,
    })
    const citizen = await w.citizen()
    const ticket = await w.reviewed({ citizenId: citizen.id })
    w.clock.advance(60_000)
    await w.db.tx(async (tx) => {
      const asking = await w.followUps.askingIn(tx, citizen.id)
      if (asking) await w.followUps.recordReplyIn(tx, citizen, asking, '1 1 5', w.clock.now())
    })
    const before = await look()
    await w.act(ticket, 'supervisor1', 'redo', { reason: '市民反映未解决' })
    await w.act(ticket, 'hedong-binjiang-1', 'returnTicket', { reason: '非本单位职责', basis: '派单目录' })
    await w.act(ticket, 'dispatcher1', 'upholdReturn', { note: '成立' })
    await w.act(ticket, 'dispatcher1', 'reclassify', {
      kind: 'violationReport',
      respondentUnitId: unit('hedong-binjiang'),
    })
    await w.act(ticket, 'dispatcher1', 'dispatch', { leadUnitId: unit('market-bureau') })
    const after = await look()
    expect(after.rates).toBe(0)
    expect(after.counts).toEqual(before.counts)
    // What it heard while it had the ticket, which accused nobody yet, it has heard.
    expect(await seenBy(head, ticket)).toEqual(['live'])
    const heard = (await w.db.q.select().from(w.db.t.liveEvent)).filter(
      (row) => row.entityId === ticket.id && hears(head, row.audience),
    )
    expect(heard.map(({ type }) => type)).not.toContain('reclassify')
  })

  it('whatever lawful steps are taken', async () => {
    type Step = (pair: { a: Ticket; b: Ticket }) => Promise<unknown>
    const by = 'dispatcher1'
    const to = (code: WorldUnit) => ({ leadUnitId: unit(code) })
    const anyUnit = ['hedong', 'hedong-binjiang', 'hexi', 'market-bureau'] as const
    const steps: Step[] = [
      ...anyUnit.flatMap((code): Step[] => [
        ({ a }) => w.act(a, by, 'dispatch', to(code)),
        ({ b }) => w.act(b, by, 'dispatch', to(code)),
        ({ a }) => w.act(a, by, 'dispatch', { coUnitIds: [unit(code)] }),
        ({ a }) => w.act(a, by, 'addHelper', { coUnitIds: [unit(code)] }),
        ({ a }) => w.act(a, by, 'removeHelper', { unitIds: [unit(code)], reason: '不再需要' }),
        ({ a }) => w.act(a, by, 'redispatch', { ...to(code), reason: '改派' }),
        ({ b }) => w.act(b, by, 'redispatch', { ...to(code), reason: '改派' }),
        ({ a }) => w.act(a, by, 'designate', { ...to(code), reason: '指定' }),
        ({ a }) => w.act(a, by, 'reclassify', { kind: 'violationReport', respondentUnitId: unit(code) }),
        ({ b }) => w.act(b, by, 'reclassify', { kind: 'violationReport', respondentUnitId: unit(code) }),
        ({ a }) => w.act(a, `${code}-1`, 'sign'),
        ({ a }) => w.act(a, `${code}-1`, 'returnTicket', { reason: '非本单位职责', basis: '派单目录' }),
        ({ a }) => w.act(a, `${code}-1`, 'answer', { text: '已办理', result: '已办理' }),
      ]),
      ({ a, b }) => w.act(a, by, 'merge', { mainTicketId: b.id }),
      ({ a, b }) => w.act(b, by, 'merge', { mainTicketId: a.id }),
      ({ a }) => w.act(a, by, 'upholdReturn', { note: '成立' }),
      ({ a }) => w.act(a, by, 'rejectReturn', { note: '不成立' }),
      ({ a }) => w.act(a, 'reviewer1', 'passReview'),
      ({ a }) => w.act(a, 'supervisor1', 'redo', { reason: '重办' }),
      ({ a }) => w.act(a, 'agent1', 'supplement', { text: '补充一条' }),
    ]
    let reports = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: steps.length - 1 }), { minLength: 4, maxLength: 14 }), async (walk) => {
        const pair = { a: await w.open({ replyWanted: false }), b: await w.open({ replyWanted: false }) }
        for (const at of walk) {
          w.clock.advance(1_000)
          await steps[at]?.(pair).catch((error: unknown) => {
            if (!(error instanceof Problem)) throw error
          })
        }
        for (const { id } of Object.values(pair)) {
          const ticket = await w.rows.ticket(id)
          if (ticket.kind !== 'violationReport' || ticket.respondentUnitId === null) continue
          reports++
          const accused = ticket.respondentUnitId
          const inForce = (await w.rows.assignments(id)).filter(({ endedAt }) => endedAt === null)
          expect(inForce.filter(({ unitPath }) => isAccused([accused], unitPath))).toEqual([])
          const main = ticket.mainTicketId
          if (main !== null) {
            const holders = (await w.rows.assignments(main)).filter(({ endedAt }) => endedAt === null)
            expect(holders.filter(({ unitPath }) => isAccused([accused], unitPath))).toEqual([])
          }
          for (const code of anyUnit) {
            const reader = w.actor(`${code}-1`)
            if (!isAccused([accused], reader.unitPath)) continue
            for (const way of ['page', 'timeline', 'number', 'list', 'searchByNumber', 'act'])
              expect([way, await ways[way]?.(reader, ticket)]).toEqual([way, false])
            const { items } = await w.tickets.read.list(reader, TicketQuery.parse({ view: 'open', size: '100' }))
            expect((await w.tickets.read.counts(reader)).counts.open).toBe(items.length)
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(reports).toBeGreaterThan(5)
  }, 240_000)
})
