import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesRoutes } from '../../../../api/messages/threads/threads.routes.ts'
import { fillTemplate, openBlanks } from '../../../../api/messages/templates/fill-template.ts'
import { templates } from '../../../../api/messages/templates/templates.table.ts'
import { countText } from '../../../../api/messages/sending/segments.rules.ts'
import { groupedNumber } from '../../../../api/notices/format.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'
import { engines } from '../../../support/databases.ts'
import { composeMessages, scriptedCarrier } from '../support.ts'

describe.each(['zh', 'en'] as const)('the templates in %s', (locale) => {
  const full = { number: '261100010001', unit: '水务局', time: '', documents: '', office: '', phone: '' }
  it.each(Object.entries(templates))('%s leaves nothing open that no blank names', (_id, { [locale]: words }) => {
    const text = fillTemplate(words, full, locale)
    const rest = openBlanks(locale).reduce((left, blank) => left.replaceAll(blank, ''), text)
    expect(rest).not.toMatch(/[{}]/)
    expect(countText(text).segments).toBeLessThanOrEqual(2)
  })
  it('never reads a value as a template, and puts every value in as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (unit) => {
        expect(fillTemplate('{unit}|{unit}', { unit }, locale)).toBe(`${unit}|${unit}`)
      }),
    )
    expect(fillTemplate('{unit}', { unit: '{number}$&', number: '1' }, locale)).toBe('{number}$&')
  })
})

interface Answer {
  items: { id: string; text: string; purpose: string; purposeEn: string }[]
  blanks: string[]
}
/** Bodies are what the DTO made them; the test names the shape it reads. */
const read = <Shape>(body: unknown) => body as Shape

describe.each(engines)('templates for a conversation on %s', (engine) => {
  let app: TestApp
  let world: ReturnType<typeof composeMessages>
  const [known, unknown, foreign] = ['+8613511110001', '+8613511110002', '+447700900123']
  beforeAll(async () => {
    app = await createTestApp(engine, {
      mount: (api, parts) => {
        world = composeMessages(parts, scriptedCarrier())
        api.route('/threads', messagesRoutes(world.messages))
      },
    })
    await world.text('水管爆了', { from: known })
    await world.text('进度', { from: unknown })
    await world.text('water pipe burst at the gate', { from: foreign })
  })
  afterAll(() => app.close())

  const citizenOf = async (phone: string) =>
    (await world.db.q.select().from(world.db.t.citizen)).find((one) => one.phone === phone)?.id ?? ''
  const textsFor = async (phone: string) => {
    const ask = await app.signIn('agent1')
    const { status, body } = await ask('GET', `/api/threads/${await citizenOf(phone)}/templates`)
    expect(status).toBe(200)
    const { items, blanks } = read<Answer>(body)
    return { blanks, items, text: (id: string) => items.find((one) => one.id === id)?.text }
  }
  const ticketOf = async (phone: string) => {
    const citizenId = await citizenOf(phone)
    return (await world.tickets_()).find((one) => one.citizenId === citizenId)
  }

  it('are for those who may text, and for citizens there are', async () => {
    const path = `/api/threads/${await citizenOf(known)}/templates`
    expect((await app.anonymous('GET', path)).status).toBe(401)
    expect((await (await app.signIn('water-bureau-1'))('GET', path)).status).toBe(403)
    const ask = await app.signIn('agent1')
    expect((await ask('GET', '/api/threads/nobody/templates')).status).toBe(422)
  })

  it('know the number before the ticket has a unit, and the unit once it has been dispatched', async () => {
    const ticket = await ticketOf(known)
    const number = groupedNumber(ticket?.number ?? '')
    const before = await textsFor(known)
    expect(before.text('inHand')).toBe(`您好，您的工单${number}正由{承办单位}办理，有结果后会及时告知您。`)
    expect(before.items.map(({ id }) => id)).toEqual(Object.keys(templates))
    await world.act(ticket?.id ?? '', 'dispatcher1', 'dispatch')
    const [unit] = (await world.db.q.select().from(world.db.t.unit)).filter(
      ({ id }) => id === world.deps.directory.unitByCode('water-bureau')?.id,
    )
    const after = await textsFor(known)
    expect(after.text('inHand')).toBe(`您好，您的工单${number}正由${unit?.name}办理，有结果后会及时告知您。`)
    expect(after.text('unitWillCall'), 'what only a person knows stays open').toContain('{时间}')
    expect(after.blanks).toContain('{时间}')
  })

  it('leave number and unit open where the conversation has no ticket', async () => {
    expect(await ticketOf(unknown)).toBeUndefined()
    expect((await textsFor(unknown)).text('inHand')).toBe(
      '您好，您的工单{工单号}正由{承办单位}办理，有结果后会及时告知您。',
    )
  })

  it('are in the language of the citizen', async () => {
    const number = groupedNumber((await ticketOf(foreign))?.number ?? '')
    const { text, blanks } = await textsFor(foreign)
    expect(text('callMissed')).toBe(
      `We called you about your request ${number} and could not reach you. Please reply when we may call.`,
    )
    expect(text('inHand')).toContain('{unit}')
    expect(blanks).toContain('{unit}')
  })

  it('name the ticket that was spoken of last', async () => {
    const first = await ticketOf(foreign)
    await world.text('NEW: I want a refund from a shop', { from: foreign })
    const second = (await world.tickets_()).findLast((one) => one.citizenId === first?.citizenId)
    expect(second?.id).not.toBe(first?.id)
    expect((await textsFor(foreign)).text('callMissed')).toContain(groupedNumber(second?.number ?? 'none'))
    expect((await textsFor(foreign)).text('callMissed')).not.toContain(groupedNumber(first?.number ?? 'none'))
  })
})
