import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCallByRef } from '../../../api/calls/call/calls.store.ts'
import { priorities } from '../../../api/calls/calls.limits.ts'
import type { Contacts } from '../../../api/contacts/contacts.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../messages/support.ts'

/** A channel made for trial, all of it: a form on the web whose page shows the answer. */
const trialForm =
  (contacts: Pick<Contacts, 'report'>) =>
  async ({ phone, english = false, text }: { phone: string; english?: boolean; text: string }) => {
    const sender = { phone, locale: english ? ('en' as const) : ('zh' as const) }
    const { receipt, ticketNumber, lookAlikes } = await contacts.report({ channel: 'web', sender, text })
    return { shown: receipt, number: ticketNumber, alike: lookAlikes }
  }

let people = 0
/** A number nobody has reported from. */
const someone = () => `+86139${String(++people).padStart(8, '0')}`
const spoken = (number: string | null) => number?.replaceAll(/(\d{4})(?=\d)/g, '$1 ') ?? ''

describe.each(engines)('a channel of a dozen lines, %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  const send = (report: Parameters<ReturnType<typeof trialForm>>[0]) => trialForm(world.contacts)(report)
  const ticketBy = async (number: string | null) => (await world.tickets_()).find((one) => one.number === number)
  const alerts = async () => (await world.live()).filter(({ topic }) => topic === 'alert')

  it('hands what triage is sure of to the dispatchers, and answers with the number', async () => {
    const { shown, number } = await send({ phone: someone(), text: '人民路水管爆了，水流了一地' })
    expect(shown).toContain(`工单号${spoken(number)}`)
    const ticket = await ticketBy(number)
    expect(ticket).toMatchObject({
      channel: 'web',
      state: 'awaitingDispatch',
      matterCode: 'municipal.water.burst-pipe',
      decidedBy: 'threshold',
      createdBy: 'triage',
    })
    expect((await world.live()).findLast(({ entityId }) => entityId === ticket?.id)?.payload).toMatchObject({
      notice: { roles: ['dispatcher'] },
    })
    expect((await world.contacts_()).filter(({ ticketId }) => ticketId === ticket?.id)).toMatchObject([
      { id: ticket?.contactId, channel: 'web', state: 'filed', text: '人民路水管爆了，水流了一地' },
    ])
  })

  it('leaves what triage is unsure of to a person, in the sender’s language', async () => {
    const { shown, number } = await send({ phone: someone(), english: true, text: 'Something is odd in our street' })
    expect(shown).toContain(`registered: ${spoken(number)}`)
    expect(await ticketBy(number)).toMatchObject({ state: 'received', matterCode: null, decidedBy: null })
  })

  it('tells in a danger whom to call first, puts the ticket on top and alerts the desks', async () => {
    const phone = someone()
    const { shown, number } = await send({ phone, text: '厨房煤气泄漏了' })
    expect(shown).toMatch(/^请勿开关电器.*119！.*特急/)
    expect(shown).toContain(spoken(number))
    const ticket = await ticketBy(number)
    expect(ticket).toMatchObject({ urgency: 'critical', danger: 'gas', dueSort: new Date(0) })
    expect(await alerts()).toMatchObject([
      { entityId: ticket?.id, audience: { roles: expect.arrayContaining(['agent']) } },
    ])

    const again = await send({ phone, text: '煤气泄漏，味道越来越大' })
    expect(again).toMatchObject({ number, shown: expect.stringMatching(/119！您的情况已补充至/) })
    expect((await alerts()).map(({ entityId }) => entityId)).toEqual([ticket?.id, ticket?.id])
    expect((await world.timeline(ticket?.id ?? '')).map(({ type, text }) => [type, text])).toContainEqual([
      'supplement',
      '煤气泄漏，味道越来越大',
    ])
    const contacts = (await world.contacts_()).filter(({ ticketId }) => ticketId === ticket?.id)
    expect(contacts.map(({ danger, state }) => [danger, state])).toEqual([
      ['gas', 'filed'],
      ['gas', 'filed'],
    ])
  })

  it('hears a danger that is cut over two reports', async () => {
    const phone = someone()
    expect((await send({ phone, text: '我家煤气' })).shown).not.toContain('119')
    const { shown, number } = await send({ phone, text: '泄漏了' })
    expect(shown).toMatch(/^请勿开关电器.*119！.*特急/)
    const ticket = await ticketBy(number)
    expect(ticket).toMatchObject({ danger: 'gas', urgency: 'critical', request: '我家煤气泄漏了' })
    const contacts = (await world.contacts_()).filter(({ ticketId }) => ticketId === ticket?.id)
    expect(contacts).toMatchObject([{ text: '泄漏了', danger: 'gas' }])
    expect((await send({ phone, text: '三号楼' })).shown).not.toContain('119')
  })

  it('shows a sender what they told of before, and nobody else’s', async () => {
    const phone = someone()
    const first = await send({ phone, text: '楼下广场舞音响半夜还在响' })
    const again = await send({ phone, text: '楼下广场舞音响半夜还在响！' })
    expect(again.alike.own).toMatchObject([{ number: first.number, title: expect.stringContaining('广场舞') }])
    expect((await send({ phone: someone(), text: '楼下广场舞音响半夜还在响' })).alike).toEqual({ own: [], others: 0 })
  })

  it('makes no ticket of nothing: it waits for a person', async () => {
    const { shown, number } = await send({ phone: someone(), text: ' \0 ' })
    expect([number, shown]).toEqual([null, expect.stringContaining('已收到')])
    expect((await world.contacts_()).at(-1)).toMatchObject({ channel: 'web', state: 'open', ticketId: null, text: '' })
  })

  it('stores a report whole or not at all', async () => {
    const before = (await world.contacts_()).length
    const sender = { phone: someone(), locale: 'zh' } as const
    const attachmentIds = ['att_00000000000000000000']
    await expect(
      world.contacts.report({ channel: 'web', sender, text: '路灯不亮', attachmentIds }),
    ).rejects.toMatchObject({ code: 'attachment.missing' })
    expect((await world.contacts_()).length).toBe(before)
  })
})

describe('a trial channel of the whole program', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp('sqlite')
  })
  afterAll(() => app.close())

  it('is answered by the real ear for dangers, and a call after it goes to the top', async () => {
    const phone = someone()
    const { shown } = await trialForm(app.services.contacts)({ phone, text: '厨房煤气泄漏了' })
    expect(shown).toMatch(/^请勿开关电器.*119/)
    for (const [one, words] of ['煤 气 泄 漏', '屋企漏緊煤氣', '没气泄露', 'meiqi xielou le'].entries()) {
      const told = await trialForm(app.services.contacts)({ phone: `+861355550000${one}`, text: words })
      expect(told.shown).toMatch(/^请勿开关电器.*119/)
    }
    const rumour = await trialForm(app.services.contacts)({ phone: someone(), text: '群里说有人跳楼，是谣言吗' })
    expect(rumour.shown).not.toContain('110')
    const call = `CA${'7'.repeat(32)}`
    await app.services.calls.answer({ kind: 'incoming', call, from: phone, to: '+862155512345' })
    expect((await findCallByRef(app.db, call))?.priority).toBe(priorities.danger)
  })
})
