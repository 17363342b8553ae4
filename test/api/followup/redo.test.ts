import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInsight } from '../../../api/insight/insight.ts'
import type { CitizenActor } from '../../../api/vocabulary/actor.ts'
import { engines } from '../../support/databases.ts'
import { counting, createTicketWorld, type TicketWorld } from '../tickets/support.ts'
import { newestFollowUp, textIn } from './scene.ts'

const day = 86_400_000
const lead = 'hedong-binjiang-1'

describe.each(engines)('ratings, redo and merged requests, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  const text = (citizen: CitizenActor, body: string) => textIn(w, citizen, body)
  const rounds = async (ticketId: string) =>
    (await w.rows.followUps(ticketId)).map(({ round, state, contacted, solved, grade, decision }) => ({
      round,
      state,
      contacted,
      solved,
      grade,
      decision,
    }))
  const last = (ticketId: string) => newestFollowUp(w, ticketId)
  const answer = async (ticketId: string) => {
    const { state } = await w.rows.ticket(ticketId)
    if (state === 'dispatched') await w.act({ id: ticketId }, lead, 'sign')
    await w.act({ id: ticketId }, lead, 'answer', { text: '已再次清运', result: '完成' })
    return w.act({ id: ticketId }, 'reviewer1', 'passReview')
  }
  const redo = (ticketId: string) => w.act({ id: ticketId }, 'supervisor1', 'redo', { reason: '核查发现未解决' })
  const decide = async (ticketId: string, decision: 'redo' | 'keep' = 'redo') => {
    const { id, version } = await last(ticketId)
    return w.followUps.decide(w.actor('supervisor1'), id, { version, decision, reason: '市民仍不满意' })
  }
  /** A main ticket that was answered, and one that is merged into it. */
  const pair = async () => {
    const [mainCitizen, childCitizen] = [await w.citizen(), await w.citizen()]
    const main = await w.handling({ citizenId: mainCitizen.id })
    const child = await w.open({ citizenId: childCitizen.id })
    await w.act(child, 'dispatcher1', 'merge', { mainTicketId: main.id })
    await answer(main.id)
    return { main, child, mainCitizen, childCitizen }
  }

  it('a redo while only the reason is open keeps the three answers, and the rates count them', async () => {
    const insight = createInsight({ ...w.deps, calendar: counting.calendar })
    w.clock.advance(1)
    const from = w.clock.now().toISOString()
    const citizen = await w.citizen()
    const ticket = await w.reviewed({ citizenId: citizen.id })
    await text(citizen, '2 2 1')
    expect((await last(ticket.id)).step).toBe('reason')
    await redo(ticket.id)
    expect(await rounds(ticket.id)).toEqual([
      { round: 0, state: 'answered', contacted: false, solved: false, grade: 1, decision: 'redone' },
    ])
    w.clock.advance(1)
    const to = w.clock.now().toISOString()
    const { total } = await insight.rates(w.actor('supervisor1'), { from, to, level: 'street' })
    expect(total).toMatchObject({
      asked: 1,
      reached: 1,
      response: { count: 0, of: 1 },
      solved: { count: 0, of: 1 },
      satisfied: { count: 0, of: 1 },
    })
    const entry = (await w.rows.timeline(ticket.id)).find(({ type }) => type === 'followUpAnswered')
    expect(entry).toMatchObject({ actorName: '侯国强', data: { grade: 1, outcome: 'answered' } })
    expect(await text(citizen, '没人来'), 'the old question is over').toBeNull()
    await answer(ticket.id)
    await text(citizen, '1 1 5')
    expect((await rounds(ticket.id)).map(({ round, grade }) => [round, grade])).toEqual([
      [0, 1],
      [1, 5],
    ])
  })

  it('half an answer counts for its question alone; none is no answer', async () => {
    const insight = createInsight({ ...w.deps, calendar: counting.calendar })
    w.clock.advance(1)
    const from = w.clock.now().toISOString()
    const citizen = await w.citizen()
    const half = await w.reviewed({ citizenId: citizen.id })
    await text(citizen, '1')
    await redo(half.id)
    const silent = await w.reviewed()
    await redo(silent.id)
    expect((await last(silent.id)).state).toBe('cancelled')
    w.clock.advance(1)
    const to = w.clock.now().toISOString()
    const { total } = await insight.rates(w.actor('supervisor1'), { from, to, level: 'street' })
    expect(total).toMatchObject({
      asked: 1,
      reached: 1,
      response: { count: 1, of: 1 },
      solved: { count: 0, of: 0, value: null },
      satisfied: { of: 0, value: null },
    })
  })

  it('a merged citizen is not asked on about an answer that is done again, and judges the new one', async () => {
    const { main, child, mainCitizen, childCitizen } = await pair()
    await text(childCitizen, '1')
    await text(mainCitizen, '1 2 1 没清干净')
    expect(await w.rows.ticket(main.id)).toMatchObject({ state: 'dispatched', redoCount: 1 })
    expect(await rounds(child.id)).toEqual([
      { round: 0, state: 'answered', contacted: true, solved: null, grade: null, decision: null },
    ])
    expect(await text(childCitizen, '1 1 5'), 'not booked on the old round').toBeNull()
    await answer(main.id)
    expect(await text(childCitizen, '2 1 4')).toBe(true)
    expect((await rounds(child.id)).map(({ round, state, grade }) => [round, state, grade])).toEqual([
      [0, 'answered', null],
      [1, 'answered', 4],
    ])
  })

  it('is asked about the main ticket’s answer also where an earlier one of their own was judged in a round of the same number', async () => {
    const citizen = await w.citizen()
    const own = await w.reviewed({ citizenId: citizen.id })
    await text(citizen, '1 2 2 没清')
    expect(await w.rows.ticket(own.id)).toMatchObject({ state: 'dispatched', redoCount: 1 })
    const main = await w.handling()
    await w.act(own, 'dispatcher1', 'merge', { mainTicketId: main.id })
    await answer(main.id)
    expect(await last(own.id)).toMatchObject({ state: 'asking', round: 0 })
    await text(citizen, '1 1 5')
    const answers = (await w.rows.followUps(own.id)).map(({ answerId }) => answerId)
    expect(new Set(answers).size).toBe(2)
    const { answer: given } = await w.followUps.read(w.actor('followup1'), (await last(own.id)).id)
    expect(given?.text).toBe('已再次清运')
  })

  it('a complaint that is decided during the main ticket’s redo is attached to it and heard', async () => {
    const { main, child, childCitizen } = await pair()
    await text(childCitizen, '1 2 1 我这边没清')
    expect(await last(child.id)).toMatchObject({ state: 'answered', decision: 'pending' })
    await redo(main.id)
    const unitHeard = async () =>
      (await w.tickets.read.timeline(w.actor(lead), main.id, { size: 100 })).items.filter(
        ({ type }) => type === 'followUpJoined',
      )
    expect(await unitHeard()).toEqual([])
    await decide(child.id)
    expect(await last(child.id)).toMatchObject({ decision: 'joined', grade: 1 })
    expect((await unitHeard()).map((entry) => entry.text)).toEqual(['我这边没清\n市民仍不满意'])
    expect(await w.rows.ticket(main.id)).toMatchObject({ state: 'dispatched', redoCount: 1 })
    await answer(main.id)
    expect(await last(child.id)).toMatchObject({ state: 'asking', round: 1 })
  })

  it('a decision in every state of the main ticket has a clear result', async () => {
    const prepared = async () => {
      const { main, child, mainCitizen, childCitizen } = await pair()
      await text(mainCitizen, '1 1 5')
      await text(childCitizen, '1 2 1 没清')
      return { main, child }
    }
    const open = await prepared()
    await decide(open.child.id)
    expect(await w.rows.ticket(open.main.id)).toMatchObject({ state: 'dispatched', redoCount: 1 })
    expect(await last(open.child.id)).toMatchObject({ decision: 'redone' })

    // Dissatisfied without a reason, redone by hand, and withdrawn since.
    const citizen = await w.citizen()
    const gone = await w.reviewed({ citizenId: citizen.id })
    await text(citizen, '1 2 1')
    w.clock.advance(4 * day)
    await w.followUps.expireDue()
    expect(await last(gone.id)).toMatchObject({ state: 'answered', decision: 'pending' })
    await redo(gone.id)
    await w.act(gone, 'agent1', 'withdraw', { reason: '市民撤回' })
    await expect(decide(gone.id)).rejects.toMatchObject({ code: 'follow-up.redo-over' })
    await decide(gone.id, 'keep')
    expect(await last(gone.id)).toMatchObject({ decision: 'kept' })

    const late = await prepared()
    const undecided = await prepared()
    w.clock.advance(15 * day + 3_600_000)
    await expect(decide(late.child.id)).rejects.toMatchObject({ code: 'follow-up.redo-late' })
    await decide(late.child.id, 'keep')
    const lapse = w.followUps.jobs.find(({ name }) => name === 'followUp.lapse')
    await lapse?.run()
    expect(await last(undecided.child.id)).toMatchObject({ decision: 'lapsed' })
    expect((await w.rows.timeline(undecided.child.id)).at(-1)).toMatchObject({
      type: 'followUpDecided',
      data: { decision: 'lapsed' },
    })
    await expect(decide(undecided.child.id)).rejects.toMatchObject({ code: 'follow-up.settled' })
    expect(await lapse?.run()).toBe(0)
  })
})
