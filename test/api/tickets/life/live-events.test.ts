import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { strayEvents } from '../../../support/live-events.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

const hour = 3_600_000

describe.each(engines)('the live events of a ticket, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  it('are members of the list, over its whole life and what follows', async () => {
    const citizen = await w.citizen()
    w.cannotText.add(citizen.id)
    const ticket = await w.open({ citizenId: citizen.id, danger: 'gas', urgency: 'critical' })
    await w.act(ticket, 'dispatcher1', 'dispatch')
    w.clock.advance(8 * hour)
    for (const job of w.tickets.jobs) await job.run()
    await w.act(ticket, 'hedong-binjiang-1', 'sign')
    await w.act(ticket, 'supervisor1', 'supervise', { kind: 'daily', trigger: 'other', text: '请抓紧办理' })
    await w.act(ticket, 'hedong-binjiang-1', 'answer', { text: '已处理', result: '完成' })
    await w.act(ticket, 'reviewer1', 'passReview')
    const caller = w.actor('followup1')
    const followUp = async () => {
      const row = (await w.rows.followUps(ticket.id)).at(-1)
      if (!row) throw new Error('no follow-up')
      return row
    }
    const { id, version } = await followUp()
    await w.followUps.claim(caller, id, { version, claim: true })
    await w.followUps.recordAttempt(caller, id, { version: version + 1, outcome: 'later' })
    const said = { contacted: true, solved: false, grade: 1, reason: '没有处理', withoutCall: '用值班电话回访' }
    await w.followUps.recordCall(caller, id, { version: version + 2, ...said })

    const rows = await w.db.q.select().from(w.db.t.liveEvent)
    const told = rows.filter(({ entityId }) => entityId === ticket.id || entityId === id)
    expect(told.map(({ topic, type }) => `${topic} ${type}`)).toEqual([
      'ticket created',
      'alert danger',
      'ticket dispatch',
      'alert unsigned',
      'alert uncontacted',
      'alert overdue',
      'ticket sign',
      'ticket supervise',
      'ticket answer',
      'ticket passReview',
      'followUp started',
      'followUp claimed',
      'followUp attempted',
      'followUp answered',
      'ticket redo',
    ])
    expect(await strayEvents(w.db)).toEqual([])
  })

  it('are found out when they are no members', async () => {
    const row = {
      at: w.clock.now(),
      topic: 'ticket',
      type: 'sign',
      entityId: 'x',
      audience: {},
      payload: { number: '1' },
    }
    await w.db.tx((tx) => tx.q.insert(tx.t.liveEvent).values(row))
    expect(await strayEvents(w.db)).toEqual([expect.stringContaining('ticket sign')])
    await w.db.tx((tx) => tx.q.delete(tx.t.liveEvent))
  })
})
