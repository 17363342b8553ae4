import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../tickets/support.ts'
import { newestFollowUp } from './scene.ts'

describe.each(engines)('one question at a time for each citizen, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  const followUp = (ticket: { id: string }) => newestFollowUp(w, ticket.id)
  const states = async (...tickets: { id: string }[]) =>
    Promise.all(tickets.map(async (ticket) => (await followUp(ticket)).state))
  const pass = (ticket: { id: string }) => w.act(ticket, 'reviewer1', 'passReview')
  const called = { contacted: true, solved: true, grade: 5, withoutCall: '用值班电话回访' }
  const record = async (ticket: { id: string }) => {
    const { id, version } = await followUp(ticket)
    return w.followUps.recordCall(w.actor('followup1'), id, { version, ...called })
  }
  /** What must not happen happens now and then where writers run side by side; SQLite has one. */
  const rounds = Array.from({ length: engine === 'postgres' ? 6 : 1 }, (_, index) => index)

  it('asks about one of two answers that pass at the same instant', async () => {
    for (const _ of rounds) {
      const citizenId = (await w.citizen()).id
      const both = [await w.answered({ citizenId }), await w.answered({ citizenId })] as const
      await Promise.all(both.map(pass))
      expect((await states(...both)).sort()).toEqual(['asking', 'waiting'])
    }
  })

  it('leaves nobody waiting for ever when one question ends as the next answer passes', async () => {
    for (const _ of rounds) {
      const citizenId = (await w.citizen()).id
      const first = await w.reviewed({ citizenId })
      const second = await w.answered({ citizenId })
      await Promise.all([record(first), pass(second)])
      expect(await states(first, second)).toEqual(['answered', 'asking'])
    }
  })

  it('asks on once when two questions end at the same instant', async () => {
    for (const _ of rounds) {
      const citizenId = (await w.citizen()).id
      w.cannotText.add(citizenId)
      const called = await w.reviewed({ citizenId })
      w.cannotText.delete(citizenId)
      const first = await w.reviewed({ citizenId })
      const [second, third] = [await w.reviewed({ citizenId }), await w.reviewed({ citizenId })]
      await Promise.all([record(called), record(first)])
      expect(await states(called, first, second, third)).toEqual(['answered', 'answered', 'asking', 'waiting'])
    }
  })

  it('asks nothing more while a question is open, though another ticket was settled by telephone', async () => {
    const citizenId = (await w.citizen()).id
    const [first, second, third] = [
      await w.reviewed({ citizenId }),
      await w.reviewed({ citizenId }),
      await w.reviewed({ citizenId }),
    ]
    await record(second)
    expect(await states(first, second, third)).toEqual(['asking', 'answered', 'waiting'])
  })

  it('goes on to the next ticket when the one that is asked about is done again', async () => {
    const citizenId = (await w.citizen()).id
    const [first, second] = [await w.reviewed({ citizenId }), await w.reviewed({ citizenId })]
    const open = await followUp(first)
    await w.act(first, 'followup1', 'redo', { reason: '未解决' })
    expect(await states(first, second)).toEqual(['cancelled', 'asking'])
    expect(w.notices.at(-1)).toMatchObject({ citizenId, notice: 'ticket.redo' })
    await expect(
      w.followUps.recordCall(w.actor('followup1'), open.id, { version: open.version, ...called }),
    ).rejects.toMatchObject({ code: 'follow-up.settled' })
  })

  it('lets acts on several tickets of one citizen, and of citizens merged with them, go on at once', async () => {
    const people = [await w.citizen(), await w.citizen()] as const
    const merged = async (main: string, joins: string) => {
      const ticket = await w.handling({ citizenId: main })
      await w.act(await w.open({ citizenId: joins }), 'dispatcher1', 'merge', { mainTicketId: ticket.id })
      return w.act(ticket, 'hedong-binjiang-1', 'answer', { text: '已清运', result: '完成' })
    }
    for (const _ of rounds) {
      const both = [await merged(people[0].id, people[1].id), await merged(people[1].id, people[0].id)]
      const results = await Promise.allSettled([
        ...both.map(pass),
        ...both.map((ticket) => w.act(ticket, 'agent1', 'supplement', { text: '还有一处' })),
        w.followUps.expireDue(),
      ])
      expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'fulfilled'))
      w.clock.advance(80 * 3_600_000)
    }
    const asked = (await w.db.q.select().from(w.db.t.followUp)).filter(({ state }) => state === 'asking')
    for (const { id } of people) expect(asked.filter(({ citizenId }) => citizenId === id).length).toBeLessThan(2)
  })
})
