import type { Sweep, SweepAsked, Swept } from '../../db/sweep.ts'
import { record } from '../audit/record.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { systemActor } from '../vocabulary/actor.ts'
import type { RetentionKind } from '../vocabulary/retention.ts'
import { hasten, notePage, type Run } from './retention.store.ts'
import { retention } from './retention.table.ts'
import { cutoff, everyMs, lockMs } from './run.rules.ts'

const actor = systemActor('retention')

/** Kinds that the program itself carries out. */
export type SweptKind = Exclude<RetentionKind, 'networkLogs'>

/** Removes what lies outside the database, a page at a time; the page is noted afterwards. */
export type Outside = (asked: SweepAsked) => Promise<Swept>

/** How each kind is carried out: in the transaction that notes it, or, for files, before. */
export type Sweeps = Readonly<Record<Exclude<SweptKind, 'files'>, Sweep>> & { files: Outside }

/** How many rows a transaction takes at most: whole rows are quick, what must be found by reference is not. */
const limitOf = (kind: SweptKind): number => (kind === 'tickets' || kind === 'citizens' ? 25 : 200)

/** Another server has taken the run: what this page erased is put back with its transaction. */
export class RunLost extends Error {}

/**
 * The next page of a run: erased and noted in one transaction, so that one that was broken off goes on where it was, on whatever server.
 * A run that erased anything is a row of the audit at its end: the kind, how many, and older than when; no word of whose. Answers the
 * run as it is now. Throws `RunLost`.
 */
export const erasePage =
  (deps: WriteDeps & { sweeps: Sweeps }) =>
  async (kind: SweptKind, run: Run, days: number): Promise<Run> => {
    const now = deps.clock.now()
    const due = cutoff(now, days)
    const asked: SweepAsked = {
      // A period that was made longer while the run was under way holds at once.
      before: run.before !== null && run.before < due ? run.before : due,
      after: run.afterAt !== null && run.afterId !== null ? { at: run.afterAt, id: run.afterId } : null,
      limit: limitOf(kind),
      now,
    }
    const files = kind === 'files' ? await deps.sweeps.files(asked) : null
    return deps.db.tx(async (tx) => {
      const { erased, next } =
        kind === 'files' ? (files ?? { erased: 0, next: null }) : await deps.sweeps[kind](tx, asked)
      const ended = next === null
      const noted = await notePage(tx, run, {
        erased,
        afterAt: next?.at ?? null,
        afterId: next?.id ?? null,
        finishedAt: ended ? now : null,
        lockedUntil: ended ? null : new Date(now.getTime() + lockMs),
        ...(ended && { nextAt: new Date((run.startedAt ?? now).getTime() + everyMs) }),
      })
      if (!noted) throw new RunLost()
      if (!ended || noted.erased === 0) return noted
      if (kind !== 'files') await hasten(tx, 'files', now)
      await record(tx, deps, actor, {
        audit: [
          {
            action: `retention.${retention[kind].way === 'erase' ? 'erased' : 'anonymised'}`,
            entity: 'retention',
            entityId: kind,
            after: { count: noted.erased, olderThan: asked.before.toISOString(), days },
          },
        ],
      })
      return noted
    })
  }
