import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesRoutes } from '../../../../api/messages/threads/threads.routes.ts'
import { engines } from '../../../support/databases.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'
import { composeMessages, scriptedCarrier } from '../support.ts'

interface Page<Item> {
  items: Item[]
  next: string | null
}
/** Bodies are what the DTO made them; the test names the shape it reads. */
const read = <Shape>(body: unknown) => body as Shape
type Thread = {
  citizenId: string
  phone: string
  waiting: { text: string; since: string; redAt: string } | null
  last: { body: string; ticketNumber: string | null }
}

describe.each(engines)('threads on %s', (engine) => {
  let app: TestApp
  let world: ReturnType<typeof composeMessages>
  let carrier: ReturnType<typeof scriptedCarrier>
  beforeAll(async () => {
    carrier = scriptedCarrier()
    app = await createTestApp(engine, {
      mount: (api, parts) => {
        world = composeMessages(parts, carrier)
        api.route('/threads', messagesRoutes(world.messages))
      },
    })
    for (let i = 1; i <= 5; i++) await world.text(`水管爆了 ${i}`, { from: `+861351111000${i}` })
    await world.text('在三号楼旁边', { from: '+8613511110002' })
    await world.text('水管爆了', { from: 'SHOP' })
  })
  afterAll(() => app.close())

  it('refuses whoever is not signed in, and units', async () => {
    expect((await app.anonymous('GET', '/api/threads')).status).toBe(401)
    expect((await (await app.signIn('water-bureau-1'))('GET', '/api/threads')).status).toBe(403)
  })

  it('lists the newest text of each citizen, in pages, numbers masked', async () => {
    const ask = await app.signIn('agent1')
    const seen: Thread[] = []
    let cursor = ''
    do {
      const page = read<Page<Thread>>((await ask('GET', `/api/threads?size=2${cursor}`)).body)
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items)
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    expect(seen.map(({ phone }) => phone)).toEqual([
      '',
      '135****0002',
      '135****0005',
      '135****0004',
      '135****0003',
      '135****0001',
    ])
    expect(seen.map(({ waiting }) => waiting !== null)).toEqual([false, true, false, false, false, false])
    expect(seen[1]?.last.body).toContain('补充')
    expect(JSON.stringify(seen)).not.toContain('+86135')
  })

  it('shows who waits, until somebody answers or looks', async () => {
    const ask = await app.signIn('agent1')
    const waiting = async () => read<Page<Thread>>((await ask('GET', '/api/threads?needsAnswer=true')).body).items
    const [thread] = await waiting()
    const messages = read<Page<{ body: string; direction: string; purpose: string }>>(
      (await ask('GET', `/api/threads/${thread?.citizenId}/messages`)).body,
    )
    expect(messages.items.map(({ direction }) => direction)).toEqual(['out', 'in', 'out', 'in'])
    expect(thread?.waiting?.text).toBe(messages.items[1]?.body)
    const sent = await ask('POST', `/api/threads/${thread?.citizenId}/messages`, { body: '已通知抢修人员，请稍候。' })
    expect(sent).toMatchObject({ status: 200, body: { purpose: 'staffText', status: 'pending', direction: 'out' } })
    await world.outbox.runDue()
    expect(carrier.sent).toContainEqual(
      expect.objectContaining({ to: '+8613511110002', body: '已通知抢修人员，请稍候。' }),
    )
    expect(await waiting()).toEqual([])
    expect((await ask('POST', `/api/threads/${thread?.citizenId}/settle`)).body).toEqual({ settled: 0 })
  })

  it('refuses what may not be sent', async () => {
    const ask = await app.signIn('agent1')
    const threads = read<Page<Thread>>((await ask('GET', '/api/threads')).body).items
    const [nameless, second] = [
      threads.find(({ phone }) => phone === '')?.citizenId,
      threads.find(({ phone }) => phone === '135****0003')?.citizenId,
    ]
    const other = (await world.db.q.select().from(world.db.t.ticket)).find(
      ({ request }) => request === '水管爆了 1',
    )?.id
    const code = async (path: string, body: unknown) =>
      read<{ code: string }>((await ask('POST', path, body)).body).code
    expect(await code(`/api/threads/${nameless}/messages`, { body: '你好' })).toBe('message.no-number')
    expect(await code(`/api/threads/${second}/messages`, { body: '你好', ticketId: other })).toBe('ticket.not-found')
    expect(await code(`/api/threads/${second}/messages`, { body: '  ' })).toBe('request.invalid')
    expect(await code(`/api/threads/${second}/messages`, { body: 'a\0b' })).toBe('request.invalid')
    expect(await code('/api/threads/nobody/messages', { body: '你好' })).toBe('request.invalid')
    await world.text('STOP', { from: '+8613511110003' })
    expect(await code(`/api/threads/${second}/messages`, { body: '你好' })).toBe('message.opted-out')
  })

  it('is a queue of those who wait: the longest first, whoever texts again keeps the place, in pages', async () => {
    const ask = await app.signIn('agent1')
    const start = world.clock.now().getTime()
    for (const last of [3, 5, 1]) await world.text('在三号楼旁边', { from: `+861351111000${last}` })
    await world.text('已经等了很久', { from: '+8613511110003' })
    const seen: Thread[] = []
    let cursor = ''
    do {
      const page = read<Page<Thread>>((await ask('GET', `/api/threads?needsAnswer=true&size=2${cursor}`)).body)
      seen.push(...page.items)
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    expect(seen.map(({ phone }) => phone)).toEqual(['135****0003', '135****0005', '135****0001'])
    const since = (at: string | undefined) => (Date.parse(at ?? '') - start) / 1_000
    expect(seen.map(({ waiting }) => since(waiting?.since))).toEqual([5, 10, 15])
    expect(seen[0]?.waiting?.text).toContain('已经等了很久')
    expect(since(seen[0]?.waiting?.redAt), 'three minutes').toBe(5 + 180)
  })
})
