import { and, desc, eq } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'

export type Draft = Read['t']['draft']['$inferSelect']

/** A draft is its writer's own. */
export const findDraft = async (db: Read | Tx, id: string, staffId: string): Promise<Draft | undefined> => {
  const [row] = await db.q
    .select()
    .from(db.t.draft)
    .where(and(eq(db.t.draft.id, id), eq(db.t.draft.staffId, staffId)))
  return row
}

/** Undefined when the id is taken, or the contact has a draft already. */
export const insertDraft = async (tx: Tx, row: Tx['t']['draft']['$inferInsert']): Promise<Draft | undefined> => {
  const [draft] = await tx.q.insert(tx.t.draft).values(row).onConflictDoNothing().returning()
  return draft
}

/** Undefined when the version is not the one that was seen. */
export const updateDraft = async (
  tx: Tx,
  seen: { id: string; staffId: string; version: number },
  change: Pick<Draft, 'content' | 'updatedAt'>,
): Promise<Draft | undefined> => {
  const { draft } = tx.t
  const [row] = await tx.q
    .update(draft)
    .set({ ...change, version: seen.version + 1 })
    .where(and(eq(draft.id, seen.id), eq(draft.staffId, seen.staffId), eq(draft.version, seen.version)))
    .returning()
  return row
}

/** Throws a draft away; answers whether there was one. */
export const deleteDraft = async (tx: Tx, id: string, staffId: string): Promise<boolean> => {
  const { draft } = tx.t
  const rows = await tx.q
    .delete(draft)
    .where(and(eq(draft.id, id), eq(draft.staffId, staffId)))
    .returning({ id: draft.id })
  return rows.length > 0
}

/** Throws away what was begun for a contact, whoever began it. */
export const deleteContactDraft = async (tx: Tx, contactId: string): Promise<void> => {
  await tx.q.delete(tx.t.draft).where(eq(tx.t.draft.contactId, contactId))
}

/** A person's drafts, newest first. */
export const listDrafts = (db: Read, staffId: string, most = 50): Promise<Draft[]> =>
  db.q
    .select()
    .from(db.t.draft)
    .where(eq(db.t.draft.staffId, staffId))
    .orderBy(desc(db.t.draft.updatedAt))
    .limit(most)
    .execute()

/** The form that was begun for a contact. */
export const findDraftOf = async (db: Read | Tx, contactId: string): Promise<Draft | undefined> => {
  const [row] = await db.q.select().from(db.t.draft).where(eq(db.t.draft.contactId, contactId))
  return row
}

/** Gives the form of a contact to another member of staff. */
export const passDraft = async (tx: Tx, contactId: string, staffId: string, at: Date) => {
  await tx.q
    .update(tx.t.draft)
    .set({ staffId, updatedAt: at })
    .where(eq(tx.t.draft.contactId, contactId))
    .returning({ id: tx.t.draft.id })
}

/** The first version is the program's own; what a person wrote since is never touched. */
export const writeUntouchedDraft = async (tx: Tx, contactId: string, content: Draft['content'], at: Date) => {
  const { draft } = tx.t
  await tx.q
    .update(draft)
    .set({ content, updatedAt: at })
    .where(and(eq(draft.contactId, contactId), eq(draft.version, 1)))
    .returning({ id: draft.id })
}
