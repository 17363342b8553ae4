import { and, asc, eq, gt } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

/** One example for each ticket: the newest choice of a person. */
export const keepExample = async (tx: Tx, row: Tx['t']['trainingExample']['$inferInsert']) => {
  const { trainingExample } = tx.t
  const [changed] = await tx.q
    .update(trainingExample)
    .set({ text: row.text, matterCode: row.matterCode, at: row.at })
    .where(eq(trainingExample.ticketId, row.ticketId))
    .returning({ id: trainingExample.id })
  if (!changed) await tx.q.insert(trainingExample).values(row).onConflictDoNothing()
}

/** What was learnt from a ticket is no example any more. */
export const forgetExample = async (tx: Tx, ticketId: string): Promise<void> => {
  const { trainingExample } = tx.t
  await tx.q.delete(trainingExample).where(eq(trainingExample.ticketId, ticketId)).returning({ id: trainingExample.id })
}

/** Examples, a page by id. */
export const examplesAfter = ({ q, t: { trainingExample } }: Read, id: string, most: number) =>
  q
    .select({ id: trainingExample.id, text: trainingExample.text })
    .from(trainingExample)
    .where(gt(trainingExample.id, id))
    .orderBy(asc(trainingExample.id))
    .limit(most)
    .execute()

/** Gives an example another text, unless it was learnt anew meanwhile. */
export const changeExample = async (tx: Tx, id: string, from: string, to: string): Promise<void> => {
  const { trainingExample } = tx.t
  await tx.q
    .update(trainingExample)
    .set({ text: to })
    .where(and(eq(trainingExample.id, id), eq(trainingExample.text, from)))
    .returning({ id: trainingExample.id })
}
