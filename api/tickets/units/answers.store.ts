import { ticketProblem } from '../tickets.errors.ts'
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import { insertRows } from '../../../db/dialect/insert/insert-rows.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import { updateRow } from '../../../db/dialect/update/update-row.ts'
import type { Actor } from '../../vocabulary/actor.ts'

export type Answer = Tx['t']['answer']['$inferSelect']

export const insertAnswer = async (tx: Tx, row: Tx['t']['answer']['$inferInsert']) => {
  await insertRows(tx, tx.t.answer, [row])
}

const submitted = preparedQuery((tx: Tx, { ticketId }: { ticketId: string }) => {
  const { answer } = tx.t
  return tx.q
    .select()
    .from(answer)
    .where(and(eq(answer.ticketId, ticketId), eq(answer.state, 'submitted')))
    .orderBy(desc(answer.createdAt), desc(answer.id))
    .limit(1)
})

/** The answer that waits for review. */
export const submittedAnswer = async (tx: Tx, ticketId: string): Promise<Answer | undefined> => {
  const [row] = await submitted(tx, { ticketId })
  return row
}

export const reviewAnswer = async (
  tx: Tx,
  id: string,
  review: { state: 'passed' | 'sentBack'; at: Date; by: string; note: string | null },
) => {
  const { state, at, by, note } = review
  await updateRow(tx, tx.t.answer, { id }, { state, reviewedAt: at, reviewedBy: by, note })
}

/** Ties files to a ticket, from this moment: the actor's own uploads, or what is the ticket's already. Throws `attachment.missing` for any other. */
export const claimAttachments = async (tx: Tx, actor: Actor, ticketId: string, ids: readonly string[], at: Date) => {
  if (ids.length === 0) return
  const { attachment } = tx.t
  const own = and(isNull(attachment.ticketId), eq(attachment.uploadedBy, actor.id))
  const rows = await tx.q
    .update(attachment)
    .set({ ticketId, attachedAt: sql`coalesce(${attachment.attachedAt}, ${sql.param(at, attachment.attachedAt)})` })
    .where(and(inArray(attachment.id, [...ids]), or(own, eq(attachment.ticketId, ticketId))))
    .returning({ id: attachment.id })
  if (rows.length !== new Set(ids).size) throw ticketProblem('attachment.missing')
}
