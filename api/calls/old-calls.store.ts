import { and, eq, exists, inArray, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder } from '../../db/keyset.ts'
import { nextAfter, type Sweep } from '../../db/sweep.ts'

/** Whether some ticket that the call at hand brought, its own or by a further contact, is as asked. */
const anyTicketOf = (tx: Tx, which: SQL) => {
  const { call, contact, ticket } = tx.t
  const brought = tx.q.select({ id: contact.ticketId }).from(contact).where(eq(contact.callId, call.id))
  return exists(
    tx.q
      .select({ id: ticket.id })
      .from(ticket)
      .where(and(or(eq(ticket.id, call.ticketId), inArray(ticket.id, brought)), which)),
  )
}

/** 1 where a ticket of the call at hand has not ended: what was said is kept for it. */
const heldByTicket = (tx: Tx) =>
  sql<number>`case when ${anyTicketOf(tx, isNull(tx.t.ticket.closedAt))} then 1 else 0 end`

/** Deletes recordings of calls whose tickets are all over. A file goes when no row names it any more. */
export const sweepRecordings: Sweep = async (tx, { before, after, limit }) => {
  const { call, recording } = tx.t
  const rows = await tx.q
    .select({ id: recording.id, at: recording.startedAt, held: heldByTicket(tx) })
    .from(recording)
    .leftJoin(call, eq(call.id, recording.callId))
    .where(and(lt(recording.startedAt, before), beyond(recording.startedAt, recording.id, 'ascending', after)))
    .orderBy(...inOrder(recording.startedAt, recording.id, 'ascending'))
    .limit(limit)
  const ids = rows.filter(({ held }) => held === 0).map(({ id }) => id)
  if (ids.length > 0) await tx.q.delete(recording).where(inArray(recording.id, ids)).returning({ id: recording.id })
  return { erased: ids.length, next: nextAfter(rows, limit) }
}

/** Deletes what was spoken in calls whose tickets are all over. */
export const sweepTurns: Sweep = async (tx, { before, after, limit }) => {
  const { call, callTurn } = tx.t
  const rows = await tx.q
    .select({ id: callTurn.id, at: callTurn.at, held: heldByTicket(tx) })
    .from(callTurn)
    .leftJoin(call, eq(call.id, callTurn.callId))
    .where(and(lt(callTurn.at, before), beyond(callTurn.at, callTurn.id, 'ascending', after)))
    .orderBy(...inOrder(callTurn.at, callTurn.id, 'ascending'))
    .limit(limit)
  const ids = rows.filter(({ held }) => held === 0).map(({ id }) => id)
  if (ids.length > 0) await tx.q.delete(callTurn).where(inArray(callTurn.id, ids)).returning({ id: callTurn.id })
  return { erased: ids.length, next: nextAfter(rows, limit) }
}

const eraseWhere = async (tx: Tx, which: SQL | undefined) => {
  const { call, callback } = tx.t
  const rows = await tx.q
    .update(call)
    .set({ fromNumber: '', toNumber: '', outcomeNote: null })
    .where(which)
    .returning({ id: call.id })
  await tx.q
    .update(callback)
    .set({ outcome: null })
    .where(
      inArray(
        callback.callId,
        rows.map(({ id }) => id),
      ),
    )
    .returning({ id: callback.id })
}

/**
 * Numbers of calls, and what was noted of ringing back, are no more; times and states stay for the figures. One that brought several tickets
 * waits for the last of them, which names it again when its turn comes.
 */
export const eraseCalls = async (tx: Tx, ids: readonly string[]) => {
  if (ids.length === 0) return
  const { call, ticket } = tx.t
  await eraseWhere(tx, and(inArray(call.id, [...ids]), not(anyTicketOf(tx, isNull(ticket.erasedAt)))))
}

/** The calls that some tickets came by first; those of further tickets are named by their contacts. */
export const callsOfTickets = async (db: Read | Tx, ticketIds: readonly string[]): Promise<string[]> => {
  const { call } = db.t
  const rows = await db.q
    .select({ id: call.id })
    .from(call)
    .where(inArray(call.ticketId, [...ticketIds]))
  return rows.map(({ id }) => id)
}

/** Everything of a citizen's calls but their figures. */
export const eraseCallsOf = async (tx: Tx, citizenId: string) => {
  const { call, callTurn, recording } = tx.t
  const rows = await tx.q.select({ id: call.id }).from(call).where(eq(call.citizenId, citizenId))
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.q.delete(callTurn).where(inArray(callTurn.callId, ids)).returning({ id: callTurn.id })
  await tx.q.delete(recording).where(inArray(recording.callId, ids)).returning({ id: recording.id })
  await eraseWhere(tx, inArray(call.id, ids))
}

/** Whether somebody is still to be rung back. */
export const waitsForCall = async (db: Read | Tx, citizenId: string): Promise<boolean> => {
  const { call, callback } = db.t
  const [row] = await db.q
    .select({ id: callback.id })
    .from(callback)
    .innerJoin(call, eq(call.id, callback.callId))
    .where(and(eq(call.citizenId, citizenId), inArray(callback.state, ['open', 'claimed'])))
    .limit(1)
  return row !== undefined
}

/** Which of some files are named by a recording. */
export const recordedFiles = async (db: Read, files: readonly string[]): Promise<string[]> => {
  const { recording } = db.t
  const rows = await db.q
    .select({ sha256: recording.sha256 })
    .from(recording)
    .where(inArray(recording.sha256, [...files]))
  return rows.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))
}
