import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import type { RetentionKind } from '../vocabulary/retention.ts'

/** How far the rules have been carried out for one kind. */
export type Run = Read['t']['retentionRun']['$inferSelect']

/** A period that a city has set, days, and why. */
export interface Period {
  days: number
  reason: string
}

const prefix = 'retention.'
const keyOf = (kind: RetentionKind) => `${prefix}${kind}`

/** What the city has set, by kind, with who set it and when. */
export const loadPeriods = async (db: Read | Tx, kinds: readonly RetentionKind[]) => {
  const { setting } = db.t
  const rows = await db.q
    .select()
    .from(setting)
    .where(inArray(setting.key, kinds.map(keyOf)))
  return new Map(
    rows.map(({ key, value, updatedAt, updatedBy }) => {
      const kind = key.slice(prefix.length) as RetentionKind // asked for by these keys
      return [kind, { ...(value as Period), setAt: updatedAt, setBy: updatedBy }] as const // written by `savePeriod`
    }),
  )
}

/** Sets the period of a kind, in place of what was set before. */
export const savePeriod = async (tx: Tx, kind: RetentionKind, period: Period, at: Date, by: string) => {
  const values = { value: period, updatedAt: at, updatedBy: by }
  await tx.q
    .insert(tx.t.setting)
    .values({ key: keyOf(kind), ...values })
    .onConflictDoUpdate({ target: tx.t.setting.key, set: values })
}

/** How far each kind is. */
export const loadRuns = async (db: Read): Promise<ReadonlyMap<string, Run>> => {
  const rows = await db.q.select().from(db.t.retentionRun)
  return new Map(rows.map((row) => [row.kind, row]))
}

/** Makes the row of a kind that has none; its first run begins at `nextAt`. */
export const insertRun = async (tx: Tx, kind: RetentionKind, nextAt: Date) => {
  await tx.q.insert(tx.t.retentionRun).values({ kind, nextAt, erased: 0, erasedEver: 0 }).onConflictDoNothing()
}

/**
 * Takes the run of a kind for this server until `lockedUntil`: the one that was broken off, or a new one when it is time. `before`: what is
 * older goes; one that was broken off keeps its own where that lies earlier. Undefined when it is not time, or another server is at it.
 */
export const takeRun = async (
  tx: Tx,
  kind: RetentionKind,
  { now, before, lockedUntil }: { now: Date; before: Date; lockedUntil: Date },
): Promise<Run | undefined> => {
  const { retentionRun: run } = tx.t
  const free = or(isNull(run.lockedUntil), lte(run.lockedUntil, now))
  const [resumed] = await tx.q
    .update(run)
    .set({ lockedUntil })
    .where(and(eq(run.kind, kind), isNotNull(run.startedAt), isNull(run.finishedAt), free))
    .returning()
  if (resumed) return resumed
  const [begun] = await tx.q
    .update(run)
    .set({ lockedUntil, startedAt: now, finishedAt: null, before, afterAt: null, afterId: null, erased: 0 })
    .where(and(eq(run.kind, kind), lte(run.nextAt, now), or(isNull(run.startedAt), isNotNull(run.finishedAt)), free))
    .returning()
  return begun
}

/** Notes a page of a run, in the transaction that erased it. Undefined when another server has taken the run meanwhile: nothing may be kept then. */
export const notePage = async (
  tx: Tx,
  { kind, lockedUntil }: Pick<Run, 'kind' | 'lockedUntil'>,
  page: Pick<Run, 'afterAt' | 'afterId' | 'finishedAt' | 'lockedUntil'> & { erased: number; nextAt?: Date },
): Promise<Run | undefined> => {
  const { retentionRun: run } = tx.t
  const { erased, ...rest } = page
  const [row] = await tx.q
    .update(run)
    .set({ ...rest, erased: sql`${run.erased} + ${erased}`, erasedEver: sql`${run.erasedEver} + ${erased}` })
    .where(and(eq(run.kind, kind), lockedUntil === null ? isNull(run.lockedUntil) : eq(run.lockedUntil, lockedUntil)))
    .returning()
  return row
}

/** Lets the next run of a kind begin now, unless it is under way. */
export const hasten = async (tx: Tx, kind: RetentionKind, now: Date) => {
  const { retentionRun: run } = tx.t
  await tx.q
    .update(run)
    .set({ nextAt: now })
    .where(and(eq(run.kind, kind), isNotNull(run.finishedAt)))
    .returning({ kind: run.kind })
}
