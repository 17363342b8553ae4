import { and, eq, inArray } from 'drizzle-orm'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { listed, preparedByShape, preparedQuery } from '../../db/dialect/prepared/prepared-query.ts'
import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import type { Ending, KeptNotice } from './desk-notice.rules.ts'

type Row = Tx['t']['deskNotice']['$inferInsert']

const tellDesk = preparedQuery(
  (tx: Tx, { hearer, subject, noticeId, at }: { hearer: string; subject: string; noticeId: string; at: Date }) => {
    const { deskNoticeHearer } = tx.t
    return tx.q
      .insert(deskNoticeHearer)
      .values({ hearer, subject, noticeId, at })
      .onConflictDoUpdate({ target: [deskNoticeHearer.subject, deskNoticeHearer.hearer], set: { noticeId, at } })
      .returning({ hearer: deskNoticeHearer.hearer })
  },
)

/** Keeps a notice for its desks, in the place of what each of them was told of the same thing before. Whoever caused it has read it. */
export const keepNotice = async (
  tx: Tx,
  row: Row,
  { hearers, once }: Pick<KeptNotice, 'hearers' | 'once'>,
  causedBy: string | null,
): Promise<void> => {
  const { deskNotice, deskNoticeRead } = tx.t
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
  for (const hearer of hearers.toSorted()) await tellDesk(tx, { hearer, subject, noticeId, at })
  if (causedBy !== null) await insertRows(tx, deskNoticeRead, [{ noticeId, staffId: causedBy }])
}

const passOn = preparedQuery((tx: Tx, given: { subject: string; by: string; name: string; at: Date }) => {
  const { deskNotice } = tx.t
  return tx.q
    .update(deskNotice)
    .set({ open: false, handledBy: given.by, handledName: given.name, handledAt: given.at, handledHow: 'passedOn' })
    .where(and(eq(deskNotice.subject, given.subject), eq(deskNotice.open, true)))
    .returning({ id: deskNotice.id })
})

/**
 * Makes an end of notices: what is past is nobody's news any more, a danger that was passed on has been handled by whoever did it. Answers the
 * notices that were handled by it.
 */
export const endNotices = async (tx: Tx, ended: readonly Ending[], actor: Actor, at: Date): Promise<string[]> => {
  const past = ended.filter((one) => one.kind === 'past')
  if (past.length > 0) await endPast(tx, past)
  const handled: string[] = []
  for (const { kind, subject } of ended)
    if (kind === 'passedOn')
      handled.push(...(await passOn(tx, { subject, by: actor.id, name: actor.name, at })).map(({ id }) => id))
  return handled
}

const heardOf = preparedByShape(
  (subjects: readonly string[]) => subjects.length,
  ({ q, t: { deskNotice, deskNoticeHearer } }: Tx, _, values: Record<string, string>) =>
    q
      .select({ id: deskNotice.id, subject: deskNotice.subject, payload: deskNotice.payload })
      .from(deskNoticeHearer)
      .innerJoin(deskNotice, eq(deskNotice.id, deskNoticeHearer.noticeId))
      .where(inArray(deskNoticeHearer.subject, listed.list(values))),
)

const forget = preparedByShape(
  (noticeIds: readonly string[]) => noticeIds.length,
  ({ q, t: { deskNoticeHearer } }: Tx, _, values: Record<string, string>) =>
    q
      .delete(deskNoticeHearer)
      .where(inArray(deskNoticeHearer.noticeId, listed.list(values)))
      .returning({ hearer: deskNoticeHearer.hearer }),
)

/** One look, for every act comes by here, and nearly always there is nothing to end. */
const endPast = async (tx: Tx, past: readonly Extract<Ending, { kind: 'past' }>[]): Promise<void> => {
  const stateOf = new Map(past.map(({ subject, state }) => [subject, state]))
  const subjects = [...stateOf.keys()]
  const heard = await heardOf(tx, subjects, listed.values(subjects))
  const over = heard.filter(({ subject, payload }) => {
    const state = stateOf.get(subject)
    return state === undefined || payload['state'] !== state
  })
  if (over.length === 0) return
  const ids = [...new Set(over.map(({ id }) => id))]
  await forget(tx, ids, listed.values(ids))
}
