import { and, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { insertRows } from '../../../db/dialect/insert/insert-rows.ts'

export type Attachment = Read['t']['attachment']['$inferSelect']
export type NewAttachment = Read['t']['attachment']['$inferInsert']

export const insertAttachments = async (tx: Tx, rows: NewAttachment[]) => {
  await insertRows(tx, tx.t.attachment, rows)
}

export const findAttachment = async (db: Read | Tx, id: string): Promise<Attachment | null> => {
  const [row] = await db.q.select().from(db.t.attachment).where(eq(db.t.attachment.id, id))
  return row ?? null
}

/** Settles an attachment that is still to be fetched; a settled one stays as it is. */
export const settleAttachment = async (tx: Tx, id: string, change: Partial<NewAttachment>) => {
  const { attachment } = tx.t
  await tx.q
    .update(attachment)
    .set(change)
    .where(and(eq(attachment.id, id), eq(attachment.state, 'pending')))
    .returning({ id: attachment.id })
}

/** What became of each file of a text. */
export const filesOfMessage = (tx: Tx, messageId: string) => {
  const { attachment } = tx.t
  const { state, contentType, ticketId } = attachment
  return tx.q
    .select({ state, contentType, ticketId })
    .from(attachment)
    .where(eq(attachment.messageId, messageId))
    .execute()
}

/** Files of what was texted in some contacts go to another ticket than its words. */
export const moveFiles = async (
  tx: Tx,
  { contactIds, ticketId, at }: { contactIds: readonly string[]; ticketId: string; at: Date },
) => {
  const { attachment, message } = tx.t
  const texts = tx.q
    .select({ id: message.id })
    .from(message)
    .where(inArray(message.contactId, [...contactIds]))
  await tx.q
    .update(attachment)
    .set({ ticketId, attachedAt: at })
    .where(inArray(attachment.messageId, texts))
    .returning({ id: attachment.id })
}
