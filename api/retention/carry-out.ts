import type { WriteDeps } from '../platform/deps.ts'
import { retentionKinds, type RetentionKind } from '../vocabulary/retention.ts'
import { erasePage, RunLost, type SweptKind, type Sweeps } from './erase-page.ts'
import { insertRun, loadPeriods, loadRuns, notePage, takeRun, type Run } from './retention.store.ts'
import { retention } from './retention.table.ts'
import { cutoff, firstWaitMs, lockMs } from './run.rules.ts'

/** Pages of one kind in one go; the rest waits for the next, so that a backlog of years never holds anybody up. */
const pagesAtOnce = 25

const isSwept = (kind: RetentionKind): kind is SweptKind => retention[kind].outside !== true

/** Whether a kind has something to do: a run that was broken off, or one whose time has come. */
const isDue = (run: Run, now: Date) => (run.startedAt !== null && run.finishedAt === null) || run.nextAt <= now

/**
 * Carries out the rules of retention: what is due of each kind, some pages of it. Servers of one database take turns, a kind at a time.
 * Answers how many rows and files went.
 */
export const carryOut = (deps: WriteDeps & { sweeps: Sweeps }) => {
  const { db, clock } = deps
  const erase = erasePage(deps)

  /** The rest is for whoever comes next. */
  const release = (run: Run) =>
    db.tx((tx) => {
      const { afterAt, afterId } = run
      return notePage(tx, run, { erased: 0, afterAt, afterId, finishedAt: null, lockedUntil: null })
    })

  const some = async (kind: SweptKind, days: number): Promise<number> => {
    const now = clock.now()
    const asked = { now, before: cutoff(now, days), lockedUntil: new Date(now.getTime() + lockMs) }
    let run = await db.tx((tx) => takeRun(tx, kind, asked))
    let erased = 0
    for (let at = 0; run !== undefined && run.finishedAt === null && at < pagesAtOnce; at++) {
      const before = run.erased
      run = await erase(kind, run, days)
      erased += run.erased - before
    }
    if (run?.finishedAt === null) await release(run)
    return erased
  }

  return async (): Promise<number> => {
    const now = clock.now()
    const runs = await loadRuns(db)
    const known = retentionKinds.filter(isSwept)
    for (const kind of known)
      if (!runs.has(kind))
        await db.tx((tx) => insertRun(tx, kind, new Date(now.getTime() + firstWaitMs(retention[kind]))))
    const periods = await loadPeriods(db, retentionKinds)
    let erased = 0
    for (const kind of known) {
      const run = runs.get(kind)
      if (!run || !isDue(run, now)) continue
      erased += await some(kind, periods.get(kind)?.days ?? retention[kind].days).catch((error: unknown) => {
        // What fails for one kind must not keep the others; it is tried again when its turn has run out.
        if (!(error instanceof RunLost)) deps.log.error({ err: error, kind }, 'retention')
        return 0
      })
    }
    return erased
  }
}
