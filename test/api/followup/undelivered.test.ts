import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../messages/support.ts'

const hour = 3_600_000

describe.each(engines)('a survey or an answer that does not arrive, %s', (engine) => {
  let world: MessageWorld
  let phones = 0
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())
  const someone = () => `+8613912340${String(++phones).padStart(3, '0')}`

  const asked = async () => {
    const from = someone()
    await world.text('水管爆了', { from })
    const ticket = (await world.tickets_()).at(-1)
    if (!ticket) throw new Error('no ticket')
    await world.toFollowUp(ticket.id)
    return { from, ticket }
  }
  const followUp = async (ticketId: string) => {
    const rows = await world.db.q.select().from(world.db.t.followUp).where(eq(world.db.t.followUp.ticketId, ticketId))
    const [row] = rows
    if (!row) throw new Error('nobody is asked')
    return row
  }
  const textOf = async (ticketId: string, notice: string) => {
    const row = (await world.messages_()).findLast((one) => one.ticketId === ticketId && one.notice === notice)
    if (!row) throw new Error(`no ${notice}`)
    return row
  }
  const report = async (messageId: string, status: 'delivered' | 'undelivered' | 'failed' | 'sent') => {
    const row = (await world.messages_()).find(({ id }) => id === messageId)
    await world.messages.noteStatus({
      ref: row?.carrierRef ?? `SM${'f'.repeat(32)}`,
      deliveryToken: null,
      messageId,
      status,
      said: status,
      reason: null,
      errorCode: status === 'undelivered' ? '30003' : null,
    })
  }

  it.each(['undelivered', 'failed'] as const)('is asked by telephone: the question is %s', async (status) => {
    const { ticket } = await asked()
    await world.outbox.runDue()
    await report((await textOf(ticket.id, 'followUp.contacted')).id, status)
    expect(await followUp(ticket.id)).toMatchObject({ state: 'calling', channel: 'call', listedFor: 'undelivered' })
    const entry = (await world.timeline(ticket.id)).find(({ type }) => type === 'followUpListed')
    expect(entry?.data).toMatchObject({ listedFor: 'undelivered' })
    const page = await world.tickets.read.timeline(world.actor('followup1'), ticket.id, { size: 100 })
    const told = page.items.filter(({ type }) => type === 'messageOut')
    expect(told.map(({ arrival }) => arrival)).toContain('failed')
    expect(page.items.filter(({ type }) => type !== 'messageOut').every(({ arrival }) => arrival === null)).toBe(true)
  })

  it('is asked by telephone when the answer itself did not arrive', async () => {
    const { ticket } = await asked()
    await world.outbox.runDue()
    await report((await textOf(ticket.id, 'ticket.answered')).id, 'undelivered')
    expect(await followUp(ticket.id)).toMatchObject({ state: 'calling', listedFor: 'undelivered' })
  })

  it('says nothing of other texts, and of a question that was answered since', async () => {
    const { from, ticket } = await asked()
    await world.outbox.runDue()
    const first = await textOf(ticket.id, 'followUp.contacted')
    await world.text('1', { from })
    await world.outbox.runDue()
    await report(first.id, 'undelivered')
    await report((await textOf(ticket.id, 'ticket.received').catch(() => first)).id, 'failed')
    expect(await followUp(ticket.id)).toMatchObject({ state: 'asking', step: 'solved' })
  })

  it('is no silence when the carrier never said what became of it', async () => {
    const { ticket } = await asked()
    world.carrier.answerOnce({ unknown: true, message: 'ETIMEDOUT' })
    await world.outbox.runDue()
    const questions = (await world.messages_()).filter((one) => one.ticketId === ticket.id && one.status === 'unknown')
    expect(questions).toHaveLength(1)
    // Whichever text the time-out hit, the question is the one nobody heard of.
    const question = await textOf(ticket.id, 'followUp.contacted')
    await world.db.tx((tx) =>
      tx.q
        .update(tx.t.message)
        .set({ status: 'unknown', statusRank: 1 })
        .where(eq(tx.t.message.id, question.id))
        .returning(),
    )
    const reconcile = world.jobs.find(({ name }) => name === 'messages.reconcile')
    world.clock.advance(2 * hour)
    await reconcile?.run()
    expect((await followUp(ticket.id)).state).toBe('asking')
    world.clock.advance(hour + 10 * 60_000)
    await reconcile?.run()
    expect(await followUp(ticket.id)).toMatchObject({ state: 'calling', listedFor: 'undelivered' })
  })

  it('is told once: news that comes late takes nobody out of the conversation again', async () => {
    const { from, ticket } = await asked()
    await world.outbox.runDue()
    const answer = await textOf(ticket.id, 'ticket.answered')
    world.clock.advance(3 * hour + 10 * 60_000)
    const reconcile = world.jobs.find(({ name }) => name === 'messages.reconcile')
    await reconcile?.run()
    expect(await followUp(ticket.id)).toMatchObject({ state: 'calling', listedFor: 'undelivered' })
    await world.text('1', { from })
    expect(await followUp(ticket.id)).toMatchObject({ state: 'asking', step: 'solved' })
    await reconcile?.run()
    await report(answer.id, 'undelivered')
    expect(await followUp(ticket.id)).toMatchObject({ state: 'asking', step: 'solved' })
  })

  it.each(['failed', 'unknown', 'queued', 'pending'] as const)(
    'never counts as no reply: the question is still %s when the wait is over',
    async (status) => {
      const { ticket } = await asked()
      const question = await textOf(ticket.id, 'followUp.contacted')
      await world.db.tx((tx) =>
        tx.q.update(tx.t.message).set({ status }).where(eq(tx.t.message.id, question.id)).returning(),
      )
      world.clock.advance(73 * hour)
      await world.followUps.expireDue()
      expect(await followUp(ticket.id)).toMatchObject({ state: 'calling', listedFor: 'undelivered', doneAt: null })
      world.clock.advance(200 * hour)
      await world.followUps.expireDue()
      expect((await followUp(ticket.id)).state, 'and nobody has rung').toBe('calling')
    },
  )

  it('counts as no reply when it arrived', async () => {
    const { ticket } = await asked()
    await world.outbox.runDue()
    await report((await textOf(ticket.id, 'followUp.contacted')).id, 'delivered')
    world.clock.advance(73 * hour)
    await world.followUps.expireDue()
    expect((await followUp(ticket.id)).state).toBe('noReply')
  })

  it('is answered by text all the same, if it came after all', async () => {
    const { from, ticket } = await asked()
    await world.outbox.runDue()
    await report((await textOf(ticket.id, 'followUp.contacted')).id, 'undelivered')
    expect(await world.text('1', { from })).toContain('解决了吗')
    expect(await followUp(ticket.id)).toMatchObject({
      state: 'asking',
      channel: 'sms',
      contacted: true,
      listedFor: null,
    })
    await world.text('1', { from })
    await world.text('5', { from })
    expect(await followUp(ticket.id)).toMatchObject({ state: 'answered', channel: 'sms', grade: 5, withoutCall: null })
  })

  it('goes to a person after two replies that nobody understands', async () => {
    const { from, ticket } = await asked()
    expect(await world.text('不好说', { from })).toContain('没有看懂')
    expect(await world.text('11', { from })).toContain('打电话')
    expect(await followUp(ticket.id)).toMatchObject({ state: 'calling', listedFor: 'unclear', contacted: null })
    expect((await world.tickets_()).filter(({ citizenId }) => citizenId === ticket.citizenId)).toHaveLength(1)
  })
})
