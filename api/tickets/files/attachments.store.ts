import { eq } from 'drizzle-orm'
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
