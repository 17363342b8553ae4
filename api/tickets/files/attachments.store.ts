import { eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import type { Attachment } from '../reading/parts.view.ts'

export const insertAttachment = async (tx: Tx, row: Tx['t']['attachment']['$inferInsert']): Promise<Attachment> => {
  const [made] = await tx.q.insert(tx.t.attachment).values(row).returning()
  if (!made) throw new Error('an insert answers its row')
  return made
}

export const findAttachment = async (db: Read, id: string): Promise<Attachment | undefined> => {
  const [row] = await db.q.select().from(db.t.attachment).where(eq(db.t.attachment.id, id))
  return row
}

/** Types of some files. */
export const typesOfFiles = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const { attachment } = tx.t
  const rows = await tx.q
    .select({ type: attachment.contentType })
    .from(attachment)
    .where(inArray(attachment.id, [...ids]))
  return rows.map(({ type }) => type)
}
