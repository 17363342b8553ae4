import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftsRoutes } from '../../../api/contacts/drafts.routes.ts'
import { filingRoutes } from '../../../api/contacts/filing.routes.ts'
import { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { createTestApp, type TestApp, type TestWorld } from '../../support/app.ts'
import { overWorld } from '../tickets/support.ts'

type Over = ReturnType<typeof overWorld<TestWorld>>

describe('the routes of filing and drafts', () => {
  let app: TestApp
  let w: Over
  beforeAll(async () => {
    app = await createTestApp('sqlite', {
      mount: (api, parts) => {
        w = overWorld(parts)
        api.route('/tickets', filingRoutes(w.contacts, w.tickets))
        api.route('/drafts', draftsRoutes(w.contacts.drafts))
      },
    })
  })
  afterAll(() => app.close())
  const as = (username: Parameters<TestApp['signIn']>[0]) => app.signIn(username)
  const codeOf = (answer: { status: number; body: unknown }) => [
    answer.status,
    answer.body && typeof answer.body === 'object' && 'code' in answer.body ? answer.body.code : null,
  ]

  it('refuse whoever is not signed in', async () => {
    expect(codeOf(await app.anonymous('GET', '/api/drafts'))).toEqual([401, 'auth.required'])
    expect(codeOf(await app.anonymous('POST', '/api/tickets', {}))[0]).toBe(401)
  })

  it.each([
    ['the citizen’s, though the form tells of none', '楼下垃圾堆了三天', undefined, 'fire'],
    ['the agent’s own first', '楼下垃圾堆了三天', 'gas', 'gas'],
  ])('the ticket keeps the danger: %s', async (_, text, danger, kept) => {
    const agent = await as('agent1')
    const citizen = await w.citizen()
    const contactId = app.deps.ids.next('contact')
    await app.db.tx(async (tx) => {
      await tx.q.insert(tx.t.contact).values({
        id: contactId,
        channel: 'call',
        citizenId: citizen.id,
        state: 'open',
        text: '我家着火了',
        danger: 'fire',
        startedAt: app.clock.now(),
      })
    })
    const filed = await agent('POST', '/api/tickets', { contactId, channel: 'call', text, danger })
    expect(filed.status).toBe(200)
    expect(TicketDto.parse(filed.body).danger).toBe(kept)
  })

  it('file from the form: open, accept, submit, link the contact, drop the drafts, tell the citizen', async () => {
    const agent = await as('agent1')
    const citizen = await w.citizen()
    const contactId = app.deps.ids.next('contact')
    await app.db.tx(async (tx) => {
      await tx.q.insert(tx.t.contact).values({
        id: contactId,
        channel: 'call',
        citizenId: citizen.id,
        state: 'open',
        text: '',
        startedAt: app.clock.now(),
      })
    })
    const draft = await agent('POST', '/api/drafts', { contactId, content: { text: '楼下垃圾' } })
    const draftId = Reflect.get(Object(draft.body), 'id')
    const form = {
      contactId,
      channel: 'call',
      text: '楼下垃圾堆了三天没人清运',
      matterCode: 'municipal.order.rubbish',
      streetId: app.world.units['hedong-binjiang'],
      districtId: app.world.units.hedong,
    }
    const filed = await agent('POST', '/api/tickets', form)
    expect(filed.status).toBe(200)
    const dto = TicketDto.parse(filed.body)
    expect(dto).toMatchObject({
      state: 'awaitingDispatch',
      decidedBy: 'person',
      contactId,
      matter: { path: ['城市管理', '市容', '垃圾清运'] },
      citizen: { phone: expect.stringContaining('****') },
    })
    expect(JSON.stringify(filed.body)).not.toContain('+86138')
    expect((await agent('GET', `/api/drafts/${draftId}`)).status).toBe(404)
    const [contact] = (await app.db.q.select().from(app.db.t.contact)).filter(({ id }) => id === contactId)
    expect(contact).toMatchObject({ state: 'filed', ticketId: dto.id })
    expect(w.notices.filter(({ ticketId }) => ticketId === dto.id).map(({ notice }) => notice)).toEqual([
      'ticket.received',
    ])
    expect(codeOf(await agent('POST', '/api/tickets', form))).toEqual([409, 'ticket.contact-filed'])
    expect(
      codeOf(
        await (
          await as('reviewer1')
        )('POST', '/api/tickets', { channel: 'call', text: 'x', citizenId: citizen.id }),
      ),
    ).toEqual([403, 'auth.forbidden'])
    expect(codeOf(await agent('POST', '/api/tickets', { channel: 'call', text: '', citizenId: citizen.id }))).toEqual([
      422,
      'request.invalid',
    ])
    const unknown = (more: object) => agent('POST', '/api/tickets', { channel: 'web', text: '路灯不亮', ...more })
    const none = '0'.repeat(20)
    const before = await app.db.q.$count(app.db.t.ticket)
    expect(codeOf(await unknown({ citizenId: `ctz_${none}` }))).toEqual([422, 'ticket.contact-unknown'])
    expect(codeOf(await unknown({ citizenId: citizen.id, lineId: `lin_${none}` }))).toEqual([
      422,
      'ticket.line-unknown',
    ])
    const { hexi, 'hedong-binjiang': binjiang } = app.world.units
    expect(codeOf(await unknown({ citizenId: citizen.id, districtId: hexi, streetId: binjiang }))).toEqual([
      422,
      'ticket.area-mismatch',
    ])
    expect(await app.db.q.$count(app.db.t.ticket)).toBe(before)
    const freeDraftId = Reflect.get(
      Object((await agent('POST', '/api/drafts', { content: { text: '水费' } })).body),
      'id',
    )
    const answeredForm = {
      draftId: freeDraftId,
      channel: 'call',
      text: '水费怎么算',
      citizenId: citizen.id,
      answer: '按阶梯水价',
    }
    const twice = await Promise.all([1, 2].map(() => agent('POST', '/api/tickets', answeredForm)))
    const answered = twice.find(({ status }) => status === 200) ?? { body: null }
    expect(twice.filter((one) => one !== answered).map(codeOf)).toEqual([[404, 'draft.not-found']])
    expect(codeOf(await agent('POST', '/api/tickets', answeredForm))).toEqual([404, 'draft.not-found'])
    expect(await app.db.q.$count(app.db.t.ticket)).toBe(before + 1)
    expect((await agent('GET', `/api/drafts/${freeDraftId}`)).status).toBe(404)
    expect(answered.body).toMatchObject({
      state: 'closed',
      closeReason: 'answeredDirectly',
      answers: [{ text: '按阶梯水价', state: 'passed' }],
    })
  })

  it('save drafts over the version that was seen, each person their own', async () => {
    const agent = await as('agent1')
    const id = app.deps.ids.next('draft')
    expect((await agent('PUT', `/api/drafts/${id}`, { version: 0, content: { text: '第一' } })).body).toMatchObject({
      id,
      version: 1,
    })
    expect((await agent('PUT', `/api/drafts/${id}`, { version: 1, content: { text: '第二' } })).body).toMatchObject({
      version: 2,
      content: { text: '第二' },
    })
    expect(codeOf(await agent('PUT', `/api/drafts/${id}`, { version: 1, content: { text: '迟到' } }))).toEqual([
      409,
      'draft.conflict',
    ])
    expect(codeOf(await (await as('agent2'))('GET', `/api/drafts/${id}`))).toEqual([404, 'draft.not-found'])
    expect(codeOf(await (await as('agent2'))('PUT', `/api/drafts/${id}`, { version: 2, content: {} }))).toEqual([
      404,
      'draft.not-found',
    ])
    expect(codeOf(await agent('PUT', `/api/drafts/${id}`, { version: 2, content: { text: 'a\u0000' } }))).toEqual([
      422,
      'request.invalid',
    ])
    expect((await agent('DELETE', `/api/drafts/${id}`)).status).toBe(200)
    expect((await agent('DELETE', `/api/drafts/${id}`)).status).toBe(404)
  })
})
