import type { Visibility } from '../../vocabulary/ticket.ts'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import { beyond, inOrder, type After } from '../../../db/keyset.ts'

/** Everything that hangs on a ticket, each table once. */
export const loadTicketParts = async (db: Read, ticketId: string) => {
  const { answer, returnRequest, extension, followUp, attachment } = db.t
  const [answers, returns, extensions, followUps, attachments] = await Promise.all([
    db.q.select().from(answer).where(eq(answer.ticketId, ticketId)).orderBy(asc(answer.createdAt), asc(answer.id)),
    db.q
      .select()
      .from(returnRequest)
      .where(eq(returnRequest.ticketId, ticketId))
      .orderBy(asc(returnRequest.createdAt), asc(returnRequest.id)),
    db.q
      .select()
      .from(extension)
      .where(eq(extension.ticketId, ticketId))
      .orderBy(asc(extension.createdAt), asc(extension.id)),
    db.q
      .select()
      .from(followUp)
      .where(eq(followUp.ticketId, ticketId))
      .orderBy(asc(followUp.round), asc(followUp.createdAt)),
    db.q
      .select()
      .from(attachment)
      .where(eq(attachment.ticketId, ticketId))
      .orderBy(asc(attachment.createdAt), asc(attachment.id)),
  ])
  return { answers, returns, extensions, followUps, attachments }
}

export interface TimelineAsked {
  ticketId: string
  visibilities: readonly Visibility[]
  after: After | null
  size: number
}

/** A page of a ticket's timeline, oldest first, and one row more. */
export const listTimeline = (db: Read, { ticketId, visibilities, after, size }: TimelineAsked) => {
  const { timelineEntry } = db.t
  return db.q
    .select()
    .from(timelineEntry)
    .where(
      and(
        eq(timelineEntry.ticketId, ticketId),
        inArray(timelineEntry.visibility, [...visibilities]),
        beyond(timelineEntry.at, timelineEntry.id, 'ascending', after),
      ),
    )
    .orderBy(...inOrder(timelineEntry.at, timelineEntry.id, 'ascending'))
    .limit(size + 1)
    .execute()
}

/** Pages of open requests with their tickets, oldest first. */
export const listPending = async (db: Read, kind: 'returnRequest' | 'extension', after: After | null, size: number) => {
  const { ticket } = db.t
  const table = db.t[kind]
  return db.q
    .select({ id: table.id, at: table.createdAt, ticket })
    .from(table)
    .innerJoin(ticket, eq(ticket.id, table.ticketId))
    .where(and(eq(table.state, 'pending'), beyond(table.createdAt, table.id, 'ascending', after)))
    .orderBy(...inOrder(table.createdAt, table.id, 'ascending'))
    .limit(size + 1)
    .execute()
}

export const returnsByIds = (db: Read, ids: string[]) =>
  db.q
    .select()
    .from(db.t.returnRequest)
    .where(inArray(db.t.returnRequest.id, ids))
    .orderBy(desc(db.t.returnRequest.createdAt))
    .execute()

export const extensionsByIds = (db: Read, ids: string[]) =>
  db.q
    .select()
    .from(db.t.extension)
    .where(inArray(db.t.extension.id, ids))
    .orderBy(desc(db.t.extension.createdAt))
    .execute()
