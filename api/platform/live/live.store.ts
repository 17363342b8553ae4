import { asc, desc, gt } from 'drizzle-orm'
import type { Db, Read } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import { deleteOldest, type Sweep } from '../../../db/sweep.ts'

/** A committed event with its number; `audience` says who may hear it. */
export type LiveRow = Read['t']['liveEvent']['$inferSelect']

/** Events read at once. */
export const mostEvents = 500

const after = preparedQuery((db: Read, { seq }: { seq: number }) =>
  db.q
    .select()
    .from(db.t.liveEvent)
    .where(gt(db.t.liveEvent.seq, seq))
    .orderBy(asc(db.t.liveEvent.seq))
    .limit(mostEvents),
)

/** Committed events with a greater number, in order; at most `mostEvents`. */
export const eventsAfter = (db: Db, seq: number): Promise<LiveRow[]> => after(db, { seq })

/** The number of the newest event; 0 when there is none. */
export const newestSeq = async (db: Db) => {
  const [row] = await db.q
    .select({ seq: db.t.liveEvent.seq })
    .from(db.t.liveEvent)
    .orderBy(desc(db.t.liveEvent.seq))
    .limit(1)
  return row?.seq ?? 0
}

/** The number of the oldest event still kept; null when there is none. */
export const oldestSeq = async (db: Db) => {
  const [row] = await db.q
    .select({ seq: db.t.liveEvent.seq })
    .from(db.t.liveEvent)
    .orderBy(asc(db.t.liveEvent.seq))
    .limit(1)
  return row?.seq ?? null
}

/** Forgets old events; streams that slept longer reload everything. */
export const sweepEvents: Sweep = (tx, asked) => {
  const { liveEvent } = tx.t
  return deleteOldest(tx, asked, { table: liveEvent, key: liveEvent.seq, at: liveEvent.at })
}
