import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContact } from '../../../api/contacts/open-contact.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

describe.each(engines)('what a citizen said before, %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  const contactsIn = (body: unknown) =>
    body && typeof body === 'object' && 'items' in body && Array.isArray(body.items) ? body.items : []

  it('is listed by whatever channel, newest first, with the ticket it became', async () => {
    const phone = '+8613800000024'
    const { contactId, ticketId } = await app.services.contacts.report({
      channel: 'web',
      sender: { phone, locale: 'zh' },
      lineId: app.world.lines['12345'],
      text: '水费怎么算',
    })
    const [citizen] = (await app.db.q.select().from(app.db.t.citizen)).filter((one) => one.phone === phone)
    const citizenId = citizen?.id ?? ''
    app.clock.advance(1_000)
    await app.db.tx((tx) =>
      openContact(tx, {
        id: 'cnt_called',
        channel: 'call',
        citizenId,
        lineId: null,
        state: 'open',
        text: '',
        startedAt: app.clock.now(),
        handledBy: app.world.staff.agent1,
      }),
    )
    const ask = await app.signIn('agent1')
    const { body } = await ask('GET', `/api/citizens/${citizenId}/contacts`)
    expect(contactsIn(body)).toMatchObject([
      { id: 'cnt_called', channel: 'call', ticket: null, line: null, handledBy: { name: '孙文静' } },
      { id: contactId, channel: 'web', ticket: { id: ticketId }, line: { code: '12345' }, handledBy: null },
    ])
    expect(JSON.stringify(body)).not.toContain('13800000024')
    const first = await ask('GET', `/api/citizens/${citizenId}/contacts?size=1`)
    expect(contactsIn(first.body)).toHaveLength(1)
    expect((await ask('GET', `/api/citizens/${citizenId}/contacts?cursor=nonsense`)).status).toBe(422)
    expect((await ask('GET', '/api/citizens/ctz_none/contacts')).status).toBe(404)
    expect((await (await app.signIn('hedong-1'))('GET', `/api/citizens/${citizenId}/contacts`)).status).toBe(403)
  })
})
