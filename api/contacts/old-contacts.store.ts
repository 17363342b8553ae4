import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder } from '../../db/keyset.ts'
import { deleteOldest, nextAfter, type Sweep, type SweepAsked } from '../../db/sweep.ts'

/** Contacts that became no ticket, are closed, and still have their words, oldest first. */
export const findOldContacts = async (db: Read | Tx, { before, after, limit }: SweepAsked) => {
  const { contact } = db.t
  const rows = await db.q
    .select({ id: contact.id, at: contact.startedAt, callId: contact.callId })
    .from(contact)
    .where(
      and(
        eq(contact.state, 'closed'),
        isNull(contact.erasedAt),
        lt(contact.startedAt, before),
        beyond(contact.startedAt, contact.id, 'ascending', after),
      ),
    )
    .orderBy(...inOrder(contact.startedAt, contact.id, 'ascending'))
    .limit(limit)
  return { rows, next: nextAfter(rows, limit) }
}

/** Words of contacts are no more; channel, times and what became of them stay. Answers the calls they came by. */
const eraseWhere = async (tx: Tx, where: ReturnType<typeof eq>, now: Date): Promise<string[]> => {
  const { contact } = tx.t
  const rows = await tx.q
    .update(contact)
    .set({ text: '', erasedAt: now })
    .where(and(where, isNull(contact.erasedAt)))
    .returning({ callId: contact.callId })
  return rows.flatMap(({ callId }) => (callId === null ? [] : [callId]))
}

/** The contacts of some ids. */
export const eraseContacts = (tx: Tx, ids: readonly string[], now: Date) =>
  eraseWhere(tx, inArray(tx.t.contact.id, [...ids]), now)

/** The contacts that became some tickets, or belong to them. */
export const eraseContactsOfTickets = (tx: Tx, ticketIds: readonly string[], now: Date) =>
  eraseWhere(tx, inArray(tx.t.contact.ticketId, [...ticketIds]), now)

/** All contacts of a citizen. */
export const eraseContactsOf = (tx: Tx, citizenId: string, now: Date) =>
  eraseWhere(tx, eq(tx.t.contact.citizenId, citizenId), now)

/** Whether a contact of a citizen waits for somebody to decide on it. */
export const waitsForDecision = async (db: Read | Tx, citizenId: string): Promise<boolean> => {
  const { contact } = db.t
  const [row] = await db.q
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.citizenId, citizenId), eq(contact.state, 'open')))
    .limit(1)
  return row !== undefined
}

/** Deletes forms that were begun and left. */
export const sweepDrafts: Sweep = (tx, asked) => {
  const { draft } = tx.t
  return deleteOldest(tx, asked, { table: draft, key: draft.id, at: draft.updatedAt })
}
