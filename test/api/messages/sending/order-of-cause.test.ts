import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'

describe.each(engines)('what an act tells the citizen, in the timeline, %s', (engine) => {
  let w: MessageWorld
  beforeAll(async () => {
    w = await createMessageWorld(engine)
  })
  afterAll(() => w.close())

  it('stands after the act that caused it, and its words are the program’s, not the person’s who acted', async () => {
    await w.text('滨江路水管爆了')
    const [ticket] = await w.tickets_()
    if (!ticket) throw new Error('no ticket was opened')
    w.clock.advance(1_000)
    await w.act(ticket.id, 'dispatcher1', 'dispatch')
    const { items } = await w.tickets.read.timeline(w.actor('dispatcher1'), ticket.id, { size: 100 })
    const [act, text] = items.slice(-2)
    expect(act).toMatchObject({ type: 'dispatch', actor: { kind: 'staff', name: w.actor('dispatcher1').name } })
    expect(text).toMatchObject({ type: 'messageOut', actor: { kind: 'system', id: 'texting' } })
    const texts = items.filter(({ type }) => type === 'messageOut')
    expect(
      texts.every(({ actor }) => actor.kind === 'system'),
      'also what answered the citizen’s own text',
    ).toBe(true)
  })
})
