import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestWorld, type TestWorld } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'
import { account, publicUrl, startCarrier, type TestCarrier } from '../telephony/carrier.support.ts'
import { composeMessages } from './support.ts'

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 7)])

describe.each(engines)('texts through the practice carrier on %s', (engine) => {
  let parts: TestWorld
  let world: ReturnType<typeof composeMessages>
  let phone: TestCarrier
  let dataDir = ''
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'yixian-carrier-'))
    phone = await startCarrier((request) => world.app.request(request))
    parts = await createTestWorld(engine, { dataDir, publicUrl, twilio: { ...account, apiUrl: phone.apiUrl } })
    world = composeMessages(parts, phone.telephony)
  })
  afterAll(async () => {
    await phone.close()
    await parts.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  /** Lets the hotline send what it promised, and the network deliver it. */
  const work = async () => {
    await world.outbox.runDue()
    await phone.carrier.advance(3_000)
  }
  const replies = (number: string) =>
    phone
      .shows(number)
      .filter(({ to }) => to === number)
      .map(({ body }) => body)
  const outgoing = async (number: string) => (await world.messages_()).filter(({ toNumber }) => toNumber === number)
  const requests = async () => (await world.db.q.select().from(world.db.t.ticket)).map(({ request }) => request)

  it('answers a text with a ticket number, and hears that it arrived', async () => {
    await phone.text('+8613700000001', '水管爆了 🚰')
    await work()
    expect(replies('+8613700000001')).toEqual([expect.stringMatching(/工单号\d{4} \d{4} \d{4}/)])
    expect(await outgoing('+8613700000001')).toMatchObject([
      { status: 'delivered', carrierRef: expect.stringMatching(/^SM/) },
    ])
    await phone.text('+8613700000001', '进度')
    await work()
    expect(replies('+8613700000001').at(-1)).toContain('已受理')
  })

  it.each([
    ['duplicate', '+8613700000002'],
    ['duplicate-new-token', '+8613700000022'],
  ] as const)('makes one ticket and one answer of a webhook that comes twice (%s)', async (kind, number) => {
    phone.fault({ kind, match: '/incoming', times: 1 })
    await phone.text(number, `水管爆了 ${kind}`)
    await phone.carrier.advance(1_000)
    await work()
    expect((await requests()).filter((text) => text === `水管爆了 ${kind}`)).toHaveLength(1)
    expect((await world.contacts_()).filter(({ text }) => text === `水管爆了 ${kind}`)).toHaveLength(1)
    expect(replies(number)).toHaveLength(1)
  })

  it.each([
    ['without its own list', false, '+8613700000041', 'STOP', 'YES'],
    ['without its own list', false, '+8613700000042', 'unsubscribe', 'Unstop'],
    ['with Advanced Opt-Out', true, '+8613700000043', 'TD', 'yes'],
    ['with Advanced Opt-Out', true, '+8613700000044', '退订', 'START'],
  ] as const)(
    'agrees with the carrier %s on who stopped and began again (%s)',
    async (_, advanced, number, stop, start) => {
      phone.carrier.core.settings.advancedOptOut = advanced
      const blocked = () => phone.carrier.core.optedOut.has(`${number}|+862155512345`)
      const states = async () =>
        (await world.optOuts()).filter(({ phone: of }) => of === number).map(({ state }) => state)
      try {
        await phone.text(number, '水管爆了')
        await phone.text(number, '撤销')
        await work()
        // An answer to a question for whoever never stopped, whatever the carrier takes it for.
        await phone.text(number, 'YES')
        expect(await states()).toEqual([])
        await phone.text(number, stop)
        expect([blocked(), await states()]).toEqual([true, ['stopped']])
        await phone.text(number, start)
        expect([blocked(), await states()]).toEqual([false, ['stopped', 'started']])
        // Stopped at the carrier alone: its refusal closes our ledger, and its word opens both.
        phone.carrier.core.optedOut.add(`${number}|+862155512345`)
        await phone.text(number, '你好')
        await work()
        expect((await states()).at(-1)).toBe('stopped')
        await phone.text(number, start)
        await phone.text(number, '你好')
        await work()
        expect([blocked(), (await states()).at(-1)]).toEqual([false, 'started'])
        expect((await outgoing(number)).at(-1)).toMatchObject({ status: 'delivered' })
      } finally {
        phone.carrier.core.settings.advancedOptOut = false
      }
    },
  )

  it('refuses a webhook with a wrong signature, and nothing changes', async () => {
    phone.fault({ kind: 'wrong-signature', match: '/incoming', times: 4 })
    const before = await requests()
    await phone.text('+8613700000003', '水管爆了 假的')
    await phone.carrier.advance(60_000)
    expect(await requests()).toEqual(before)
    expect((await world.metrics.refusedWebhooks.get()).values[0]?.value).toBeGreaterThan(0)
  })

  it('takes a text that names an unknown messaging service', async () => {
    phone.fault({ kind: 'unknown-service', times: 1 })
    await phone.text('+8613700000004', '水管爆了 服务号')
    expect(await requests()).toContain('水管爆了 服务号')
  })

  it('comes through 429 by waiting', async () => {
    phone.fault({ kind: 'rest-429', match: '/Messages', times: 2 })
    await phone.text('+8613700000005', '水管爆了')
    await work()
    expect(replies('+8613700000005')).toHaveLength(1)
    expect(await outgoing('+8613700000005')).toMatchObject([{ status: 'delivered' }])
  })

  it('sends once when the answer is late, and learns what became of it by the callback', async () => {
    phone.fault({ kind: 'rest-late', match: 'Messages', times: 1, ms: 60_000 })
    await phone.text('+8613700000006', '水管爆了')
    await world.outbox.runDue()
    expect(await outgoing('+8613700000006')).toMatchObject([{ status: 'unknown', carrierRef: null }])
    await phone.carrier.advance(3_000)
    expect(await outgoing('+8613700000006')).toMatchObject([
      { status: 'delivered', carrierRef: expect.stringMatching(/^SM/) },
    ])
    await work()
    expect(replies('+8613700000006')).toHaveLength(1)
  })

  it('leaves a lost request unknown and repeats nothing', async () => {
    phone.fault({ kind: 'rest-lost', match: 'Messages', times: 1 })
    await phone.text('+8613700000007', '水管爆了')
    await work()
    parts.clock.advance(7_200_000)
    await work()
    expect(replies('+8613700000007')).toEqual([])
    expect(await outgoing('+8613700000007')).toMatchObject([{ status: 'unknown' }])
  })

  const lookAgain = async (ms: number) => {
    parts.clock.advance(ms)
    for (const job of world.jobs) if (job.name === 'messages.reconcile') await job.run()
  }

  it('asks the carrier about a text whose callbacks were all lost', async () => {
    phone.fault({ kind: 'missing', match: '/status' })
    await phone.text('+8613700000031', '水管爆了')
    await work()
    await phone.carrier.advance(60_000)
    expect(await outgoing('+8613700000031')).toMatchObject([{ status: 'queued' }])
    await lookAgain(5 * 60_000)
    expect(await outgoing('+8613700000031')).toMatchObject([{ status: 'queued' }])
    await lookAgain(15 * 60_000)
    expect(await outgoing('+8613700000031')).toMatchObject([{ status: 'delivered' }])
    phone.carrier.core.faults.clear()
  })

  it('finds a text again that the carrier took without an answer and without a callback', async () => {
    await phone.carrier.advance(Math.max(0, parts.clock.now().getTime() - phone.carrier.core.clock.now()))
    phone.fault({ kind: 'rest-late', match: 'Messages', times: 1, ms: 60_000 })
    phone.fault({ kind: 'missing', match: '/status' })
    await phone.text('+8613700000032', '水管爆了')
    await work()
    await phone.carrier.advance(60_000)
    expect(await outgoing('+8613700000032')).toMatchObject([{ status: 'unknown', carrierRef: null }])
    await lookAgain(20 * 60_000)
    expect(await outgoing('+8613700000032')).toMatchObject([
      { status: 'delivered', carrierRef: expect.stringMatching(/^SM/) },
    ])
    expect(replies('+8613700000032')).toHaveLength(1)
    phone.carrier.core.faults.clear()
  })

  it('follows statuses that come late, out of order or twice', async () => {
    phone.fault({ kind: 'reorder', match: '/status', times: 1 })
    phone.fault({ kind: 'duplicate', match: '/status', times: 2 })
    await phone.text('+8613700000008', '水管爆了')
    await work()
    await phone.carrier.advance(60_000)
    expect(await outgoing('+8613700000008')).toMatchObject([{ status: 'delivered' }])
    phone.fault({ kind: 'undelivered', times: 1 })
    await phone.text('+8613700000009', '水管爆了')
    await work()
    expect(await outgoing('+8613700000009')).toMatchObject([{ status: 'undelivered', errorCode: '30003' }])
  })

  it('sends nothing after STOP, which the carrier confirms by itself', async () => {
    await phone.text('+8613700000010', '水管爆了')
    await phone.text('+8613700000010', 'STOP')
    await work()
    expect(replies('+8613700000010')).toEqual([expect.stringContaining('unsubscribed')])
  })

  it('writes the ledger when only the carrier knew of the STOP', async () => {
    phone.carrier.core.optedOut.add('+8613700000011|+862155512345')
    await phone.text('+8613700000011', '水管爆了')
    await work()
    expect(await outgoing('+8613700000011')).toMatchObject([{ status: 'refused', errorCode: '21610' }])
    expect((await world.optOuts()).filter(({ phone: number }) => number === '+8613700000011')).toMatchObject([
      { source: 'carrier', state: 'stopped' },
    ])
  })

  it('keeps pictures, and opens no foreign host', async () => {
    await phone.text('+8613700000012', '水管爆了，见图', [
      { contentType: 'image/png', base64: png.toString('base64') },
      { contentType: 'image/png', url: 'http://169.254.169.254/latest/meta-data' },
    ])
    await work()
    const rows = (await world.attachments()).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    expect(rows).toMatchObject([{ state: 'stored', size: png.length }, { state: 'refused' }])
    expect(await world.messages.deps.files.get(rows[0]?.sha256 ?? '')).toEqual(png)
  })
})
