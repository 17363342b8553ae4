import { aliasedTable, and, eq, inArray, notExists, type SQL } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import { beyond, inOrder, type After } from '../../../db/keyset.ts'
import { notAccused } from '../../../db/ticket-scope.ts'
import type { Actor } from '../../vocabulary/actor.ts'

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

/** No message of the same citizen is newer. */
const isNewest = (db: Read) => {
  const { message } = db.t
  const newer = aliasedTable(message, 'newer')
  return notExists(
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
}

/** A conversation whose newest text belongs to a report on the reader's own unit is not shown to them (JN 32). */
const newestMessages = (db: Read, actor: Actor, which: SQL | undefined) => {
  const { message, citizen, ticket } = db.t
  return db.q
    .select(columns(db.t))
    .from(message)
    .innerJoin(citizen, eq(citizen.id, message.citizenId))
    .leftJoin(ticket, eq(ticket.id, message.ticketId))
    .where(and(isNewest(db), notAccused(db, actor), which))
}

/** The newest message of each citizen, newest first. */
export const listThreads = (db: Read, actor: Actor, { after, limit }: { after: After | null; limit: number }) => {
  const { message } = db.t
  return newestMessages(db, actor, beyond(message.createdAt, message.id, 'descending', after))
    .orderBy(...inOrder(message.createdAt, message.id, 'descending'))
    .limit(limit)
    .execute()
}

/** The newest message of some citizens, in no order. */
export const threadsOf = (db: Read, actor: Actor, citizenIds: readonly string[]) =>
  citizenIds.length === 0
    ? Promise.resolve([])
    : newestMessages(db, actor, inArray(db.t.message.citizenId, [...citizenIds])).execute()

/** Of each citizen with a text that nobody has looked at the oldest of those, the longest waiting first. */
export const listWaiting = (db: Read, { after, limit }: { after: After | null; limit: number }) => {
  const { contact } = db.t
  const older = aliasedTable(contact, 'older')
  const noOlder = notExists(
    db.q
      .select({ id: older.id })
      .from(older)
      .where(
        and(
          eq(older.citizenId, contact.citizenId),
          eq(older.channel, 'sms'),
          eq(older.state, 'open'),
          beyond(older.startedAt, older.id, 'descending', { at: contact.startedAt, id: contact.id }),
        ),
      ),
  )
  return db.q
    .select({ id: contact.id, citizenId: contact.citizenId, at: contact.startedAt })
    .from(contact)
    .where(
      and(
        eq(contact.state, 'open'),
        eq(contact.channel, 'sms'),
        noOlder,
        beyond(contact.startedAt, contact.id, 'ascending', after),
      ),
    )
    .orderBy(...inOrder(contact.startedAt, contact.id, 'ascending'))
    .limit(limit)
    .execute()
}

/** One citizen's messages, newest first, with the ticket each belongs to; none of a report on the reader's own unit. */
export const listMessages = (db: Read, actor: Actor, citizenId: string, after: After | null, limit: number) => {
  const { message, ticket } = db.t
  return db.q
    .select({ message, ticketNumber: ticket.number })
    .from(message)
    .leftJoin(ticket, eq(ticket.id, message.ticketId))
    .where(
      and(
        eq(message.citizenId, citizenId),
        notAccused(db, actor),
        beyond(message.createdAt, message.id, 'descending', after),
      ),
    )
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
