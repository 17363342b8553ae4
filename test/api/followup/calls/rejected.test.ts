import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../../tickets/support.ts'
import { listedIn } from '../scene.ts'

describe.each(engines)('a ticket whose result was not accepted, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  /** Closed by a result without a call, which a supervisor does not accept. */
  const rejected = async () => {
    const { ticket, id, read } = await listedIn(w)
    const version = async () => (await read()).version
    await w.followUps.recordCall(w.actor('followup1'), id, {
      version: await version(),
      contacted: true,
      solved: true,
      grade: 5,
      withoutCall: '市民来中心当面答复',
    })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', closeReason: 'rated' })
    const note = '市民称从未接到回访'
    await w.followUps.check(w.actor('supervisor1'), id, { version: await version(), accept: false, note })
    return { ticket, id, version, note }
  }

  it('says no longer that it was rated, and says to the unit that its citizen is asked again', async () => {
    const { ticket, note } = await rejected()
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', closeReason: null })
    const timelineOf = async (who: 'hedong-binjiang-1' | 'supervisor1') =>
      (await w.tickets.read.timeline(w.actor(who), ticket.id, { size: 100 })).items
    const unit = await timelineOf('hedong-binjiang-1')
    expect(unit.filter(({ type }) => type === 'followUpListed')).toMatchObject([{ data: { listedFor: 'rejected' } }])
    // What a supervisor found of a colleague stays in the house.
    expect(JSON.stringify(unit)).not.toContain(note)
    expect(JSON.stringify(await timelineOf('supervisor1'))).toContain(note)
  })

  it.each([
    ['answered', 'rated'],
    ['refused', 'noReply'],
  ] as const)('says what came of it when they are asked again: %s', async (outcome, closeReason) => {
    const { ticket, id, version } = await rejected()
    const [actor, withoutCall] = [w.actor('followup1'), '市民在窗口']
    if (outcome === 'answered')
      await w.followUps.recordCall(actor, id, {
        version: await version(),
        contacted: true,
        solved: false,
        grade: 3,
        withoutCall,
      })
    else await w.followUps.recordAttempt(actor, id, { version: await version(), outcome, withoutCall })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'closed', closeReason })
  })
})
