import { and, asc, desc, eq, gte, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { lockContacts } from '../../db/dialect/lock/lock-key.ts'
import { notAccused } from '../../db/ticket-scope.ts'
import type { Actor } from '../vocabulary/actor.ts'
import type { Channel } from '../vocabulary/contact.ts'

export type Contact = Read['t']['contact']['$inferSelect']
export type NewContactRow = Read['t']['contact']['$inferInsert']

/** On the path of every text, so by the prepared way. */
export const insertContact = async (tx: Tx, row: NewContactRow) => {
  await insertRows(tx, tx.t.contact, [row])
}

export const findContact = async (db: Read | Tx, id: string): Promise<Contact | undefined> => {
  const [row] = await db.q.select().from(db.t.contact).where(eq(db.t.contact.id, id))
  return row
}

export const patchContact = async (tx: Tx, id: string, patch: Partial<Omit<Contact, 'id'>>) => {
  await tx.q.update(tx.t.contact).set(patch).where(eq(tx.t.contact.id, id)).returning({ id: tx.t.contact.id })
}

/** Closes a contact that is open; one that is filed keeps its state. */
export const closeOpen = async (tx: Tx, id: string, patch: Partial<Pick<Contact, 'endedAt' | 'handledBy'>>) => {
  const { contact } = tx.t
  await tx.q
    .update(contact)
    .set({ ...patch, state: 'closed' })
    .where(and(eq(contact.id, id), eq(contact.state, 'open')))
    .returning({ id: contact.id })
}

/** Settles the open contacts of a citizen that came in by one channel; those that belong to a ticket are filed. Answers how many there were. */
export const settleOpen = async (tx: Tx, citizenId: string, channel: Channel, staffId: string): Promise<number> => {
  const { contact } = tx.t
  const rows = await tx.q
    .update(contact)
    .set({ state: sql`case when ${contact.ticketId} is null then 'closed' else 'filed' end`, handledBy: staffId })
    .where(and(eq(contact.citizenId, citizenId), eq(contact.channel, channel), eq(contact.state, 'open')))
    .returning({ id: contact.id })
  return rows.length
}

/** Keeps contacts from everybody else who would file them, until the transaction ends; answers those that belong to a ticket already. */
export const lockForFiling = async (tx: Tx, ids: readonly string[]): Promise<{ id: string; ticketId: string }[]> => {
  await lockContacts(tx, ids)
  const { contact } = tx.t
  const rows = await tx.q
    .select({ id: contact.id, ticketId: contact.ticketId })
    .from(contact)
    .where(and(inArray(contact.id, [...ids]), isNotNull(contact.ticketId)))
  return rows.flatMap(({ id, ticketId }) => (ticketId === null ? [] : [{ id, ticketId }]))
}

/** Ties contacts to a ticket. */
export const markFiled = async (
  tx: Tx,
  ids: readonly string[],
  filed: Pick<Contact, 'ticketId'> & Partial<Pick<Contact, 'handledBy'>>,
) => {
  const { contact } = tx.t
  await tx.q
    .update(contact)
    .set({ ...filed, state: 'filed' })
    .where(inArray(contact.id, [...ids]))
    .returning({ id: contact.id })
}

/** What a citizen said before, newest first, without the contact at hand, and nothing of a report on the reader's own unit. */
export const earlierContacts = async (
  db: Read | Tx,
  actor: Actor,
  citizenId: string,
  except: string,
  limit: number,
): Promise<Contact[]> => {
  const { contact, ticket } = db.t
  const rows = await db.q
    .select({ contact })
    .from(contact)
    .leftJoin(ticket, eq(ticket.id, contact.ticketId))
    .where(and(eq(contact.citizenId, citizenId), ne(contact.id, except), notAccused(db, actor)))
    .orderBy(...inOrder(contact.startedAt, contact.id, 'descending'))
    .limit(limit)
  return rows.map((row) => row.contact)
}

/** Whether one of a citizen's contacts since a moment told of a danger: the few contacts of that time, by the index of citizen and time. */
export const anyDangerSince = async (db: Read | Tx, citizenId: string, since: Date): Promise<boolean> => {
  const { contact } = db.t
  const [row] = await db.q
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.citizenId, citizenId), gte(contact.startedAt, since), isNotNull(contact.danger)))
    .limit(1)
  return row !== undefined
}

/** The last few contacts of a citizen by one channel since a moment, newest first, by the index of citizen and time. */
export const newestContacts = (
  tx: Tx,
  citizenId: string,
  { channel, since, limit }: { channel: Channel; since: Date; limit: number },
) => {
  const { contact } = tx.t
  return tx.q
    .select({ text: contact.text, danger: contact.danger })
    .from(contact)
    .where(and(eq(contact.citizenId, citizenId), gte(contact.startedAt, since), eq(contact.channel, channel)))
    .orderBy(desc(contact.startedAt), desc(contact.id))
    .limit(limit)
    .execute()
}

/** What these citizens said by one channel that nobody has looked at, oldest first, and nothing of a report on the reader's own unit. */
export const openContactsOf = (db: Read, actor: Actor, citizenIds: readonly string[], channel: Channel) => {
  const { contact, ticket } = db.t
  return db.q
    .select({ citizenId: contact.citizenId, text: contact.text, at: contact.startedAt })
    .from(contact)
    .leftJoin(ticket, eq(ticket.id, contact.ticketId))
    .where(
      and(
        inArray(contact.citizenId, [...citizenIds]),
        eq(contact.channel, channel),
        eq(contact.state, 'open'),
        notAccused(db, actor),
      ),
    )
    .orderBy(asc(contact.startedAt), asc(contact.id))
    .execute()
}

/** Contacts of a citizen on any channel, newest first, from after a row; none of a report on the reader's own unit. */
export const contactsOf = (db: Read, actor: Actor, citizenId: string, after: After | null, limit: number) => {
  const { contact, ticket } = db.t
  return db.q
    .select({
      id: contact.id,
      channel: contact.channel,
      lineId: contact.lineId,
      callId: contact.callId,
      ticketId: contact.ticketId,
      ticketNumber: ticket.number,
      state: contact.state,
      text: contact.text,
      startedAt: contact.startedAt,
      endedAt: contact.endedAt,
      handledBy: contact.handledBy,
      danger: contact.danger,
    })
    .from(contact)
    .leftJoin(ticket, eq(ticket.id, contact.ticketId))
    .where(
      and(
        eq(contact.citizenId, citizenId),
        notAccused(db, actor),
        beyond(contact.startedAt, contact.id, 'descending', after),
      ),
    )
    .orderBy(...inOrder(contact.startedAt, contact.id, 'descending'))
    .limit(limit)
    .execute()
}
export type CitizenContact = Awaited<ReturnType<typeof contactsOf>>[number]
