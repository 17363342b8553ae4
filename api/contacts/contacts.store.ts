import { and, desc, eq, ne } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'

export type Contact = Read['t']['contact']['$inferSelect']

export const insertContact = async (tx: Tx, row: Tx['t']['contact']['$inferInsert']) => {
  await tx.q.insert(tx.t.contact).values(row).returning({ id: tx.t.contact.id })
}

export const findContact = async (db: Read | Tx, id: string): Promise<Contact | undefined> => {
  const [row] = await db.q.select().from(db.t.contact).where(eq(db.t.contact.id, id))
  return row
}

export const patchContact = async (tx: Tx, id: string, patch: Partial<Omit<Contact, 'id'>>) => {
  await tx.q.update(tx.t.contact).set(patch).where(eq(tx.t.contact.id, id)).returning({ id: tx.t.contact.id })
}

/** Ends a contact that nobody filed: it needed no ticket, or the call-back list has it. A filed one keeps its state. */
export const closeContact = async (tx: Tx, id: string, at: Date, patch: Partial<Pick<Contact, 'handledBy'>> = {}) => {
  const { contact } = tx.t
  await tx.q
    .update(contact)
    .set({ ...patch, state: 'closed', endedAt: at })
    .where(and(eq(contact.id, id), eq(contact.state, 'open')))
    .returning({ id: contact.id })
}

/** What a citizen said before, newest first, without the contact at hand. */
export const earlierContacts = (
  db: Read | Tx,
  citizenId: string,
  except: string,
  limit: number,
): Promise<Contact[]> => {
  const { contact } = db.t
  return db.q
    .select()
    .from(contact)
    .where(and(eq(contact.citizenId, citizenId), ne(contact.id, except)))
    .orderBy(desc(contact.startedAt))
    .limit(limit)
    .execute()
}

/** The newest contact of a citizen in which a danger was heard since a moment. */
export const dangerSince = async (db: Read | Tx, citizenId: string, since: Date): Promise<boolean> => {
  const [row] = await db.q
    .select({ danger: db.t.contact.danger, startedAt: db.t.contact.startedAt })
    .from(db.t.contact)
    .where(eq(db.t.contact.citizenId, citizenId))
    .orderBy(desc(db.t.contact.startedAt))
    .limit(1)
  return row !== undefined && row.danger !== null && row.startedAt >= since
}

/** The caller as the screen-pop needs it. */
export const findCaller = async (
  db: Read | Tx,
  citizenId: string,
): Promise<Read['t']['citizen']['$inferSelect'] | undefined> => {
  const [row] = await db.q.select().from(db.t.citizen).where(eq(db.t.citizen.id, citizenId))
  return row
}

/** The form that the agent of a call will fill in; nothing happens when the contact has one. */
export const insertDraft = async (tx: Tx, row: Tx['t']['draft']['$inferInsert']) => {
  await tx.q.insert(tx.t.draft).values(row).onConflictDoNothing().returning({ id: tx.t.draft.id })
}

export const findDraftOf = async (
  db: Read | Tx,
  contactId: string,
): Promise<Read['t']['draft']['$inferSelect'] | undefined> => {
  const [row] = await db.q.select().from(db.t.draft).where(eq(db.t.draft.contactId, contactId))
  return row
}

/** A draft goes with the call to its next agent. */
export const passDraft = async (tx: Tx, contactId: string, staffId: string, at: Date) => {
  await tx.q
    .update(tx.t.draft)
    .set({ staffId, updatedAt: at })
    .where(eq(tx.t.draft.contactId, contactId))
    .returning({ id: tx.t.draft.id })
}

/** The first version is the program's own; what a person wrote since is never touched. */
export const writeUntouchedDraft = async (tx: Tx, contactId: string, content: Record<string, unknown>, at: Date) => {
  const { draft } = tx.t
  await tx.q
    .update(draft)
    .set({ content, updatedAt: at })
    .where(and(eq(draft.contactId, contactId), eq(draft.version, 1)))
    .returning({ id: draft.id })
}

/** Whose ticket it is, and the line it came by. */
export const findTicketOf = async (db: Read | Tx, ticketId: string) => {
  const { ticket } = db.t
  const [row] = await db.q
    .select({ id: ticket.id, citizenId: ticket.citizenId, lineId: ticket.lineId })
    .from(ticket)
    .where(eq(ticket.id, ticketId))
  return row
}
