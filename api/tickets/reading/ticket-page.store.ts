import type { Visibility } from '../../vocabulary/ticket.ts'
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import { visibleTo } from '../../../db/ticket-scope.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { beyond, inOrder, type After } from '../../../db/keyset.ts'

/** A unit's own part of a ticket, until it lost it. */
interface OwnPart {
  at: Date
  unitIds: readonly string[]
}

/** Everything that hangs on a ticket, each table once; `own`: only that part of it, and no follow-up. */
export const loadTicketParts = async (db: Read, ticketId: string, own: OwnPart | null) => {
  const { answer, returnRequest, extension, followUp, attachment } = db.t
  const mine = (table: typeof answer | typeof returnRequest | typeof extension) =>
    own ? and(inArray(table.unitId, [...own.unitIds]), lt(table.createdAt, own.at)) : undefined
  const [answers, returns, extensions, followUps, attachments] = await Promise.all([
    db.q
      .select()
      .from(answer)
      .where(and(eq(answer.ticketId, ticketId), mine(answer)))
      .orderBy(asc(answer.createdAt), asc(answer.id)),
    db.q
      .select()
      .from(returnRequest)
      .where(and(eq(returnRequest.ticketId, ticketId), mine(returnRequest)))
      .orderBy(asc(returnRequest.createdAt), asc(returnRequest.id)),
    db.q
      .select()
      .from(extension)
      .where(and(eq(extension.ticketId, ticketId), mine(extension)))
      .orderBy(asc(extension.createdAt), asc(extension.id)),
    db.q
      .select()
      .from(followUp)
      .where(and(eq(followUp.ticketId, ticketId), own ? sql`false` : undefined))
      .orderBy(asc(followUp.round), asc(followUp.createdAt)),
    db.q
      .select()
      .from(attachment)
      .where(and(eq(attachment.ticketId, ticketId), own ? lt(attachment.attachedAt, own.at) : undefined))
      .orderBy(asc(attachment.createdAt), asc(attachment.id)),
  ])
  return { answers, returns, extensions, followUps, attachments }
}

export interface TimelineAsked {
  ticketId: string
  visibilities: readonly Visibility[]
  after: After | null
  /** Only what was before; null: all. */
  before: Date | null
  size: number
}

/** A page of a ticket's timeline, oldest first, and one row more. */
export const listTimeline = (db: Read, { ticketId, visibilities, after, before, size }: TimelineAsked) => {
  const { timelineEntry } = db.t
  return db.q
    .select()
    .from(timelineEntry)
    .where(
      and(
        eq(timelineEntry.ticketId, ticketId),
        inArray(timelineEntry.visibility, [...visibilities]),
        before ? lt(timelineEntry.at, before) : undefined,
        beyond(timelineEntry.at, timelineEntry.id, 'ascending', after),
      ),
    )
    .orderBy(...inOrder(timelineEntry.at, timelineEntry.id, 'ascending'))
    .limit(size + 1)
    .execute()
}

/** In which status some texts stand. */
export const textStatusesOf = async (db: Read, messageIds: readonly string[]) => {
  const { message } = db.t
  return messageIds.length === 0
    ? []
    : db.q
        .select({ id: message.id, status: message.status })
        .from(message)
        .where(inArray(message.id, [...messageIds]))
        .execute()
}

/** Pages of open requests with their tickets, oldest first. */
export const listPending = async (
  db: Read,
  actor: Actor,
  kind: 'returnRequest' | 'extension',
  after: After | null,
  size: number,
) => {
  const { ticket } = db.t
  const table = db.t[kind]
  return db.q
    .select({ id: table.id, at: table.createdAt, ticket })
    .from(table)
    .innerJoin(ticket, eq(ticket.id, table.ticketId))
    .where(and(eq(table.state, 'pending'), visibleTo(db, actor), beyond(table.createdAt, table.id, 'ascending', after)))
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
