import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDeskNotices } from '../../../api/desk-notices/desk-notices.ts'
import { engines } from '../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../tickets/support.ts'
import { listedIn, newestFollowUp } from './scene.ts'

const day = 86_400_000

describe.each(engines)('what is owed of a follow-up whose ticket waits for nobody (%s)', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  beforeEach(() => {
    do w.clock.advance(day)
    while (w.clock.now().getUTCDay() !== 1)
  })
  const run = () => w.followUps.jobs.find(({ name }) => name === 'followUp.remind')?.run() ?? Promise.resolve(-1)
  const told = async (ticketId: string) =>
    (await w.db.q.select().from(w.db.t.liveEvent))
      .toSorted((a, b) => a.seq - b.seq)
      .filter(({ entityId, type }) => entityId === ticketId && type.startsWith('waits'))
      .map(({ type, payload, audience }) => [type, payload['level'], audience.roles])
  const bell = async (ticketId: string) =>
    (await createDeskNotices(w.deps).list(w.actor('supervisor1'), { size: 100 })).items
      .filter((one) => one.ticketId === ticketId || one.entityId === ticketId)
      .map(({ type }) => type)
  /** Dissatisfied, noted without a call: the ticket is closed, and a supervisor owes two looks. */
  const dissatisfied = async () => {
    const { ticket, id } = await listedIn(w)
    const { version } = await newestFollowUp(w, ticket.id)
    const said = { contacted: true, solved: false, grade: 1, withoutCall: '市民来中心当面答复' }
    await w.followUps.recordCall(w.actor('followup1'), id, { version, ...said })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', remindAt: null })
    return { ticket, id }
  }

  it('reminds supervisors of a result without a call, then of the decision, administrators too from the second time on, until it is made', async () => {
    const { ticket, id } = await dissatisfied()
    w.clock.advance(day - 1)
    await run()
    expect(await told(ticket.id)).toEqual([])
    w.clock.advance(1)
    await run()
    await run()
    expect(await told(ticket.id)).toEqual([['waitsCheck', 1, ['supervisor']]])
    expect(await bell(ticket.id)).toContain('waitsCheck')
    const version = async () => (await newestFollowUp(w, ticket.id)).version
    await w.followUps.check(w.actor('supervisor1'), id, { version: await version(), accept: true })
    expect(await bell(ticket.id)).not.toContain('waitsCheck')
    w.clock.advance(day)
    await run()
    expect((await told(ticket.id)).slice(1)).toEqual([['waitsDecision', 2, ['supervisor', 'admin']]])
    expect(await bell(ticket.id)).toEqual(expect.arrayContaining(['waitsDecision', 'dissatisfied']))
    const line = (await w.rows.timeline(ticket.id)).findLast(({ type }) => type === 'warned')
    expect(line).toMatchObject({ visibility: 'hotline', data: { kind: 'waitsDecision', level: 2 } })
    await w.followUps.decide(w.actor('supervisor1'), id, { version: await version(), decision: 'keep', reason: '办结' })
    const waiting = (await bell(ticket.id)).filter((type) => type.startsWith('waits') || type === 'dissatisfied')
    expect(waiting).toEqual([])
    w.clock.advance(7 * day)
    await run()
    expect(await told(ticket.id)).toHaveLength(2)
  })

  it('tells once what two processes find, and of several missed the last', async () => {
    const { ticket } = await dissatisfied()
    w.clock.advance(3 * day)
    await Promise.all([run(), run(), run()])
    expect(await told(ticket.id)).toEqual([['waitsCheck', 3, ['supervisor', 'admin']]])
  })

  it('begins anew where a result is not accepted and the next one waits again', async () => {
    const { ticket, id } = await dissatisfied()
    w.clock.advance(2 * day)
    await run()
    const before = await newestFollowUp(w, ticket.id)
    expect(before.reminded).toBe(2)
    const refused = { version: before.version, accept: false, note: '请电话核实' }
    await w.followUps.check(w.actor('supervisor1'), id, refused)
    expect(await newestFollowUp(w, ticket.id)).toMatchObject({ state: 'calling', reminded: 0 })
  })

  it('reminds whoever rings of a citizen whose request was merged: that ticket waits for nobody by itself', async () => {
    const citizen = await w.citizen()
    w.cannotText.add(citizen.id)
    const [main, child] = [await w.answered(), await w.open({ citizenId: citizen.id })]
    await w.act(child, 'dispatcher1', 'merge', { mainTicketId: main.id })
    await w.act(main, 'reviewer1', 'passReview')
    expect(await newestFollowUp(w, child.id)).toMatchObject({ state: 'calling', reminded: 0 })
    w.clock.advance(7 * day)
    await run()
    expect(await told(child.id)).toEqual([['waitsFollowUp', 1, ['followUp']]])
    expect(await told(main.id)).toEqual([])
  })
})
