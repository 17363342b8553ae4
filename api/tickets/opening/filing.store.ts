import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import { lockContacts } from '../../../db/dialect/lock/lock-key.ts'

/** The contact that a ticket is made from; nobody else files it until the transaction ends. */
export const contactForFiling = async (tx: Tx, id: string) => {
  await lockContacts(tx, [id])
  const { contact } = tx.t
  const [row] = await tx.q
    .select({ id: contact.id, citizenId: contact.citizenId, lineId: contact.lineId, ticketId: contact.ticketId })
    .from(contact)
    .where(eq(contact.id, id))
  return row
}

/** Whether the hotline knows a citizen by this id. */
export const knowsCitizen = async (tx: Tx, id: string): Promise<boolean> => {
  const { citizen } = tx.t
  const [row] = await tx.q.select({ id: citizen.id }).from(citizen).where(eq(citizen.id, id))
  return row !== undefined
}

/** Ties what was texted in a contact to the ticket it became. */
export const linkMessages = async (tx: Tx, contactId: string, ticketId: string) => {
  const { message } = tx.t
  await tx.q
    .update(message)
    .set({ ticketId })
    .where(and(eq(message.contactId, contactId), isNull(message.ticketId)))
    .returning({ id: message.id })
}
