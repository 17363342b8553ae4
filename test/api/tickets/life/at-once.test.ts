import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

describe.each(engines)('acts on two tickets that belong together, at the same instant, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  /** What must not happen happens now and then where writers run side by side; SQLite has one. */
  const rounds = Array.from({ length: engine === 'postgres' ? 8 : 1 }, (_, index) => index)
  const merge = (ticket: { id: string; version: number }, into: { id: string }) =>
    w.tickets.act.act(w.actor('dispatcher1'), {
      ticketId: ticket.id,
      version: ticket.version,
      action: 'merge',
      input: { mainTicketId: into.id },
    })
  const states = async (...tickets: { id: string }[]) =>
    Promise.all(tickets.map(async ({ id }) => (await w.rows.ticket(id)).state))
  const refusals = (results: PromiseSettledResult<unknown>[]) =>
    results.map((result) => (result.status === 'rejected' ? Reflect.get(Object(result.reason), 'code') : null))

  it('merges one of two requests that are merged into each other', async () => {
    for (const _ of rounds) {
      const [one, two] = [await w.open(), await w.open()]
      const results = await Promise.allSettled([merge(one, two), merge(two, one)])
      expect((await states(one, two)).toSorted()).toEqual(['awaitingDispatch', 'merged'])
      expect(refusals(results)).toContain('ticket.merge-target')
    }
  })

  it('merges nothing into a request that is withdrawn', async () => {
    for (const _ of rounds) {
      const [main, repeated] = [await w.open(), await w.open()]
      await Promise.allSettled([merge(repeated, main), w.act(main, 'agent1', 'withdraw', { reason: '不再需要' })])
      expect([
        ['withdrawn', 'awaitingDispatch'],
        ['awaitingDispatch', 'merged'],
      ]).toContainEqual(await states(main, repeated))
    }
  })

  it('tells and asks everybody who was merged in, though the answer passed meanwhile', async () => {
    for (const _ of rounds) {
      const [main, repeated] = [await w.answered(), await w.open()]
      await Promise.allSettled([merge(repeated, main), w.act(main, 'reviewer1', 'passReview')])
      const [state] = await states(repeated)
      const asked = (await w.rows.followUps(repeated.id)).length
      expect([
        ['awaitingDispatch', 0],
        ['merged', 1],
      ]).toContainEqual([state, asked])
    }
  })

  it('is answered as it left the ticket, and not done where the answer cannot be read', async () => {
    const ticket = await w.handling()
    const [actor, note] = [
      w.actor('agent1'),
      { ticketId: ticket.id, action: 'note', input: { text: '已回电' } } as const,
    ]
    const answer = await w.tickets.act.actAndAnswer(actor, note, (tx, after) => w.tickets.read.dto(actor, after, tx))
    expect(answer).toEqual(await w.tickets.read.ticket(actor, ticket.id))
    const failing = w.tickets.act.actAndAnswer(actor, note, () => Promise.reject(new Error('a broken view')))
    await expect(failing).rejects.toThrow('a broken view')
    expect((await w.rows.ticket(ticket.id)).version).toBe(answer.version)
  })
})
