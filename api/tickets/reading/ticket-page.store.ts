import type { Visibility } from '../../vocabulary/ticket.ts'
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { preparedByShape } from '../../../db/dialect/prepared/prepared-query.ts'
import { visibleTo } from '../../../db/ticket-scope.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { beyond, inOrder, type After } from '../../../db/keyset.ts'

/** A unit's own part of a ticket, until it lost it. */
interface OwnPart {
  at: Date
  unitIds: readonly string[]
}

type OfUnits = Read['t']['answer'] | Read['t']['returnRequest'] | Read['t']['extension']

/** Of what units wrote: all, or their own until they lost the ticket. */
const mine = (table: OfUnits, ticketId: string, own: OwnPart | null) =>
  and(
    eq(table.ticketId, ticketId),
    own ? and(inArray(table.unitId, [...own.unitIds]), lt(table.createdAt, own.at)) : undefined,
  )

/** Whoever has the whole ticket asks one query; of what a unit lost each ticket has its own. */
const shapeOf = (own: OwnPart | null) => (own === null ? '' : JSON.stringify(own))

const answersOf = preparedByShape(shapeOf, ({ q, t: { answer } }: Read | Tx, own, { ticketId }: { ticketId: string }) =>
  q
    .select()
    .from(answer)
    .where(mine(answer, ticketId, own))
    .orderBy(asc(answer.createdAt), asc(answer.id)),
)
const returnsOf = preparedByShape(
  shapeOf,
  ({ q, t: { returnRequest } }: Read | Tx, own, { ticketId }: { ticketId: string }) =>
    q
      .select()
      .from(returnRequest)
      .where(mine(returnRequest, ticketId, own))
      .orderBy(asc(returnRequest.createdAt), asc(returnRequest.id)),
)
const extensionsOf = preparedByShape(
  shapeOf,
  ({ q, t: { extension } }: Read | Tx, own, { ticketId }: { ticketId: string }) =>
    q
      .select()
      .from(extension)
      .where(mine(extension, ticketId, own))
      .orderBy(asc(extension.createdAt), asc(extension.id)),
)
const followUpsOf = preparedByShape(
  shapeOf,
  ({ q, t: { followUp } }: Read | Tx, own, { ticketId }: { ticketId: string }) =>
    q
      .select()
      .from(followUp)
      .where(and(eq(followUp.ticketId, ticketId), own ? sql`false` : undefined))
      .orderBy(asc(followUp.round), asc(followUp.createdAt)),
)
const attachmentsOf = preparedByShape(
  shapeOf,
  ({ q, t: { attachment } }: Read | Tx, own, { ticketId }: { ticketId: string }) =>
    q
      .select()
      .from(attachment)
      .where(and(eq(attachment.ticketId, ticketId), own ? lt(attachment.attachedAt, own.at) : undefined))
      .orderBy(asc(attachment.createdAt), asc(attachment.id)),
)

/** Everything that hangs on a ticket, each table once; `own`: only that part of it, and no follow-up. */
export const loadTicketParts = async (db: Read | Tx, ticketId: string, part: OwnPart | null) => {
  const own = part && { at: part.at, unitIds: part.unitIds }
  return {
    answers: await answersOf(db, own, { ticketId }),
    returns: await returnsOf(db, own, { ticketId }),
    extensions: await extensionsOf(db, own, { ticketId }),
    followUps: await followUpsOf(db, own, { ticketId }),
    attachments: await attachmentsOf(db, own, { ticketId }),
  }
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
