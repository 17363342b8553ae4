import { lockStream } from '../../db/dialect/live/lock-stream.ts'
import type { Tx } from '../../db/db.ts'

type Insert<Table extends 'timelineEntry' | 'audit' | 'outbox' | 'liveEvent'> = Tx['t'][Table]['$inferInsert']

export const writeTimeline = async (tx: Tx, rows: Insert<'timelineEntry'>[]) => {
  if (rows.length > 0) await tx.q.insert(tx.t.timelineEntry).values(rows)
}

export const writeAudit = async (tx: Tx, rows: Insert<'audit'>[]) => {
  if (rows.length > 0) await tx.q.insert(tx.t.audit).values(rows)
}

/** An effect that was promised before under the same key is not promised twice. */
export const writeOutbox = async (tx: Tx, rows: Insert<'outbox'>[]) => {
  await tx.q.insert(tx.t.outbox).values(rows).onConflictDoNothing()
}

export const writeLive = async (tx: Tx, rows: Insert<'liveEvent'>[]) => {
  await lockStream(tx)
  await tx.q.insert(tx.t.liveEvent).values(rows)
}
