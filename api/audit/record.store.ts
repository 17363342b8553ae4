import { eq } from 'drizzle-orm'
import { holdKey } from '../vocabulary/operations.ts'
import type { Tx } from '../../db/db.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { isFound } from '../search/found-notes.rules.ts'
import { touchTickets } from '../search/index-tickets.ts'
import { lockStream } from '../../db/dialect/live/lock-stream.ts'

type Insert<Table extends 'timelineEntry' | 'audit' | 'outbox' | 'liveEvent'> = Tx['t'][Table]['$inferInsert']

/** Adds entries to the timelines of tickets. */
export const writeTimeline = (tx: Tx, rows: Insert<'timelineEntry'>[]) => {
  touchTickets(
    tx,
    rows.filter(isFound).map(({ ticketId }) => ticketId),
  )
  return insertRows(tx, tx.t.timelineEntry, rows)
}

/** Adds rows to the audit; none is ever changed. */
export const writeAudit = (tx: Tx, rows: Insert<'audit'>[]) => insertRows(tx, tx.t.audit, rows)

/** An effect that was promised before under the same key is not promised twice. */
export const writeOutbox = (tx: Tx, rows: Insert<'outbox'>[]) =>
  insertRows(tx, tx.t.outbox, rows, { conflicts: 'skip' })

const waiting = new WeakMap<Tx, Insert<'liveEvent'>[]>()

/**
 * Live events of a whole transaction are written together at its end: on PostgreSQL they take the stream's lock, and a lock that
 * everybody takes last cannot close a circle with the rows and counters that acts lock before it.
 */
export const writeLive = async (tx: Tx, rows: Insert<'liveEvent'>[]) => {
  const already = waiting.get(tx)
  if (already) {
    already.push(...rows)
    return
  }
  const all = [...rows]
  waiting.set(tx, all)
  tx.beforeCommit(async () => {
    await lockStream(tx)
    await insertRows(tx, tx.t.liveEvent, all)
  })
}

/** Whether a restore is not decided on yet (`api/operations/held/`). */
export const isHolding = async (tx: Tx): Promise<boolean> =>
  (await tx.q.$count(tx.t.setting, eq(tx.t.setting.key, holdKey))) > 0
