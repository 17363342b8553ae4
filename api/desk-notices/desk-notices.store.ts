import { and, asc, desc, eq, exists, gt, gte, inArray, lt, not, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import type { Sweep } from '../../db/sweep.ts'
import { dangers } from '../vocabulary/danger.ts'

/** A notice to a desk. */
export type DeskNotice = Read['t']['deskNotice']['$inferSelect']
/** A notice to one of the asking person's desks, and whether that person has read it. */
export type OwnNotice = DeskNotice & { read: boolean }

/** Whether a person has read a notice by itself; `upTo` counts beside it. */
const readBy = (db: Read | Tx, staffId: string) => {
  const { deskNotice, deskNoticeRead } = db.t
  return exists(
    db.q
      .select({ one: sql`1` })
      .from(deskNoticeRead)
      .where(and(eq(deskNoticeRead.noticeId, deskNotice.id), eq(deskNoticeRead.staffId, staffId))),
  )
}

/** Up to when a person has read everything; null where they never said so. */
export const seenUpTo = async (db: Read | Tx, staffId: string): Promise<Date | null> => {
  const { deskNoticeSeen } = db.t
  const [row] = await db.q.select().from(deskNoticeSeen).where(eq(deskNoticeSeen.id, staffId))
  return row?.upTo ?? null
}

/**
 * The newest notices of each hearer, from after a row: each by its own index, so that a page reads no more rows than it may show, however much
 * was told. One that two hearers of a person have is there once.
 */
export const noticesOf = async (
  db: Read,
  {
    staffId,
    hearers,
    after,
    limit,
  }: { staffId: string; hearers: readonly string[]; after: After | null; limit: number },
): Promise<OwnNotice[]> => {
  const { deskNotice, deskNoticeHearer } = db.t
  const found = await Promise.all(
    hearers.map((hearer) =>
      db.q
        .select({ notice: deskNotice, read: sql<unknown>`${readBy(db, staffId)}` })
        .from(deskNoticeHearer)
        .innerJoin(deskNotice, eq(deskNotice.id, deskNoticeHearer.noticeId))
        .where(
          and(
            eq(deskNoticeHearer.hearer, hearer),
            beyond(deskNoticeHearer.at, deskNoticeHearer.noticeId, 'descending', after),
          ),
        )
        .orderBy(...inOrder(deskNoticeHearer.at, deskNoticeHearer.noticeId, 'descending'))
        .limit(limit)
        .execute(),
    ),
  )
  const byId = new Map(found.flat().map(({ notice, read }) => [notice.id, { ...notice, read: Boolean(read) }]))
  return [...byId.values()]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
}

/** How many notices a person has not read, counted up to a bound. */
export const countUnread = async (
  db: Read | Tx,
  {
    staffId,
    hearers,
    bound,
    may,
  }: { staffId: string; hearers: readonly string[]; bound: number; may: (row: Pick<DeskNotice, 'accused'>) => boolean },
): Promise<number> => {
  const { deskNotice, deskNoticeHearer } = db.t
  const upTo = await seenUpTo(db, staffId)
  const found = new Set<string>()
  for (const hearer of hearers) {
    const rows = await db.q
      .select({ id: deskNotice.id, accused: deskNotice.accused })
      .from(deskNoticeHearer)
      .innerJoin(deskNotice, eq(deskNotice.id, deskNoticeHearer.noticeId))
      .where(
        and(
          eq(deskNoticeHearer.hearer, hearer),
          upTo === null ? undefined : gt(deskNoticeHearer.at, upTo),
          not(readBy(db, staffId)),
        ),
      )
      .orderBy(desc(deskNoticeHearer.at))
      .limit(bound)
    for (const row of rows) if (may(row)) found.add(row.id)
    if (found.size >= bound) return bound
  }
  return found.size
}

const isHeardBy = (db: Read | Tx, hearers: readonly string[]) => {
  const { deskNotice, deskNoticeHearer } = db.t
  return exists(
    db.q
      .select({ one: sql`1` })
      .from(deskNoticeHearer)
      .where(and(eq(deskNoticeHearer.noticeId, deskNotice.id), inArray(deskNoticeHearer.hearer, [...hearers]))),
  )
}

/** Dangers that nobody has handled yet, the oldest first. */
export const openDangers = (db: Read, hearers: readonly string[], most: number): Promise<DeskNotice[]> => {
  const { deskNotice } = db.t
  return db.q
    .select()
    .from(deskNotice)
    .where(and(eq(deskNotice.open, true), isHeardBy(db, hearers)))
    .orderBy(asc(deskNotice.at))
    .limit(most)
    .execute()
}

/** A notice that one of these hearers has; of dangers any (`all`), for they go with the call from hand to hand. */
export const findNotice = async (
  db: Read | Tx,
  id: string,
  hearers: readonly string[] | 'all',
): Promise<DeskNotice | undefined> => {
  const { deskNotice } = db.t
  const [row] = await db.q
    .select()
    .from(deskNotice)
    .where(and(eq(deskNotice.id, id), hearers === 'all' ? undefined : isHeardBy(db, hearers)))
  return row
}

/** Dangers told of a citizen since a moment, the newest first. */
export const dangersAbout = (db: Read, citizenId: string, since: Date, most: number): Promise<DeskNotice[]> => {
  const { deskNotice } = db.t
  return db.q
    .select()
    .from(deskNotice)
    .where(
      and(
        eq(deskNotice.citizenId, citizenId),
        gte(deskNotice.at, since),
        inArray(deskNotice.type, ['danger', 'dangerInDraft']),
      ),
    )
    .orderBy(desc(deskNotice.at))
    .limit(most)
    .execute()
}

/** Whether a notice of the subject was ever kept. */
export const wasTold = async (db: Read | Tx, subject: string): Promise<boolean> =>
  (await db.q.$count(db.t.deskNotice, eq(db.t.deskNotice.subject, subject))) > 0

/** A person has read these. */
export const markRead = async (tx: Tx, staffId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await tx.q
    .insert(tx.t.deskNoticeRead)
    .values(ids.map((noticeId) => ({ noticeId, staffId })))
    .onConflictDoNothing()
    .returning({ id: tx.t.deskNoticeRead.noticeId })
}

/** Those of the ids that are notices to one of these hearers. */
export const knownIds = async (
  db: Read | Tx,
  ids: readonly string[],
  hearers: readonly string[],
): Promise<string[]> => {
  const { deskNoticeHearer } = db.t
  const rows = await db.q
    .selectDistinct({ id: deskNoticeHearer.noticeId })
    .from(deskNoticeHearer)
    .where(and(inArray(deskNoticeHearer.noticeId, [...ids]), inArray(deskNoticeHearer.hearer, [...hearers])))
  return rows.map(({ id }) => id)
}

/** A person has read everything up to a moment; never less than before. */
export const markSeen = async (tx: Tx, staffId: string, upTo: Date): Promise<void> => {
  const { deskNoticeSeen } = tx.t
  await tx.q
    .insert(deskNoticeSeen)
    .values({ id: staffId, upTo })
    .onConflictDoUpdate({ target: deskNoticeSeen.id, set: { upTo }, setWhere: lt(deskNoticeSeen.upTo, upTo) })
    .returning({ id: deskNoticeSeen.id })
}

/** Somebody has handled the danger; undefined where somebody else did before. */
export const acknowledge = async (
  tx: Tx,
  id: string,
  by: { id: string; name: string },
  at: Date,
): Promise<DeskNotice | undefined> => {
  const { deskNotice } = tx.t
  const [row] = await tx.q
    .update(deskNotice)
    .set({ open: false, handledBy: by.id, handledName: by.name, handledAt: at, handledHow: 'acknowledged' })
    .where(and(eq(deskNotice.id, id), eq(deskNotice.open, true)))
    .returning()
  return row
}

/** Dangers told of any of these things, the newest first: by their subject, which is the thing's id, with the kind where it may tell of several. */
export const dangersOf = (db: Read | Tx, entityIds: readonly string[]): Promise<DeskNotice[]> => {
  const { deskNotice } = db.t
  const subjects = entityIds.flatMap((id) => [`danger:${id}`, ...dangers.map((kind) => `danger:${id}:${kind}`)])
  return db.q
    .select()
    .from(deskNotice)
    .where(inArray(deskNotice.subject, subjects))
    .orderBy(desc(deskNotice.at))
    .execute()
}

/** How a danger came to be handled. */
export type Handling = Pick<DeskNotice, 'handledBy' | 'handledName' | 'handledAt' | 'handledHow'>

/** Ends open dangers, as handled by somebody, or (null) because another notice has taken their place. */
export const closeDangers = async (tx: Tx, ids: readonly string[], handling: Handling | null): Promise<void> => {
  if (ids.length === 0) return
  const { deskNotice } = tx.t
  await tx.q
    .update(deskNotice)
    .set({ open: false, ...handling })
    .where(and(inArray(deskNotice.id, [...ids]), eq(deskNotice.open, true)))
    .returning({ id: deskNotice.id })
}

/** Old notices go with their hearers and marks; a danger stays until somebody has handled it. */
export const sweepDeskNotices: Sweep = async (tx, { before, limit }) => {
  const { deskNotice, deskNoticeHearer, deskNoticeRead } = tx.t
  const rows = await tx.q
    .select({ id: deskNotice.id })
    .from(deskNotice)
    .where(and(lt(deskNotice.at, before), eq(deskNotice.open, false)))
    .orderBy(asc(deskNotice.at))
    .limit(limit)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await tx.q
      .delete(deskNoticeHearer)
      .where(inArray(deskNoticeHearer.noticeId, ids))
      .returning({ at: deskNoticeHearer.at })
    await tx.q
      .delete(deskNoticeRead)
      .where(inArray(deskNoticeRead.noticeId, ids))
      .returning({ id: deskNoticeRead.noticeId })
    await tx.q.delete(deskNotice).where(inArray(deskNotice.id, ids)).returning({ id: deskNotice.id })
  }
  return { erased: ids.length, next: ids.length < limit ? null : { at: before, id: '' } }
}
