import type { CallbackState } from '../../vocabulary/call.ts'
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

export type Callback = Read['t']['callback']['$inferSelect']
export type CallbackReason = 'abandoned' | 'voicemail' | 'requested'

/** One call-back per call: a second reason for the same call changes nothing. */
export const insertCallback = async (
  tx: Tx,
  row: Tx['t']['callback']['$inferInsert'],
): Promise<Callback | undefined> => {
  const [callback] = await tx.q.insert(tx.t.callback).values(row).onConflictDoNothing().returning()
  return callback
}

export const findCallback = async (db: Read | Tx, id: string): Promise<Callback | undefined> => {
  const [row] = await db.q.select().from(db.t.callback).where(eq(db.t.callback.id, id))
  return row
}

export const findCallbackOfCall = async (db: Read | Tx, callId: string): Promise<Callback | undefined> => {
  const [row] = await db.q.select().from(db.t.callback).where(eq(db.t.callback.callId, callId))
  return row
}

/** Saves a change only if nobody else saved one since; undefined otherwise. */
export const saveCallback = async (
  tx: Tx,
  before: Callback,
  patch: Partial<Pick<Callback, 'reason' | 'state' | 'claimedBy' | 'attempts' | 'doneAt' | 'outcome'>>,
): Promise<Callback | undefined> => {
  const { callback } = tx.t
  const [row] = await tx.q
    .update(callback)
    .set({ ...patch, version: before.version + 1 })
    .where(and(eq(callback.id, before.id), eq(callback.version, before.version)))
    .returning()
  return row
}

/** The list to ring back, oldest first, with the citizen's number for the mask. */
export const listCallbacks = (db: Read, states: CallbackState[], limit: number) => {
  const { callback, citizen, call, contact, recording } = db.t
  return db.q
    .select({
      callback,
      phone: citizen.phone,
      name: citizen.name,
      queuedAt: call.queuedAt,
      endedAt: call.endedAt,
      callState: call.state,
      text: contact.text,
      voicemail: recording,
    })
    .from(callback)
    .innerJoin(citizen, eq(citizen.id, callback.citizenId))
    .innerJoin(call, eq(call.id, callback.callId))
    .innerJoin(contact, eq(contact.id, call.contactId))
    .leftJoin(
      recording,
      and(eq(recording.callId, callback.callId), eq(recording.purpose, 'voicemail'), isNotNull(recording.sha256)),
    )
    .where(inArray(callback.state, states))
    .orderBy(asc(callback.createdAt), asc(callback.id))
    .limit(limit)
    .execute()
}
export type CallbackRow = Awaited<ReturnType<typeof listCallbacks>>[number]
