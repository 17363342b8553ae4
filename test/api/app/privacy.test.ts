import { findCallByRef } from '../../../api/calls/call/calls.store.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TicketDto, TicketPage } from '../../../api/tickets/ticket.dto.ts'
import type { Ticket } from '../../../api/tickets/tickets.store.ts'
import { createTestApp, type Answer, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import type { WorldStaff } from '../../support/world.ts'
import { livesIn } from './samples.ts'

const everybody: readonly WorldStaff[] = [
  'agent1',
  'agent2',
  'dispatcher1',
  'reviewer1',
  'followup1',
  'supervisor1',
  'admin1',
  'hedong-binjiang-1',
  'hedong-binjiang-head',
  'hedong-1',
  'hexi-1',
  'market-bureau-1',
  'water-bureau-1',
  'water-bureau-head',
]
const units = everybody.filter((name) => /-1$|-head$/.test(name))
const phone = '+8613812345678'
const secretPhone = '+8613887654321'
const plainForms = [phone, phone.slice(3), secretPhone, secretPhone.slice(3)]

describe.each(engines)('what each role may see, in the whole program on %s', (engine) => {
  let app: TestApp
  let citizenId: string
  let secretId: string
  let callId: string
  let plain: Ticket
  let secret: Ticket
  let report: Ticket
  beforeAll(async () => {
    app = await createTestApp(engine)
    const lives = livesIn(app)
    const citizen = await lives.citizen(phone)
    const hidden = await lives.citizen(secretPhone)
    citizenId = citizen.id
    secretId = hidden.id
    await app.citizens.change(app.actor('agent1'), secretId, { name: '欧阳静默', note: '住老桥新村3号楼' })
    plain = await lives.handling({ citizenId })
    secret = await lives.handling({ citizenId: secretId, confidential: true })
    await lives.act(secret, { ...hidden, name: '欧阳静默' }, 'urge')
    report = await lives.open({
      citizenId,
      matterCode: 'market.consumer.fake-goods',
      text: '举报水务局工作人员收受好处',
      respondentUnitId: app.world.units['water-bureau'],
    })
    report = await lives.act(report, 'dispatcher1', 'dispatch')
    const { messages, calls, outbox } = app.services
    await messages.receive({
      ref: `SM${'a'.repeat(32)}`,
      deliveryToken: null,
      from: phone,
      to: '+862155512345',
      body: '门口的路灯也坏了',
      media: [],
      optOut: null,
    })
    await outbox.runDue()
    const ref = `CA${'a'.repeat(32)}`
    await calls.answer({ kind: 'incoming', call: ref, from: phone, to: '+862155512345' })
    callId = (await findCallByRef(app.db, ref))?.id ?? ''
    await lives.reviewed({ citizenId })
  })
  afterAll(() => app.close())

  const addresses = () => [
    '/api/tickets?size=100',
    '/api/tickets/counts',
    ...[plain, secret, report].flatMap(({ id }) => [`/api/tickets/${id}`, `/api/tickets/${id}/timeline`]),
    `/api/tickets/by-number/${plain.number}`,
    ...[citizenId, secretId].flatMap((id) => [
      `/api/citizens/${id}`,
      `/api/citizens/${id}/tickets`,
      `/api/citizens/${id}/contacts`,
      `/api/threads/${id}/messages`,
    ]),
    '/api/threads',
    '/api/calls',
    `/api/calls/${callId}`,
    '/api/callbacks',
    '/api/follow-ups',
    '/api/returns',
    '/api/extensions',
    '/api/audit?size=200',
    '/api/wallboard',
    '/api/presence',
    '/api/staff',
    '/api/drafts',
  ]

  it('is never a citizen’s full number, wherever they look', async () => {
    let found = 0
    for (const name of everybody) {
      const ask = await app.signIn(name)
      for (const address of addresses()) {
        const answer = await ask('GET', address)
        const words = JSON.stringify(answer.body)
        for (const form of plainForms)
          expect([name, address, words.replace(encodeURIComponent(phone), '').includes(form)]).toEqual([
            name,
            address,
            false,
          ])
        if (words.includes('138****5678')) found += 1
      }
    }
    expect(found).toBeGreaterThan(20)
  })

  it('is for a unit nothing of other units’ tickets', async () => {
    const notFound = async (answer: Promise<Answer>) =>
      expect(await answer).toMatchObject({ status: 404, body: { code: 'ticket.not-found' } })
    for (const name of ['hexi-1', 'water-bureau-1'] as const) {
      const ask = await app.signIn(name)
      for (const ticket of [plain, secret, report]) {
        await notFound(ask('GET', `/api/tickets/${ticket.id}`))
        await notFound(ask('GET', `/api/tickets/${ticket.id}/timeline`))
        await notFound(ask('GET', `/api/tickets/by-number/${ticket.number}`))
        await notFound(
          ask('POST', `/api/tickets/${ticket.id}/actions`, {
            action: 'note',
            version: ticket.version,
            input: { text: 'x', visibility: 'unit' },
          }),
        )
      }
      expect((await ask('GET', '/api/tickets?size=100')).body).toEqual({ items: [], next: null })
      expect((await ask('GET', `/api/tickets?size=100&q=${plain.number}`)).body).toEqual({ items: [], next: null })
    }
    const listed = async (name: WorldStaff) =>
      TicketPage.parse((await (await app.signIn(name))('GET', '/api/tickets?size=100')).body).items.map(({ id }) => id)
    expect(await listed('hedong-binjiang-1')).toEqual(expect.arrayContaining([plain.id, secret.id]))
    expect(await listed('hedong-binjiang-1')).not.toContain(report.id)
    expect(await listed('hedong-1')).toEqual(expect.arrayContaining([plain.id]))
    expect(await listed('market-bureau-1')).toEqual([report.id])
  })

  it('is a confidential ticket without its citizen, not even masked', async () => {
    for (const name of ['hedong-binjiang-1', 'hedong-binjiang-head', 'hedong-1'] as const) {
      const ask = await app.signIn(name)
      const page = await ask('GET', `/api/tickets/${secret.id}`)
      const timeline = await ask('GET', `/api/tickets/${secret.id}/timeline`)
      expect(TicketDto.parse(page.body)).toMatchObject({
        confidential: true,
        citizen: null,
        mergedTickets: [],
      })
      expect((await ask('GET', `/api/tickets/${secret.id}/alike`)).body).toEqual({ items: [] })
      expect(JSON.stringify([page.body, timeline.body, (await ask('GET', '/api/tickets?size=100')).body])).not.toMatch(
        new RegExp(`欧阳|${secretId}|138\\*+|4321|老桥新村3号楼`),
      )
      for (const path of [
        `/api/citizens/${secretId}`,
        `/api/citizens/${secretId}/tickets`,
        `/api/threads/${secretId}/messages`,
      ])
        expect([403, 404]).toContain((await ask('GET', path)).status)
    }
    expect(
      TicketDto.parse((await (await app.signIn('dispatcher1'))('GET', `/api/tickets/${secret.id}`)).body).citizen,
    ).toMatchObject({ id: secretId, phone: '138****4321' })
  })

  it('is for the unit complained of nothing of a report against it, even while an assignment of its own stands', async () => {
    const dispatcher = await app.signIn('dispatcher1')
    const chosen = await dispatcher('POST', `/api/tickets/${report.id}/actions`, {
      action: 'redispatch',
      version: report.version,
      input: { leadUnitId: app.world.units['water-bureau'], reason: '试派' },
    })
    expect([chosen.status, Reflect.get(Object(chosen.body), 'code')]).toEqual([409, 'ticket.unit-excluded'])
    // As if it had been assigned before the report named it.
    const assignment = (await app.db.q.select().from(app.db.t.assignment)).find(
      ({ ticketId }) => ticketId === report.id,
    )
    if (!assignment) throw new Error('the report was not dispatched')
    const water = app.directory.unitById(app.world.units['water-bureau'])
    await app.db.tx(async (tx) => {
      await tx.q.insert(tx.t.assignment).values({
        ...assignment,
        id: app.deps.ids.next('assignment'),
        unitId: water?.id ?? '',
        unitPath: water?.path ?? '',
        role: 'co',
      })
    })
    for (const name of ['water-bureau-1', 'water-bureau-head'] as const) {
      const ask = await app.signIn(name)
      expect((await ask('GET', `/api/tickets/${report.id}`)).status).toBe(404)
      expect((await ask('GET', '/api/tickets?size=100')).body).toEqual({ items: [], next: null })
      expect((await ask('GET', '/api/tickets/counts')).body).toMatchObject({ counts: { unit: 0 } })
      expect(await ask('POST', `/api/citizens/${citizenId}/reveal`, { reason: '联系举报人' })).toMatchObject({
        status: 404,
        body: { code: 'citizen.not-found' },
      })
    }
    const handler = TicketDto.parse(
      (await (await app.signIn('market-bureau-1'))('GET', `/api/tickets/${report.id}`)).body,
    )
    expect(handler.respondent).toBeNull()
  })

  it('is a full number only when asked for with a reason, and that is written down', async () => {
    const reveals = async () =>
      (await app.db.q.select().from(app.db.t.audit).where(eq(app.db.t.audit.action, 'citizen.revealed'))).map(
        ({ actorId, entityId, reason }) => ({ actorId, entityId, reason }),
      )
    const before = (await reveals()).length
    const agent = await app.signIn('agent1')
    expect((await agent('POST', `/api/citizens/${citizenId}/reveal`, {})).status).toBe(422)
    expect((await agent('POST', `/api/citizens/${citizenId}/reveal`, { reason: ' ' })).status).toBe(422)
    expect(await reveals()).toHaveLength(before)
    expect((await agent('POST', `/api/citizens/${citizenId}/reveal`, { reason: '核对地址，需回电' })).body).toEqual({
      phone,
    })
    expect((await reveals()).at(-1)).toEqual({
      actorId: app.world.staff.agent1,
      entityId: citizenId,
      reason: '核对地址，需回电',
    })
    // The district (`hedong-1`) is only copied: it urges its street and handles nothing in its place.
    const may: Partial<Record<WorldStaff, number>> = {
      agent1: 200,
      agent2: 200,
      dispatcher1: 200,
      followup1: 200,
      supervisor1: 200,
      'hedong-binjiang-1': 200,
      'hedong-binjiang-head': 200,
      'market-bureau-1': 200,
      reviewer1: 403,
      admin1: 403,
    }
    for (const name of everybody) {
      const count = (await reveals()).length
      const answer = await (await app.signIn(name))('POST', `/api/citizens/${citizenId}/reveal`, { reason: '联系市民' })
      expect([name, answer.status]).toEqual([name, may[name] ?? 404])
      expect(await reveals()).toHaveLength(count + (answer.status === 200 ? 1 : 0))
    }
    for (const name of units)
      expect([
        name,
        (await (await app.signIn(name))('POST', `/api/citizens/${secretId}/reveal`, { reason: '联系市民' })).status,
      ]).toEqual([name, 404])
  })

  it('is in the live stream no number, and no citizen for units', async () => {
    const events = await app.db.q.select().from(app.db.t.liveEvent)
    expect(events.length).toBeGreaterThan(10)
    for (const { audience, payload, topic } of events) {
      const words = JSON.stringify(payload)
      for (const form of plainForms) expect(words).not.toContain(form)
      if (audience.all || (audience.unitPaths?.length ?? 0) > 0)
        expect([topic, words]).toEqual([topic, expect.not.stringMatching(/ctz_|citizen/)])
    }
  })
})
