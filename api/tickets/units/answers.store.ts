import { ticketProblem } from '../tickets.errors.ts'
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import type { Actor } from '../../vocabulary/actor.ts'

export type Answer = Tx['t']['answer']['$inferSelect']

export const insertAnswer = async (tx: Tx, row: Tx['t']['answer']['$inferInsert']) => {
  await tx.q.insert(tx.t.answer).values(row)
}

/** The answer that waits for review. */
export const submittedAnswer = async (tx: Tx, ticketId: string): Promise<Answer | undefined> => {
  const { answer } = tx.t
  const [row] = await tx.q
    .select()
    .from(answer)
    .where(and(eq(answer.ticketId, ticketId), eq(answer.state, 'submitted')))
    .orderBy(desc(answer.createdAt), desc(answer.id))
    .limit(1)
  return row
}

export const reviewAnswer = async (
  tx: Tx,
  id: string,
  review: { state: 'passed' | 'sentBack'; at: Date; by: string; note: string | null },
) => {
  const { answer } = tx.t
  await tx.q
    .update(answer)
    .set({ state: review.state, reviewedAt: review.at, reviewedBy: review.by, note: review.note })
    .where(eq(answer.id, id))
    .returning({ id: answer.id })
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
