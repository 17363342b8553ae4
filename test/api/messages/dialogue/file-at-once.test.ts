import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'

describe.each(engines)('a text that waits for a choice while an agent files it, %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  let people = 0
  const body = '要求退款，店家不理'
  /** A citizen with a ticket, and a text of theirs that may belong to it. */
  const waiting = async () => {
    const from = `+86139${String(++people).padStart(8, '0')}`
    await world.text('水管爆了', { from })
    await world.text(body, { from })
    const contact = (await world.contacts_()).findLast(({ text }) => text === body)
    if (!contact) throw new Error('no contact')
    return { from, contact }
  }
  const file = (contactId: string) =>
    world.contacts.fileTicket(world.actor('agent1'), { contactId, channel: 'sms', text: body })
  const filedFrom = async (citizenId: string) =>
    (await world.db.q.select().from(world.db.t.ticket)).filter(
      (ticket) => ticket.citizenId === citizenId && ticket.request === body,
    )
  const expire = async () => {
    world.clock.advance(24 * 3_600_000)
    for (const job of world.jobs) await job.run()
  }
  const rounds = Array.from({ length: engine === 'postgres' ? 6 : 1 }, (_, index) => index)

  it('becomes one ticket when two agents file it at the same instant', async () => {
    for (const _ of rounds) {
      const { contact } = await waiting()
      const results = await Promise.allSettled([file(contact.id), file(contact.id)])
      expect(await filedFrom(contact.citizenId)).toHaveLength(1)
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'ticket.contact-filed' },
      })
    }
  })

  it('stays the ticket the agent made when nobody chooses', async () => {
    const { contact } = await waiting()
    const ticket = await file(contact.id)
    await expire()
    expect(await filedFrom(contact.citizenId)).toMatchObject([{ id: ticket.id }])
    expect((await world.contacts_()).find(({ id }) => id === contact.id)).toMatchObject({ ticketId: ticket.id })
  })

  it('goes with its pictures to the ticket the agent makes of it', async () => {
    const from = `+86139${String(++people).padStart(8, '0')}`
    await world.text('水管爆了', { from })
    await world.text(body, { from, media: [{ url: 'https://api.twilio.com/media/ME1', contentType: 'image/jpeg' }] })
    const contact = (await world.contacts_()).findLast(({ text }) => text === body)
    const ticket = await file(contact?.id ?? '')
    const message = (await world.messages_()).find(
      ({ contactId, direction }) => contactId === contact?.id && direction === 'in',
    )
    expect(message).toMatchObject({ ticketId: ticket.id })
    expect((await world.attachments()).filter(({ messageId }) => messageId === message?.id)).toMatchObject([
      { ticketId: ticket.id },
    ])
  })

  it('is added to the chosen ticket or filed, not both, when the citizen chooses as the time ends', async () => {
    for (let turns = 0; turns < (engine === 'postgres' ? 24 : 2); turns++) {
      const { from, contact } = await waiting()
      world.clock.advance(24 * 3_600_000 - 1_500)
      const choosing = world.text('1', { from })
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
      world.clock.advance(1_500)
      await Promise.all([choosing, ...world.jobs.map((job) => job.run())])
      const added = (await world.db.q.select().from(world.db.t.timelineEntry)).filter(
        ({ type, text, actorId }) => type === 'supplement' && text === body && actorId === contact.citizenId,
      )
      expect([turns, added.length + (await filedFrom(contact.citizenId)).length]).toEqual([turns, 1])
    }
  })

  it('becomes one ticket when the citizen chooses “new” as the agent files it', async () => {
    for (const _ of rounds) {
      const { from, contact } = await waiting()
      const results = await Promise.allSettled([file(contact.id), world.text('2', { from })])
      expect(await filedFrom(contact.citizenId)).toHaveLength(1)
      expect(results[1]?.status).toBe('fulfilled')
    }
  })
})
