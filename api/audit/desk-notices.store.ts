import { and, desc, eq, inArray } from 'drizzle-orm'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import type { Ending, KeptNotice } from './desk-notice.rules.ts'

type Row = Tx['t']['deskNotice']['$inferInsert']

/** Keeps a notice for its desks, in the place of what each of them was told of the same thing before. Whoever caused it has read it. */
export const keepNotice = async (
  tx: Tx,
  row: Row,
  { hearers, once }: Pick<KeptNotice, 'hearers' | 'once'>,
  causedBy: string | null,
): Promise<void> => {
  const { deskNotice, deskNoticeHearer, deskNoticeRead } = tx.t
  const { subject, id: noticeId, at } = row
  if (once && (await tx.q.$count(deskNotice, eq(deskNotice.subject, subject))) > 0) return
  if (row.open)
    await tx.q
      .update(deskNotice)
      .set({ open: false })
      .where(and(eq(deskNotice.subject, subject), eq(deskNotice.open, true)))
      .returning({ id: deskNotice.id })
  await tx.q
    .delete(deskNoticeHearer)
    .where(and(eq(deskNoticeHearer.subject, subject), inArray(deskNoticeHearer.hearer, hearers)))
    .returning({ hearer: deskNoticeHearer.hearer })
  await insertRows(tx, deskNotice, [row])
  await insertRows(
    tx,
    deskNoticeHearer,
    hearers.map((hearer) => ({ hearer, subject, noticeId, at })),
  )
  if (causedBy !== null) await insertRows(tx, deskNoticeRead, [{ noticeId, staffId: causedBy }])
}

/**
 * Makes an end of notices: what is past is nobody's news any more, a danger that was passed on has been handled by whoever did it. Answers the
 * notices that were handled by it.
 */
export const endNotices = async (tx: Tx, ending: Ending, actor: Actor, at: Date): Promise<string[]> => {
  const { deskNotice, deskNoticeHearer } = tx.t
  if (ending.kind === 'passedOn') {
    const handled = await tx.q
      .update(deskNotice)
      .set({ open: false, handledBy: actor.id, handledName: actor.name, handledAt: at, handledHow: 'passedOn' })
      .where(and(eq(deskNotice.subject, ending.subject), eq(deskNotice.open, true)))
      .returning({ id: deskNotice.id })
    return handled.map(({ id }) => id)
  }
  if (ending.state !== undefined) {
    const [last] = await tx.q
      .select({ payload: deskNotice.payload })
      .from(deskNotice)
      .where(eq(deskNotice.subject, ending.subject))
      .orderBy(desc(deskNotice.at))
      .limit(1)
    if (last === undefined || last.payload['state'] === ending.state) return []
  }
  await tx.q
    .delete(deskNoticeHearer)
    .where(eq(deskNoticeHearer.subject, ending.subject))
    .returning({ hearer: deskNoticeHearer.hearer })
  return []
}
