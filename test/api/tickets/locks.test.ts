import { expect, it } from 'vitest'
import { systemActor } from '../../../api/access/actor.ts'
import { record } from '../../../api/platform/record.ts'
import { createTicketWorld } from './support.ts'

it('acts that follow another record in one transaction do not deadlock', { timeout: 60_000 }, async () => {
  const w = await createTicketWorld('postgres')
  const tickets = await Promise.all(Array.from({ length: 5 }, () => w.handling()))
  const jobs = Array.from({ length: 60 }, (_, i) => {
    const ticket = tickets[i % 5] ?? tickets[0]
    if (!ticket) throw new Error()
    return i % 2 === 0
      ? w.act(ticket, 'agent1', 'urge')
      : w.db.tx(async (tx) => {
          await record(tx, w.deps, systemActor('x'), { audit: [], live: [{ topic: 'message', type: 'received', entityId: 'x', audience: { all: true } }] })
          await w.tickets.openTicketIn(tx, systemActor('x'), { channel: 'sms', lineId: null, contactId: null, citizenId: 'c', text: 'abc' })
          await w.tickets.act.actIn(tx, w.actor('agent1'), { ticketId: ticket.id, action: 'supplement', input: { text: 'x' } })
        })
  })
  const opens = Array.from({ length: 30 }, () => w.open())
  const results = await Promise.allSettled([...jobs, ...opens])
  const codes = results.flatMap((r) => (r.status === 'rejected' ? [String(r.reason?.code ?? r.reason?.cause?.code)] : []))
  const tally: Record<string, number> = {}
  for (const c of codes) tally[c] = (tally[c] ?? 0) + 1
  await w.close()
  expect(codes.filter((c) => c === '40P01')).toEqual([])
})
