import type { TranscriptLine } from '../call/transcript.store.ts'
import { and, asc, eq, inArray, isNotNull, isNull, notExists, notInArray, or, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { visibleTo } from '../../../db/ticket-scope.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { RecordingState } from '../../vocabulary/call.ts'

export type Recording = Read['t']['recording']['$inferSelect']

/** States that nothing follows. */
const finalStates: RecordingState[] = ['completed', 'absent', 'deleted']

/** Writes what the carrier says of a recording; a final state is never overwritten. Answers the row as it is now. */
export const saveRecording = async (
  tx: Tx,
  row: Tx['t']['recording']['$inferInsert'],
): Promise<Recording | undefined> => {
  const { recording } = tx.t
  const [inserted] = await tx.q.insert(recording).values(row).onConflictDoNothing().returning()
  if (inserted) return inserted
  const [updated] = await tx.q
    .update(recording)
    .set({ state: row.state, durationSeconds: row.durationSeconds ?? null, url: row.url ?? null })
    .where(and(eq(recording.carrierRef, row.carrierRef), notInArray(recording.state, finalStates)))
    .returning()
  return updated
}

export const findRecording = async (db: Read | Tx, id: string): Promise<Recording | undefined> => {
  const [row] = await db.q.select().from(db.t.recording).where(eq(db.t.recording.id, id))
  return row
}

/** The tickets of the call at hand by its contacts: one call may bring several. */
const ticketsOfCall = (db: Read) => {
  const { call, contact } = db.t
  return db.q.select({ id: contact.ticketId }).from(contact).where(eq(contact.callId, call.id))
}

/** Of no ticket yet, or of tickets that the listener may all know of: who must not know of one hears nothing of its call by another. */
const mayBeHeard = (db: Read, actor: Actor) => {
  const { call, ticket } = db.t
  const visible = visibleTo(db, actor)
  if (visible === undefined) return undefined
  const ofCall = or(eq(ticket.id, call.ticketId), inArray(ticket.id, ticketsOfCall(db)))
  // what is neither true nor false is hidden, as in a plain condition
  const hidden = sql`not coalesce(${visible}, false)`
  return notExists(db.q.select({ id: ticket.id }).from(ticket).where(and(ofCall, hidden)))
}

/** The calls in which a ticket was asked for: its own, and one that brought several. */
const ofTicket = (db: Read, ticketId: string) => {
  const { call, contact } = db.t
  const brought = db.q.select({ id: contact.callId }).from(contact).where(eq(contact.ticketId, ticketId))
  return or(eq(call.ticketId, ticketId), inArray(call.id, brought))
}

/** A recording that somebody may hear: not one of a call whose ticket must not be known to them. */
export const findRecordingFor = async (db: Read, actor: Actor, id: string): Promise<Recording | undefined> => {
  const { call, recording } = db.t
  const [row] = await db.q
    .select({ recording })
    .from(recording)
    .leftJoin(call, eq(call.id, recording.callId))
    .where(and(eq(recording.id, id), mayBeHeard(db, actor)))
  return row?.recording
}

/** Notes our own copy, once: undefined when there is one already. */
export const saveCopy = async (
  tx: Tx,
  id: string,
  copy: { sha256: string; size: number },
): Promise<Recording | undefined> => {
  const { recording } = tx.t
  const [row] = await tx.q
    .update(recording)
    .set(copy)
    .where(and(eq(recording.id, id), isNull(recording.sha256)))
    .returning()
  return row
}

/** The recordings of a ticket's calls that can be heard, oldest first; none where the ticket must not be known. */
export const recordingsOfTicket = async (db: Read, actor: Actor, ticketId: string): Promise<Recording[]> => {
  const { call, recording } = db.t
  const rows = await db.q
    .select({ recording })
    .from(recording)
    .innerJoin(call, eq(call.id, recording.callId))
    .where(and(ofTicket(db, ticketId), mayBeHeard(db, actor), isNotNull(recording.sha256)))
    .orderBy(asc(recording.startedAt), asc(recording.id))
    .limit(100)
  return rows.map((row) => row.recording)
}

/** What was said in the calls of a ticket, in order, each line with its call: for whoever may hear their recordings. */
export const transcriptOfTicket = async (db: Read, actor: Actor, ticketId: string): Promise<TranscriptLine[]> => {
  const { call, callTurn } = db.t
  const rows = await db.q
    .select({ line: callTurn })
    .from(callTurn)
    .innerJoin(call, eq(call.id, callTurn.callId))
    .where(and(ofTicket(db, ticketId), mayBeHeard(db, actor)))
    .orderBy(asc(callTurn.at), asc(callTurn.id))
    .limit(2000)
  return rows.map(({ line }) => line)
}

export const recordingsOf = (db: Read | Tx, callId: string): Promise<Recording[]> =>
  db.q
    .select()
    .from(db.t.recording)
    .where(eq(db.t.recording.callId, callId))
    .orderBy(asc(db.t.recording.startedAt))
    .execute()
