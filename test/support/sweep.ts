import type { Db } from '../../db/db.ts'
import type { Sweep } from '../../db/sweep.ts'

/** Everything of one kind that is older than a moment goes, in one page. */
export const sweepBefore = (db: Db, sweep: Sweep, before: Date) =>
  db.tx((tx) => sweep(tx, { before, after: null, limit: 10_000, now: before }))
