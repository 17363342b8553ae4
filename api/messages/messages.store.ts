import type { StoredTextStatus } from '../vocabulary/message.ts'
import { and, desc, eq, gt, gte, inArray, lt, or, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { preparedByShape, preparedQuery } from '../../db/dialect/prepared/prepared-query.ts'
import type { Citizen, Message, NewMessage } from './messages.types.ts'
import { unsettledStatuses } from './sending/status.rules.ts'

export const insertMessages = async (tx: Tx, rows: NewMessage[]) => {
  await insertRows(tx, tx.t.message, rows)
}

const messageOf = preparedQuery((db: Read | Tx, { id }: { id: string }) =>
  db.q.select().from(db.t.message).where(eq(db.t.message.id, id)),
)

/** On the path of every sending, so by the prepared way. */
export const findMessage = async (db: Read | Tx, id: string): Promise<Message | null> => {
  const [row] = await messageOf(db, { id })
  return row ?? null
}

const citizenOf = preparedQuery((db: Read | Tx, { id }: { id: string }) =>
  db.q.select().from(db.t.citizen).where(eq(db.t.citizen.id, id)),
)

export const findCitizen = async (db: Read | Tx, id: string): Promise<Citizen | null> => {
  const [row] = await citizenOf(db, { id })
  return row ?? null
}

const lineOf = preparedQuery(({ q, t: { ticket } }: Read | Tx, { id, citizenId }: { id: string; citizenId: string }) =>
  q
    .select({ number: ticket.number, lineId: ticket.lineId })
    .from(ticket)
    .where(and(eq(ticket.id, id), eq(ticket.citizenId, citizenId))),
)

/** The line a ticket came in by; undefined when there is no such ticket of this citizen. */
export const findTicketLine = async (db: Read | Tx, id: string, citizenId: string) =>
  (await lineOf(db, { id, citizenId }))[0]

/** The line the citizen texted last. */
export const findLastLine = async (db: Read | Tx, citizenId: string): Promise<string | null> => {
  const { message } = db.t
  const [row] = await db.q
    .select({ number: message.toNumber })
    .from(message)
    .where(and(eq(message.citizenId, citizenId), eq(message.direction, 'in')))
    .orderBy(desc(message.createdAt), desc(message.id))
    .limit(1)
  return row?.number ?? null
}

const advance = preparedQuery(
  (
    tx: Tx,
    given: {
      id: string | null
      ref: string | null
      status: StoredTextStatus
      rank: number
      at: Date
      carrierRef: string | null
      errorCode: string | null
    },
  ) => {
    const { message } = tx.t
    return tx.q
      .update(message)
      .set({
        status: given.status,
        statusRank: given.rank,
        updatedAt: given.at,
        carrierRef: sql`coalesce(${given.carrierRef}, ${message.carrierRef})`,
        errorCode: sql`coalesce(${given.errorCode}, ${message.errorCode})`,
      })
      .where(
        and(
          eq(message.direction, 'out'),
          lt(message.statusRank, given.rank),
          or(eq(message.id, sql`${given.id}`), eq(message.carrierRef, sql`${given.ref}`)),
        ),
      )
      .returning()
  },
)

/** Changes a message only while its status ranks below the new one; null when it does not. */
export const advanceMessage = async (
  tx: Tx,
  find: { id: string | null; carrierRef: string | null },
  change: { status: StoredTextStatus; statusRank: number; updatedAt: Date; carrierRef?: string; errorCode?: string },
): Promise<Message | null> => {
  const [row] = await advance(tx, {
    id: find.id,
    ref: find.carrierRef,
    status: change.status,
    rank: change.statusRank,
    at: change.updatedAt,
    carrierRef: change.carrierRef ?? null,
    errorCode: change.errorCode ?? null,
  })
  return row ?? null
}

/** Notes the carrier's id of a message whose callback came before its answer. */
export const setCarrierRef = async (tx: Tx, id: string, carrierRef: string) => {
  await tx.q.update(tx.t.message).set({ carrierRef }).where(eq(tx.t.message.id, id)).returning({ id: tx.t.message.id })
}

const messageByRef = preparedQuery((db: Read | Tx, { carrierRef }: { carrierRef: string }) =>
  db.q.select().from(db.t.message).where(eq(db.t.message.carrierRef, carrierRef)),
)

export const findByCarrierRef = async (db: Read | Tx, carrierRef: string): Promise<Message | null> => {
  const [row] = await messageByRef(db, { carrierRef })
  return row ?? null
}

/** Files what was texted in a contact, and the files that came with it, under the ticket that the contact belongs to. */
export const fileMessages = async (tx: Tx, contactId: string, ticketId: string, at: Date) => {
  const { message, attachment } = tx.t
  const messages = await tx.q
    .update(message)
    .set({ ticketId })
    .where(eq(message.contactId, contactId))
    .returning({ id: message.id })
  if (messages.length > 0)
    await tx.q
      .update(attachment)
      .set({ ticketId, attachedAt: at })
      .where(
        inArray(
          attachment.messageId,
          messages.map(({ id }) => id),
        ),
      )
      .returning({ id: attachment.id })
}

/** The message of a promised sending, whose key is `sms:` and its id: looked up from the few promises, never the other way round. */
const ofPromise = ({ message, outbox }: Read['t']) => eq(message.id, sql`substr(${outbox.key}, 5)`)

/** Texts whose promised sending ended without a word: the worker died, or gave up. */
export const silentMessages = (db: Read, since: Date) => {
  const { message, outbox } = db.t
  return db.q
    .select({ id: message.id, outboxState: outbox.state })
    .from(outbox)
    .innerJoin(message, ofPromise(db.t))
    .where(
      and(
        inArray(outbox.state, ['unknown', 'failed']),
        eq(outbox.topic, 'sms.send'),
        gt(outbox.runAt, since),
        eq(message.status, 'pending'),
      ),
    )
    .limit(200)
    .execute()
}

const newestOf = preparedByShape(
  (notices: readonly string[]) => notices.join(),
  ({ q, t: { message } }: Read | Tx, notices, { ticketId, since }: { ticketId: string; since: Date }) =>
    q
      .select()
      .from(message)
      .where(
        and(
          eq(message.ticketId, ticketId),
          inArray(message.notice, [...notices]),
          gte(message.createdAt, sql.param(since, message.createdAt)),
        ),
      )
      .orderBy(desc(message.createdAt), desc(message.id))
      .limit(1),
)

/** The newest text that tells one of some notices about a ticket. */
export const newestNotice = async (
  db: Read | Tx,
  { ticketId, notices, since }: { ticketId: string; notices: readonly string[]; since: Date | null },
): Promise<Message | null> => {
  const [row] = await newestOf(db, notices, { ticketId, since: since ?? new Date(0) })
  return row ?? null
}

/** Unsettled texts read at a time. */
export const mostUnsettled = 100

/** Texts sent between two moments of which nothing final was heard, oldest first, from after a row. */
export const unsettledMessages = (db: Read, since: Date, until: Date, after: After | null = null) => {
  const { message, outbox } = db.t
  return db.q
    .select({
      id: message.id,
      carrierRef: message.carrierRef,
      fromNumber: message.fromNumber,
      toNumber: message.toNumber,
      body: message.body,
      createdAt: message.createdAt,
      runAt: outbox.runAt,
    })
    .from(outbox)
    .innerJoin(message, ofPromise(db.t))
    .where(
      and(
        inArray(outbox.state, ['done', 'unknown']),
        eq(outbox.topic, 'sms.send'),
        gt(outbox.runAt, since),
        lt(outbox.runAt, until),
        inArray(message.status, [...unsettledStatuses]),
        beyond(outbox.runAt, message.id, 'ascending', after),
      ),
    )
    .orderBy(...inOrder(outbox.runAt, message.id, 'ascending'))
    .limit(mostUnsettled)
    .execute()
}

/** Receiver and words of texts that were promised, by their ids. */
export const textsByIds = async (
  db: Read,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { to: string; body: string }>> => {
  if (ids.length === 0) return new Map()
  const { message } = db.t
  const rows = await db.q
    .select({ id: message.id, to: message.toNumber, body: message.body })
    .from(message)
    .where(inArray(message.id, [...ids]))
  return new Map(rows.map(({ id, ...text }) => [id, text]))
}
