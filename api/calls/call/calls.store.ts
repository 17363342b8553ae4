import { and, asc, desc, eq, gt, inArray, isNotNull, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { agentStates, liveStates, waitingStates } from './call.machine.ts'

export type Call = Read['t']['call']['$inferSelect']
export type NewCallRow = Read['t']['call']['$inferInsert']
export type CallPatch = Partial<Omit<NewCallRow, 'id' | 'version' | 'direction' | 'startedAt'>>

const one = async (db: Read | Tx, where: SQL | undefined): Promise<Call | undefined> => {
  const [row] = await db.q.select().from(db.t.call).where(where).limit(1)
  return row
}

export const findCall = (db: Read | Tx, id: string) => one(db, eq(db.t.call.id, id))
/** By the carrier's id of the citizen's leg. */
export const findCallByRef = (db: Read | Tx, carrierRef: string) => one(db, eq(db.t.call.carrierRef, carrierRef))
export const findCallByRoom = (db: Read | Tx, room: string) => one(db, eq(db.t.call.room, room))
export const findCallByContact = (db: Read | Tx, contactId: string) => one(db, eq(db.t.call.contactId, contactId))
/** The call that occupies a member of staff now; the newest, should an older one not be written up. */
export const findCallOfAgent = async (db: Read | Tx, staffId: string): Promise<Call | undefined> => {
  const { call } = db.t
  const [row] = await db.q
    .select()
    .from(call)
    .where(and(eq(call.agentId, staffId), inArray(call.state, [...agentStates])))
    .orderBy(desc(call.startedAt))
    .limit(1)
  return row
}

/** Undefined when the carrier's id is known already. */
export const insertCall = async (tx: Tx, row: NewCallRow): Promise<Call | undefined> => {
  const [call] = await tx.q.insert(tx.t.call).values(row).onConflictDoNothing().returning()
  return call
}

/**
 * The one lock per call: takes the newest row and keeps others out until the transaction ends (a version bump holds the
 * row on PostgreSQL, SQLite has one writer). Always before a presence row, never after one.
 */
export const lockCall = async (tx: Tx, id: string): Promise<Call | undefined> => {
  const { call } = tx.t
  const [row] = await tx.q
    .update(call)
    .set({ version: sql`${call.version} + 1` })
    .where(eq(call.id, id))
    .returning()
  return row
}

/** Saves a locked call. */
export const saveCall = async (tx: Tx, before: Call, patch: CallPatch): Promise<Call> => {
  const { call } = tx.t
  const [after] = await tx.q
    .update(call)
    .set({ ...patch, version: before.version + 1 })
    .where(and(eq(call.id, before.id), eq(call.version, before.version)))
    .returning()
  if (!after) throw new Error('a call was saved without its lock')
  return after
}

/** Takes a waiting call for an offer; undefined when somebody else was faster. */
export const claimQueued = async (tx: Tx, id: string): Promise<Call | undefined> => {
  const { call } = tx.t
  const [row] = await tx.q
    .update(call)
    .set({ version: sql`${call.version} + 1` })
    .where(and(eq(call.id, id), eq(call.state, 'queued')))
    .returning()
  return row
}

/** Waiting calls in the order they are served. */
export const waitingCalls = (db: Read | Tx, limit = 500): Promise<Call[]> => {
  const { call } = db.t
  return db.q
    .select()
    .from(call)
    .where(inArray(call.state, [...waitingStates]))
    .orderBy(desc(call.priority), asc(call.queuedAt), asc(call.id))
    .limit(limit)
    .execute()
}

/** The first calls that wait and are offered to nobody. */
export const queuedCalls = (db: Read | Tx, limit: number): Promise<Call[]> => {
  const { call } = db.t
  return db.q
    .select()
    .from(call)
    .where(eq(call.state, 'queued'))
    .orderBy(desc(call.priority), asc(call.queuedAt), asc(call.id))
    .limit(limit)
    .execute()
}

/** How many waiting calls are served before this one. */
export const aheadOf = async (db: Read | Tx, at: Call): Promise<number> => {
  if (!at.queuedAt) return 0
  const { call } = db.t
  return db.q.$count(
    call,
    and(
      inArray(call.state, [...waitingStates]),
      ne(call.id, at.id),
      isNotNull(call.queuedAt),
      or(
        gt(call.priority, at.priority),
        and(
          eq(call.priority, at.priority),
          or(lt(call.queuedAt, at.queuedAt), and(eq(call.queuedAt, at.queuedAt), lt(call.id, at.id))),
        ),
      ),
    ),
  )
}

/** Calls that should have ended by all that is known: older than a moment and still in one of these states. */
export const callsOlderThan = (
  db: Read,
  states: readonly Call['state'][],
  column: 'startedAt' | 'endedAt',
  before: Date,
): Promise<Call[]> =>
  db.q
    .select()
    .from(db.t.call)
    .where(and(inArray(db.t.call.state, [...states]), lte(db.t.call[column], before)))
    .orderBy(asc(db.t.call.startedAt))
    .limit(100)
    .execute()

/** Every call on the line, newest first. */
export const callsOnTheLine = (db: Read): Promise<Call[]> =>
  db.q
    .select()
    .from(db.t.call)
    .where(inArray(db.t.call.state, [...liveStates]))
    .orderBy(desc(db.t.call.startedAt))
    .limit(2_000)
    .execute()

/** Every state in which the citizen is on the line, for the sweep. */
export const onTheLine = liveStates
