import { and, asc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import type { PresenceState } from '../../vocabulary/call.ts'

export type Presence = Read['t']['presence']['$inferSelect']

export const findPresence = async (db: Read | Tx, staffId: string): Promise<Presence | undefined> => {
  const [row] = await db.q.select().from(db.t.presence).where(eq(db.t.presence.id, staffId))
  return row
}

/** The row of a member of staff, locked until the transaction ends; made (offline) when there is none. After the call's lock, never before. */
export const lockPresence = async (tx: Tx, staffId: string, now: Date): Promise<Presence> => {
  const { presence } = tx.t
  await tx.q
    .insert(presence)
    .values({ id: staffId, state: 'offline', since: now, heartbeatAt: now, callId: null, version: 1 })
    .onConflictDoNothing()
    .returning({ id: presence.id })
  const [row] = await tx.q
    .update(presence)
    .set({ version: sql`${presence.version} + 1` })
    .where(eq(presence.id, staffId))
    .returning()
  if (!row) throw new Error('a presence row vanished')
  return row
}

/** Saves a locked presence. What it was to come back to, and what was missed, are over unless they are said again. */
export const savePresence = async (
  tx: Tx,
  before: Presence,
  patch: {
    state: PresenceState
    since: Date
    callId: string | null
    heartbeatAt?: Date
    returnTo?: PresenceState | null
    missedAt?: Date | null
  },
): Promise<Presence> => {
  const { presence } = tx.t
  const [row] = await tx.q
    .update(presence)
    .set({ returnTo: null, missedAt: null, ...patch, version: before.version + 1 })
    .where(and(eq(presence.id, before.id), eq(presence.version, before.version)))
    .returning()
  if (!row) throw new Error('a presence was saved without its lock')
  return row
}

/** Takes a ready agent for a call; undefined when somebody else was faster. */
export const claimReady = async (tx: Tx, staffId: string, callId: string, now: Date): Promise<Presence | undefined> => {
  const { presence } = tx.t
  const [row] = await tx.q
    .update(presence)
    .set({
      state: 'ringing',
      callId,
      since: now,
      returnTo: null,
      missedAt: null,
      version: sql`${presence.version} + 1`,
    })
    .where(and(eq(presence.id, staffId), eq(presence.state, 'ready')))
    .returning()
  return row
}

/** Ready agents whose console was heard of since `aliveSince`, longest ready first. */
export const readyAgents = (db: Read | Tx, aliveSince: Date, limit: number): Promise<Presence[]> => {
  const { presence } = db.t
  return db.q
    .select()
    .from(presence)
    .where(and(eq(presence.state, 'ready'), gte(presence.heartbeatAt, aliveSince)))
    .orderBy(asc(presence.since), asc(presence.id))
    .limit(limit)
    .execute()
}

/** Everybody who is signed in to calls. */
export const presentStaff = (db: Read | Tx): Promise<Presence[]> =>
  db.q
    .select()
    .from(db.t.presence)
    .where(ne(db.t.presence.state, 'offline'))
    .orderBy(asc(db.t.presence.since))
    .execute()

export const anybodyPresent = async (db: Read | Tx): Promise<boolean> => {
  const [row] = await db.q
    .select({ id: db.t.presence.id })
    .from(db.t.presence)
    .where(ne(db.t.presence.state, 'offline'))
    .limit(1)
  return row !== undefined
}

/** Presences not heard of since a moment, in states where that matters. */
export const silentPresences = (db: Read, before: Date): Promise<Presence[]> =>
  db.q
    .select()
    .from(db.t.presence)
    .where(
      and(inArray(db.t.presence.state, ['ready', 'break', 'ringing', 'wrapUp']), lt(db.t.presence.heartbeatAt, before)),
    )
    .limit(200)
    .execute()

export const touchHeartbeat = async (tx: Tx, staffId: string, now: Date): Promise<Presence | undefined> => {
  const [row] = await tx.q
    .update(tx.t.presence)
    .set({ heartbeatAt: now })
    .where(eq(tx.t.presence.id, staffId))
    .returning()
  return row
}
