import { describe, expect, it } from 'vitest'
import { systemActor } from '../../../../api/vocabulary/actor.ts'
import { record } from '../../../../api/audit/record.ts'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld } from '../support.ts'

const triage = systemActor('triage')

/** The engine's own code of an error, or of what it was caused by. */
const codeOf = (error: unknown): unknown =>
  error instanceof Error ? (('code' in error ? error.code : undefined) ?? codeOf(error.cause)) : undefined

describe.each(engines)('many acts on few tickets at once, on %s', (engine) => {
  it('never lock each other out, though one transaction records twice', { timeout: 60_000 }, async () => {
    const w = await createTicketWorld(engine)
    const tickets = await Promise.all(Array.from({ length: 5 }, () => w.handling()))
    const twoRecords = (ticketId: string) =>
      w.db.tx(async (tx) => {
        await record(tx, w.deps, triage, {
          audit: [],
          live: [
            { topic: 'queue', type: 'changed', entityId: 'x', audience: { all: true }, payload: { lineId: null } },
          ],
        })
        await w.tickets.openTicketIn(tx, triage, {
          channel: 'sms',
          lineId: null,
          contactId: null,
          citizenId: 'c',
          text: '路灯不亮',
        })
        await w.tickets.act.actIn(tx, w.actor('agent1'), {
          ticketId,
          action: 'supplement',
          input: { text: '还是不亮' },
        })
      })
    const acts = tickets.flatMap((ticket) =>
      Array.from({ length: 6 }, () => [w.act(ticket, 'agent1', 'urge'), twoRecords(ticket.id)]).flat(),
    )
    const results = await Promise.allSettled([...acts, ...Array.from({ length: 30 }, () => w.open())])
    await w.close()
    expect(results.filter(({ status }) => status === 'fulfilled').length, 'some went through').toBeGreaterThan(30)
    expect(
      results.map((result) => (result.status === 'rejected' ? codeOf(result.reason) : null)),
      'no deadlock (SQLSTATE 40P01)',
    ).not.toContain('40P01')
  })
})
