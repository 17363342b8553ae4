import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callDetail } from '../../../../api/calls/read-calls.ts'
import type { StaffActor } from '../../../../api/vocabulary/actor.ts'
import { engines } from '../../../support/databases.ts'
import { callRow } from '../../retention/old-rows.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'

const from = '+8613511118888'
const report = '举报河西区工作人员收受好处'

describe.each(engines)('a conversation in which a unit was reported, on %s', (engine) => {
  let world: MessageWorld
  let citizenId: string
  beforeAll(async () => {
    world = await createMessageWorld(engine)
    await world.text('人民路水管爆了', { from })
    await world.text(`新诉求：${report}`, { from })
    const ticket = (await world.tickets_()).at(-1)
    citizenId = ticket?.citizenId ?? ''
    await world.db.tx(async (tx) => {
      const { t, q } = tx
      await q
        .update(t.ticket)
        .set({ kind: 'violationReport', respondentUnitId: world.world.units.hexi })
        .where(eq(t.ticket.id, ticket?.id ?? ''))
      await q.insert(t.call).values({ ...callRow('call-1', world.clock.now(), { citizenId }), contactId: 'cnt-1' })
      await q.insert(t.contact).values({
        id: 'cnt-1',
        channel: 'call',
        citizenId,
        callId: 'call-1',
        state: 'open',
        text: '',
        startedAt: world.clock.now(),
      })
    })
    await world.text(`${ticket?.number} 还有证据`, { from })
  })
  afterAll(() => world.close())

  /** Everything an agent reads of the citizen. */
  const readAs = async (reader: StaffActor) => {
    const detail = callDetail({ db: world.db, openTicketsOf: world.tickets.openTicketsOf })
    return JSON.stringify([
      await world.messages.threads(reader, { size: 50, needsAnswer: false }),
      await world.messages.threads(reader, { size: 50, needsAnswer: true }),
      await world.messages.messagesOf(reader, citizenId, { size: 50 }),
      await world.contacts.list(reader, { citizenId, size: 50 }),
      await detail(reader, 'call-1'),
    ])
  }

  it('shows the report to the hotline, and to nobody of it who sits in that unit', async () => {
    const agent = world.actor('agent1')
    const { unitId, unitPath } = world.actor('hexi-1')
    const seen = await readAs(agent)
    for (const words of ['收受好处', '还有证据', '水管爆了']) expect(seen).toContain(words)
    const there = await readAs({ ...agent, unitId, unitPath })
    for (const words of ['收受好处', '还有证据']) expect(there).not.toContain(words)
    expect(there, 'what else they texted is theirs to read').toContain('水管爆了')
  })
})
