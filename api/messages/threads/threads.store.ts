import { aliasedTable, and, eq, exists, inArray, notExists } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import { beyond, inOrder, type After } from '../../../db/keyset.ts'

const columns = ({ message, citizen, ticket }: Read['t']) => ({
  citizenId: citizen.id,
  phone: citizen.phone,
  name: citizen.name,
  locale: citizen.locale,
  id: message.id,
  direction: message.direction,
  body: message.body,
  purpose: message.purpose,
  status: message.status,
  machine: message.machine,
  createdAt: message.createdAt,
  ticketId: message.ticketId,
  ticketNumber: ticket.number,
})

/** The newest message of each citizen, newest first; `needsAnswer` leaves those with a text nobody has looked at. */
export const listThreads = (
  db: Read,
  { after, needsAnswer, limit }: { after: After | null; needsAnswer: boolean; limit: number },
) => {
  const { message, citizen, ticket, contact } = db.t
  const newer = aliasedTable(message, 'newer')
  const noNewer = notExists(
    db.q
      .select({ id: newer.id })
      .from(newer)
      .where(
        and(
          eq(newer.citizenId, message.citizenId),
          beyond(newer.createdAt, newer.id, 'ascending', { at: message.createdAt, id: message.id }),
        ),
      ),
  )
  const waiting = exists(
    db.q
      .select({ id: contact.id })
      .from(contact)
      .where(and(eq(contact.citizenId, message.citizenId), eq(contact.channel, 'sms'), eq(contact.state, 'open'))),
  )
  return db.q
    .select(columns(db.t))
    .from(message)
    .innerJoin(citizen, eq(citizen.id, message.citizenId))
    .leftJoin(ticket, eq(ticket.id, message.ticketId))
    .where(and(noNewer, beyond(message.createdAt, message.id, 'descending', after), needsAnswer ? waiting : undefined))
    .orderBy(...inOrder(message.createdAt, message.id, 'descending'))
    .limit(limit)
    .execute()
}

/** One citizen's messages, newest first, with the ticket each belongs to. */
export const listMessages = (db: Read, citizenId: string, after: After | null, limit: number) => {
  const { message, ticket } = db.t
  return db.q
    .select({ message, ticketNumber: ticket.number })
    .from(message)
    .leftJoin(ticket, eq(ticket.id, message.ticketId))
    .where(and(eq(message.citizenId, citizenId), beyond(message.createdAt, message.id, 'descending', after)))
    .orderBy(...inOrder(message.createdAt, message.id, 'descending'))
    .limit(limit)
    .execute()
}

/** Files of some messages. */
export const attachmentsOfMessages = (db: Read, messageIds: string[]) => {
  const { attachment } = db.t
  const { id, messageId, name, contentType, size, state } = attachment
  return messageIds.length === 0
    ? Promise.resolve([])
    : db.q
        .select({ id, messageId, name, contentType, size, state })
        .from(attachment)
        .where(inArray(attachment.messageId, messageIds))
        .execute()
}
