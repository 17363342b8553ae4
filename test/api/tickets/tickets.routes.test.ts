import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolderFiles } from '../../../api/platform/files/folder-files.ts'
import { createAttachments } from '../../../api/tickets/files/attachments.ts'
import { attachmentsRoutes } from '../../../api/tickets/files/attachments.routes.ts'
import { machineRoutes } from '../../../api/tickets/life/machine.routes.ts'
import { extensionsRoutes, returnsRoutes } from '../../../api/tickets/units/requests.routes.ts'
import { ticketActions } from '../../../api/vocabulary/ticket.ts'
import { MachineDto } from '../../../api/tickets/life/machine.view.ts'
import { LookAlikesDto, TicketDto, TicketPage, TimelinePage } from '../../../api/tickets/ticket.dto.ts'
import { ticketsRoutes } from '../../../api/tickets/tickets.routes.ts'
import { createTestApp, type TestApp, type TestWorld } from '../../support/app.ts'
import { overWorld } from './support.ts'

type Over = ReturnType<typeof overWorld<TestWorld>>

describe('the routes of tickets', () => {
  let app: TestApp
  let w: Over
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yixian-files-'))
    app = await createTestApp('sqlite', {
      mount: (api, parts) => {
        w = overWorld(parts)
        const attachments = createAttachments({ ...parts.deps, files: createFolderFiles(folder) })
        api.route('/tickets', ticketsRoutes(w.tickets))
        api.route('/returns', returnsRoutes(w.tickets))
        api.route('/extensions', extensionsRoutes(w.tickets))
        api.route('/machine', machineRoutes(w.tickets))
        api.route('/attachments', attachmentsRoutes(attachments))
      },
    })
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  })
  const as = (username: Parameters<TestApp['signIn']>[0]) => app.signIn(username)
  const codeOf = (answer: { status: number; body: unknown }) => [
    answer.status,
    answer.body && typeof answer.body === 'object' && 'code' in answer.body ? answer.body.code : null,
  ]

  it('refuse whoever is not signed in', async () => {
    for (const path of [
      '/api/tickets',
      '/api/tickets/counts',
      '/api/returns',
      '/api/extensions',
      '/api/machine',
      '/api/attachments/att_00000000000000000000',
    ])
      expect(codeOf(await app.anonymous('GET', path))).toEqual([401, 'auth.required'])
  })

  it('serve the acts allowed now, with what they need and whom they tell', async () => {
    const ticket = await w.open()
    const dto = TicketDto.parse((await (await as('dispatcher1'))('GET', `/api/tickets/${ticket.id}`)).body)
    expect(dto.actions.find(({ tone }) => tone === 'primary')).toEqual({
      action: 'dispatch',
      tone: 'primary',
      needs: [],
      tells: ['citizen', 'leadUnit', 'otherUnits'],
    })
    expect(dto.actions.find(({ action }) => action === 'decline')).toMatchObject({
      tone: 'danger',
      needs: ['outcome', 'route', 'told'],
    })
    expect(
      TicketDto.parse((await (await as('reviewer1'))('GET', `/api/tickets/${ticket.id}`)).body).actions.map(
        ({ action }) => action,
      ),
    ).toEqual(['note', 'keepConfidential'])
  })

  it('take an act as it was seen and answer the ticket; conflict, illegal, forbidden, hidden and malformed are told apart', async () => {
    const ticket = await w.open()
    const dispatcher = await as('dispatcher1')
    const path = `/api/tickets/${ticket.id}/actions`
    const sent = await dispatcher('POST', path, { action: 'dispatch', version: ticket.version, input: {} })
    expect(sent.body).toMatchObject({
      state: 'dispatched',
      whyUnit: 'streetOfPlace',
      clock: {
        state: 'running',
        level: 'ok',
        basis: '默认：5个工作日',
        limit: { value: 5, unit: 'wd' },
        explain: { firstDate: '2026-06-02' },
      },
    })
    expect(codeOf(await dispatcher('POST', path, { action: 'dispatch', version: ticket.version, input: {} }))).toEqual([
      409,
      'ticket.conflict',
    ])
    expect(
      codeOf(await dispatcher('POST', path, { action: 'dispatch', version: ticket.version + 1, input: {} })),
    ).toEqual([409, 'ticket.illegal-transition'])
    expect(
      codeOf(
        await dispatcher('POST', path, {
          action: 'answer',
          version: ticket.version + 1,
          input: { text: 'a', result: 'b' },
        }),
      ),
    ).toEqual([403, 'auth.forbidden'])
    expect(codeOf(await dispatcher('POST', path, { action: 'explode', version: 1 }))).toEqual([422, 'request.invalid'])
    expect(codeOf(await dispatcher('POST', path, '{"action":'))).toEqual([400, 'request.malformed'])
    expect(codeOf(await (await as('hexi-1'))('POST', path, { action: 'sign', version: 2, input: {} }))).toEqual([
      404,
      'ticket.not-found',
    ])
    expect(codeOf(await (await as('hexi-1'))('GET', `/api/tickets/${ticket.id}`))).toEqual([404, 'ticket.not-found'])
    expect(codeOf(await dispatcher('GET', `/api/tickets/tkt_${'0'.repeat(20)}`))).toEqual([404, 'ticket.not-found'])
    expect(codeOf(await dispatcher('GET', '/api/tickets/1'))).toEqual([422, 'request.invalid'])
    expect((await dispatcher('GET', `/api/tickets/by-number/${ticket.number}`)).body).toMatchObject({ id: ticket.id })
    expect(codeOf(await dispatcher('GET', '/api/tickets/by-number/260612345678'))[0]).toBe(422)
  })

  it('keep the citizen of a confidential ticket from units, also in the timeline', async () => {
    const citizen = await w.citizen()
    const ticket = await w.handling({ confidential: true, citizenId: citizen.id })
    await w.act(ticket, { ...citizen, name: '张三丰' }, 'urge')
    const unit = await as('hedong-binjiang-1')
    const seen = await unit('GET', `/api/tickets/${ticket.id}`)
    expect(TicketDto.parse(seen.body)).toMatchObject({
      citizen: null,
      confidential: true,
      mergedTickets: [],
    })
    const timeline = await unit('GET', `/api/tickets/${ticket.id}/timeline`)
    expect(JSON.stringify([seen.body, timeline.body])).not.toMatch(new RegExp(`张三丰|${citizen.id}|138\\d{8}`))
    expect(
      TicketDto.parse((await (await as('agent1'))('GET', `/api/tickets/${ticket.id}`)).body).citizen,
    ).toMatchObject({ id: citizen.id })
  })

  it('page the timeline and keep the hotline’s own lines from units', async () => {
    const ticket = await w.handling()
    await w.act(ticket, 'dispatcher1', 'note', { text: '内部备注', visibility: 'hotline' })
    const hotline = TimelinePage.parse(
      (await (await as('dispatcher1'))('GET', `/api/tickets/${ticket.id}/timeline?size=4`)).body,
    )
    expect(hotline.items.map(({ type }) => type)).toEqual(['created', 'accept', 'submit', 'dispatch'])
    const rest = TimelinePage.parse(
      (await (await as('dispatcher1'))('GET', `/api/tickets/${ticket.id}/timeline?size=4&cursor=${hotline.next}`)).body,
    )
    expect([rest.items.map(({ text }) => text), rest.next]).toEqual([[null, '内部备注'], null])
    const unit = await (await as('hedong-binjiang-1'))('GET', `/api/tickets/${ticket.id}/timeline`)
    expect(JSON.stringify(unit.body)).not.toContain('内部备注')
  })

  it('list with filters, in pages without gaps or repeats, within the reader’s scope', async () => {
    const street = app.world.units['hexi-taoyuan']
    const over = { streetId: street, districtId: app.world.units.hexi }
    const made = []
    for (let i = 0; i < 7; i++) {
      app.clock.advance(60_000)
      made.push(await w.dispatched({ ...over, text: `桃园小区第${i}号楼垃圾未清运` }))
    }
    const unit = await as('hexi-taoyuan-1')
    for (const sort of ['clock', 'created', 'updated']) {
      const ids: string[] = []
      let cursor = ''
      do {
        const page = TicketPage.parse(
          (await unit('GET', `/api/tickets?view=unit&sort=${sort}&size=3${cursor && `&cursor=${cursor}`}`)).body,
        )
        ids.push(...page.items.map(({ id }) => id))
        cursor = page.next ?? ''
      } while (cursor !== '')
      const expected = made.map(({ id }) => id)
      expect(sort === 'clock' ? ids.toSorted() : ids).toEqual(
        sort === 'clock' ? expected.toSorted() : expected.toReversed(),
      )
    }
    const agent = await as('agent1')
    const count = async (query: string) =>
      TicketPage.parse((await agent('GET', `/api/tickets?${query}`)).body).items.length
    const [first] = made
    expect(await count(`street=${street}`)).toBe(7)
    expect(await count(`unit=${app.world.units.hexi}`)).toBe(7)
    expect(
      await count(
        `street=${street}&state=dispatched,handling&kind=complaint&urgency=normal&channel=sms&matter=municipal`,
      ),
    ).toBe(7)
    expect(await count(`street=${street}&matter=municipal.order.rub`)).toBe(0)
    expect(await count(`street=${street}&state=closed`)).toBe(0)
    expect(await count(`q=${encodeURIComponent('桃园 第3号')}`)).toBe(1)
    expect(await count(`q=${first?.number}`)).toBe(1)
    expect(await count(`q=${encodeURIComponent('100%_')}`)).toBe(0)
    const [citizen] = (await app.db.q.select().from(app.db.t.citizen)).filter(({ id }) => id === first?.citizenId)
    const found = async (by: Parameters<TestApp['signIn']>[0], q: string) =>
      TicketPage.parse((await (await as(by))('POST', '/api/tickets/search', { q })).body).items.length
    const national = citizen?.phone.slice(3) ?? ''
    for (const written of [`+86${national}`, national, `0${national}`, `+860${national}`, `86 ${national}`]) {
      expect(await found('agent1', written)).toBe(1)
      expect(await found('admin1', written)).toBe(0)
      expect(await found('hexi-1', written)).toBe(0)
      expect((await agent('GET', `/api/tickets?q=${encodeURIComponent(written)}`)).body).toMatchObject({
        status: 422,
        code: 'request.number-in-address',
      })
    }
    expect(await count(`street=${street}&due=soon`)).toBe(0)
    app.clock.advance(9 * 86_400_000)
    expect(await count(`street=${street}&due=overdue`)).toBe(7)
    expect(
      await count(
        `street=${street}&view=overdue&from=${first?.createdAt.toISOString()}&to=${app.clock.now().toISOString()}`,
      ),
    ).toBe(7)
    expect(codeOf(await agent('GET', '/api/tickets?view=nothing'))).toEqual([422, 'request.invalid'])
    expect(codeOf(await agent('GET', '/api/tickets?cursor=abc'))).toEqual([422, 'request.invalid'])
    const counts = await unit('GET', '/api/tickets/counts')
    expect(counts.body).toMatchObject({ bound: 1000, counts: { unit: 7, overdue: 7, dispatch: 0, review: 0 } })
  })

  it('list open requests for those who decide them', async () => {
    const ticket = await w.handling()
    await w.act(ticket, 'hedong-binjiang-1', 'extend', { workingDays: 2, reason: '等待配件' })
    await w.act(ticket, 'hedong-binjiang-1', 'returnTicket', {
      reason: '非本单位',
      basis: '目录',
      suggestedUnitId: app.world.units['water-bureau'],
    })
    const dispatcher = await as('dispatcher1')
    expect((await dispatcher('GET', '/api/returns')).body).toMatchObject({
      items: [{ reason: '非本单位', suggestedUnit: { code: 'water-bureau' }, ticket: { id: ticket.id } }],
      next: null,
    })
    expect((await dispatcher('GET', '/api/extensions')).body).toMatchObject({
      items: [{ workingDays: 2, ticket: { id: ticket.id } }],
      next: null,
    })
    expect(codeOf(await (await as('agent1'))('GET', '/api/returns'))).toEqual([403, 'auth.forbidden'])
  })

  it('show look-alikes to the hotline, the likest first', async () => {
    const over = { streetId: app.world.units['hedong-laoqiao'], districtId: app.world.units.hedong }
    const first = await w.open({ ...over, text: '老桥新村门口垃圾桶满了没有人清运' })
    await w.open({ ...over, text: 'zzzz' })
    const second = await w.open({ ...over, text: '老桥新村门口垃圾桶满了三天没有人清运' })
    const found = (await (await as('agent1'))('GET', `/api/tickets/${second.id}/alike`)).body
    expect(LookAlikesDto.parse(found).items.map(({ ticket }) => ticket.id)).toEqual([first.id])
    const alike = await (
      await as('agent1')
    )('POST', '/api/tickets/alike', {
      text: second.request,
      matterCode: second.matterCode,
      streetId: over.streetId,
      exceptId: second.id,
    })
    expect(alike.body).toMatchObject({ items: [{ ticket: { id: first.id }, sameCitizen: false }] })
  })

  it('take files by what their bytes say, and give them out within the ticket’s scope', async () => {
    const unit = await as('hedong-binjiang-1')
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const cookie = async (username: Parameters<TestApp['signIn']>[0]) => {
      const answer = await app.anonymous('POST', '/api/session', { username, password: 'a city of its own' })
      return answer.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ')
    }
    const own = await cookie('hedong-binjiang-1')
    const send = async (bytes: Uint8Array<ArrayBuffer>, name: string) => {
      const form = new FormData()
      form.set('file', new File([bytes], name, { type: 'text/html' }))
      return app.app.request('/api/attachments', { method: 'POST', body: form, headers: { cookie: own } })
    }
    const made = await send(png, '../../现场\u202e照片.png')
    expect(made.status).toBe(200)
    const dto: unknown = await made.json()
    expect(dto).toMatchObject({ name: '现场照片.png', contentType: 'image/png', size: 11, state: 'stored' })
    const id = String(Reflect.get(Object(dto), 'id'))
    expect((await send(new TextEncoder().encode('<script>alert(1)</script>'), 'a.png')).status).toBe(422)
    expect((await send(new Uint8Array(10 * 1024 * 1024 + 1), 'big.png')).status).toBe(413)

    const ticket = await w.handling()
    const path = `/api/attachments/${id}`
    expect(codeOf(await (await as('agent1'))('GET', path))).toEqual([404, 'attachment.not-found'])
    await w.act(ticket, 'hedong-binjiang-1', 'answer', { text: '已清运', result: '见照片', attachmentIds: [id] })
    const file = await app.app.request(path, { headers: { cookie: own } })
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(png)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('content-disposition')).toBe(
      `inline; filename="____.png"; filename*=UTF-8''${encodeURIComponent('现场照片.png')}`,
    )
    expect((await (await as('agent1'))('GET', path)).status).toBe(200)
    expect(codeOf(await (await as('hexi-1'))('GET', path))).toEqual([404, 'attachment.not-found'])
    expect((await unit('GET', `/api/tickets/${ticket.id}`)).body).toMatchObject({
      attachments: [{ id }],
      answers: [{ attachmentIds: [id] }],
    })
  })

  it('serve the table with the forms of its acts', async () => {
    const machine = MachineDto.parse((await (await as('agent1'))('GET', '/api/machine')).body)
    expect(machine.moves.map(({ action }) => action)).toEqual(ticketActions)
    expect(machine.moves.find(({ action }) => action === 'returnTicket')?.input).toMatchObject({
      required: ['reason', 'basis'],
    })
  })
})
