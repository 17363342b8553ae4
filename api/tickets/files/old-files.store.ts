import { and, inArray, isNull } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import { deleteOldest, type Sweep } from '../../../db/sweep.ts'

/** Deletes uploads that no act has named: they belong to no ticket, and came with no text. */
export const sweepUploads: Sweep = (tx, asked) => {
  const { attachment } = tx.t
  const only = and(isNull(attachment.ticketId), isNull(attachment.messageId))
  return deleteOldest(tx, asked, { table: attachment, key: attachment.id, at: attachment.createdAt, only })
}

/** Which of some files are named by an attachment. */
export const attachedFiles = async (db: Read, files: readonly string[]): Promise<string[]> => {
  const { attachment } = db.t
  const rows = await db.q
    .select({ sha256: attachment.sha256 })
    .from(attachment)
    .where(inArray(attachment.sha256, [...files]))
  return rows.map(({ sha256 }) => sha256)
}
