import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeStatus, rankOf } from '../../../../api/messages/sending/status.rules.ts'
import type { Placed } from '../../../../api/telephony/outcomes.types.ts'
import type { StoredTextStatus, TextStatus } from '../../../../api/vocabulary/message.ts'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'

const order: StoredTextStatus[] = ['pending', 'unknown', 'queued', 'sending', 'sent', 'delivered', 'read']

describe('status ranks', () => {
  it('only ever move on', () => {
    for (const [i, from] of order.entries())
      for (const [j, to] of order.entries()) {
        const verdict = judgeStatus({ status: from, statusRank: rankOf(from) }, to)
        expect([from, to, verdict]).toEqual([from, to, j > i ? 'advance' : 'stale'])
      }
  })

  it('tell contradicting ends from repeated ones', () => {
    const delivered = { status: 'delivered' as const, statusRank: rankOf('delivered') }
    expect(judgeStatus(delivered, 'undelivered')).toBe('conflict')
    expect(judgeStatus(delivered, 'delivered')).toBe('stale')
    expect(judgeStatus(delivered, 'read')).toBe('advance')
  })
})

describe.each(engines)('sending and its status on %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  let caller = 0
  const reply = async (placed: Placed | null = null) => {
    const from = `+86137${String(++caller).padStart(8, '0')}`
    await world.text('水管爆了', { from })
    if (placed) world.carrier.answerOnce(placed)
    await world.outbox.runDue()
    const row = async () => (await world.messages_()).find(({ toNumber }) => toNumber === from)
    return { from, row, id: (await row())?.id ?? '', ref: (await row())?.carrierRef ?? '' }
  }
  const hear = (
    ref: string,
    status: TextStatus,
    more: { messageId?: string; errorCode?: string; deliveryToken?: string; reason?: 'stoppedByReceiver' } = {},
  ) =>
    world.messages.noteStatus({
      ref,
      status,
      said: status,
      reason: null,
      errorCode: null,
      deliveryToken: null,
      messageId: null,
      ...more,
    })

  it('follows callbacks in any order', async () => {
    const { row, ref } = await reply()
    expect(await row()).toMatchObject({ status: 'queued' })
    for (const status of ['sent', 'sending', 'delivered', 'sent', 'undelivered'] as const) await hear(ref, status)
    expect(await row()).toMatchObject({ status: 'delivered' })
  })

  it('leaves a timed-out text unknown, sends it no second time, and settles it by the callback', async () => {
    const { row, id, from } = await reply({ unknown: true, message: 'ECONNABORTED' })
    expect(await row()).toMatchObject({ status: 'unknown', carrierRef: null })
    world.clock.advance(7_200_000)
    await world.outbox.runDue()
    expect(world.carrier.sent.filter(({ to }) => to === from)).toHaveLength(1)
    await hear('SM' + 'f'.repeat(30) + String(caller).padStart(2, '0'), 'sent', { messageId: id })
    expect(await row()).toMatchObject({
      status: 'sent',
      carrierRef: 'SM' + 'f'.repeat(30) + String(caller).padStart(2, '0'),
    })
  })

  it('sends again what the carrier was too busy for', async () => {
    const { row, from } = await reply({ later: true, message: '429' })
    expect(await row()).toMatchObject({ status: 'pending' })
    world.clock.advance(6_000)
    await world.outbox.runDue()
    expect(await row()).toMatchObject({ status: 'queued' })
    expect(world.carrier.sent.filter(({ to }) => to === from)).toHaveLength(1)
  })

  it('keeps in the ledger who told the carrier to stop, and sends no more', async () => {
    const { row, from } = await reply({ refused: 'stoppedByReceiver', code: '21610', message: 'unsubscribed' })
    expect(await row()).toMatchObject({ status: 'refused', errorCode: '21610' })
    expect((await world.optOuts()).filter(({ phone }) => phone === from)).toMatchObject([
      { state: 'stopped', source: 'carrier' },
    ])
    await world.text('还是没来修', { from })
    await world.outbox.runDue()
    expect(world.carrier.sent.filter(({ to }) => to === from)).toHaveLength(0)
  })

  it('shuts nobody out again by late news of a text that was written before they asked for texts', async () => {
    const { ref, from } = await reply()
    const states = async () =>
      (await world.optOuts()).filter(({ phone }) => phone === from).map(({ state, source }) => [state, source])
    await world.text('STOP', { from })
    await world.text('START', { from, resumes: true })
    await hear(ref, 'undelivered', { errorCode: '21610', reason: 'stoppedByReceiver' })
    expect(await states()).toEqual([
      ['stopped', 'text'],
      ['started', 'text'],
    ])
    await world.text('还是没来修', { from })
    world.carrier.answerOnce({ refused: 'stoppedByReceiver', code: '21610', message: 'unsubscribed' })
    await world.outbox.runDue()
    expect((await states()).at(-1)).toEqual(['stopped', 'carrier'])
  })

  it('sends nothing again when the result could not be noted', async () => {
    const taken =
      (await world.messages_()).find(({ carrierRef, direction }) => direction === 'in' && carrierRef !== null)
        ?.carrierRef ?? ''
    const { from, row } = await reply({ ref: taken })
    world.clock.advance(7_200_000)
    await world.outbox.runDue()
    expect(world.carrier.sent.filter(({ to }) => to === from)).toHaveLength(1)
    for (const job of world.jobs) await job.run()
    expect(await row()).toMatchObject({ status: 'unknown' })
  })

  it('fails a text for good on any other refusal', async () => {
    const { row } = await reply({ refused: 'other', code: '21614', message: 'not a mobile' })
    expect(await row()).toMatchObject({ status: 'failed', errorCode: '21614' })
  })

  it('answers a callback about nothing, and one repeated', async () => {
    await hear('SM' + '9'.repeat(32), 'sent')
    const { ref, row } = await reply()
    await hear(ref, 'delivered', { deliveryToken: 'again' })
    await hear(ref, 'delivered', { deliveryToken: 'again' })
    expect(await row()).toMatchObject({ status: 'delivered' })
  })

  it('honours STOP before any send, also one that was promised already', async () => {
    const from = '+8613612340009'
    await world.text('水管爆了', { from })
    expect(await world.text('退订', { from })).toBe('')
    await world.outbox.runDue()
    expect(world.carrier.sent.filter(({ to }) => to === from)).toHaveLength(0)
    expect((await world.messages_()).filter(({ toNumber }) => toNumber === from)).toMatchObject([{ status: 'refused' }])
    const [ticket] = (await world.tickets_()).slice(-1)
    await world.act(ticket?.id ?? '', 'dispatcher1', 'dispatch')
    expect((await world.messages_()).filter(({ toNumber }) => toNumber === from).at(-1)).toMatchObject({
      status: 'refused',
      purpose: 'notice',
    })
    expect(await world.text('恢复', { from })).toContain('已恢复')
    await world.text('START', { from, optOut: 'start' })
    await world.outbox.runDue()
    expect(world.carrier.sent.filter(({ to }) => to === from)).toHaveLength(1)
    expect((await world.optOuts()).filter(({ phone }) => phone === from).map(({ state }) => state)).toEqual([
      'stopped',
      'started',
      'started',
    ])
  })

  it('shows what the outbox knows of a text whose sender died', async () => {
    await world.text('水管爆了', { from: '+8613612340010' })
    const row = async () => (await world.messages_()).find(({ toNumber }) => toNumber === '+8613612340010')
    const id = (await row())?.id ?? ''
    const { eq } = await import('drizzle-orm')
    await world.db.tx(async (tx) => {
      await tx.q
        .update(tx.t.outbox)
        .set({ state: 'running', lockedUntil: new Date(world.clock.now().getTime() + 1_000) })
        .where(eq(tx.t.outbox.key, `sms:${id}`))
    })
    world.clock.advance(2_000)
    await world.outbox.runDue()
    for (const job of world.jobs) await job.run()
    expect(await row()).toMatchObject({ status: 'unknown' })
  })

  it('fetches pictures after the commit and keeps them by what they are', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40, 1)])
    const from = '+8613612340011'
    const media = [{ url: 'https://api.twilio.com/a', contentType: 'image/jpeg' }]
    world.carrier.serveMedia({ bytes: png, contentType: 'image/jpeg' })
    await world.text('水管爆了，见图', { from, media })
    expect((await world.attachments()).at(-1)).toMatchObject({ state: 'pending' })
    await world.outbox.runDue()
    const [kept] = await world.attachments()
    expect(kept).toMatchObject({ state: 'stored', contentType: 'image/png', name: 'picture-1.png', size: 48 })
    expect(kept?.ticketId).toBe(
      (await world.db.q.select().from(world.db.t.ticket)).find(({ request }) => request === '水管爆了，见图')?.id,
    )
    expect(await world.messages.deps.files.get(kept?.sha256 ?? '')).toEqual(png)
    world.carrier.serveMedia({ bytes: Buffer.from('<script>'), contentType: 'image/png' })
    await world.text('', { from, media })
    await world.outbox.runDue()
    expect((await world.attachments()).find(({ id }) => id !== kept?.id)).toMatchObject({
      state: 'refused',
      ticketId: kept?.ticketId,
    })
  })
})
