import { and, eq, inArray } from 'drizzle-orm'
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
  await insertRows(tx, deskNotice, [row])
  // In one order, and over what somebody else is telling at this moment: two that tell the same thing wait for each other, and neither fails.
  await tx.q
    .insert(deskNoticeHearer)
    .values(hearers.toSorted().map((hearer) => ({ hearer, subject, noticeId, at })))
    .onConflictDoUpdate({ target: [deskNoticeHearer.subject, deskNoticeHearer.hearer], set: { noticeId, at } })
    .returning({ hearer: deskNoticeHearer.hearer })
  if (causedBy !== null) await insertRows(tx, deskNoticeRead, [{ noticeId, staffId: causedBy }])
}

/**
 * Makes an end of notices: what is past is nobody's news any more, a danger that was passed on has been handled by whoever did it. Answers the
 * notices that were handled by it.
 */
export const endNotices = async (tx: Tx, ended: readonly Ending[], actor: Actor, at: Date): Promise<string[]> => {
  const past = ended.filter((one) => one.kind === 'past')
  const passedOn = ended.filter((one) => one.kind === 'passedOn')
  if (past.length > 0) await endPast(tx, past)
  if (passedOn.length === 0) return []
  const { deskNotice } = tx.t
  const handled = await tx.q
    .update(deskNotice)
    .set({ open: false, handledBy: actor.id, handledName: actor.name, handledAt: at, handledHow: 'passedOn' })
    .where(
      and(
        inArray(
          deskNotice.subject,
          passedOn.map(({ subject }) => subject),
        ),
        eq(deskNotice.open, true),
      ),
    )
    .returning({ id: deskNotice.id })
  return handled.map(({ id }) => id)
}

/** One look, for every act comes by here, and nearly always there is nothing to end. */
const endPast = async (tx: Tx, past: readonly Extract<Ending, { kind: 'past' }>[]): Promise<void> => {
  const { deskNotice, deskNoticeHearer } = tx.t
  const stateOf = new Map(past.map(({ subject, state }) => [subject, state]))
  const heard = await tx.q
    .select({ id: deskNotice.id, subject: deskNotice.subject, payload: deskNotice.payload })
    .from(deskNoticeHearer)
    .innerJoin(deskNotice, eq(deskNotice.id, deskNoticeHearer.noticeId))
    .where(inArray(deskNoticeHearer.subject, [...stateOf.keys()]))
  const over = heard.filter(({ subject, payload }) => {
    const state = stateOf.get(subject)
    return state === undefined || payload['state'] !== state
  })
  if (over.length === 0) return
  await tx.q
    .delete(deskNoticeHearer)
    .where(inArray(deskNoticeHearer.noticeId, [...new Set(over.map(({ id }) => id))]))
    .returning({ hearer: deskNoticeHearer.hearer })
}
