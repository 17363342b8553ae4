import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

export type Offer = Read['t']['callOffer']['$inferSelect']
export type OfferResult = 'pending' | 'accepted' | 'declined' | 'missed' | 'cancelled'

export const findOffer = async (db: Read | Tx, id: string): Promise<Offer | undefined> => {
  const [row] = await db.q.select().from(db.t.callOffer).where(eq(db.t.callOffer.id, id))
  return row
}

/** The offer that a call stands under now, or stood under last. */
export const lastOffer = async (db: Read | Tx, callId: string): Promise<Offer | undefined> => {
  const [row] = await db.q
    .select()
    .from(db.t.callOffer)
    .where(eq(db.t.callOffer.callId, callId))
    .orderBy(desc(db.t.callOffer.offeredAt), desc(db.t.callOffer.id))
    .limit(1)
  return row
}

export const insertOffer = async (tx: Tx, row: Tx['t']['callOffer']['$inferInsert']) => {
  await tx.q.insert(tx.t.callOffer).values(row).returning({ id: tx.t.callOffer.id })
}

/** The call one of whose offers opened a room of which the carrier's id is not known yet. */
export const callOfUnnamedRoom = async (tx: Tx, room: string): Promise<string | undefined> => {
  const { callOffer } = tx.t
  const [row] = await tx.q
    .select({ callId: callOffer.callId })
    .from(callOffer)
    .where(and(eq(callOffer.room, room), isNull(callOffer.conferenceRef)))
    .limit(1)
  return row?.callId
}

/** Notes the carrier's id of the room that an offer of a locked call opened, the first time it is told. */
export const saveConference = async (tx: Tx, room: string, conferenceRef: string): Promise<void> => {
  const { callOffer } = tx.t
  await tx.q
    .update(callOffer)
    .set({ conferenceRef })
    .where(and(eq(callOffer.room, room), isNull(callOffer.conferenceRef)))
    .returning({ id: callOffer.id })
}

/** Notes the carrier's id of the leg that an offer rings. */
export const noteLeg = async (tx: Tx, id: string, legRef: string): Promise<void> => {
  const { callOffer } = tx.t
  await tx.q.update(callOffer).set({ legRef }).where(eq(callOffer.id, id)).returning({ id: callOffer.id })
}

/** The call one of whose offers opened a room, by the carrier's id of it. */
export const callIdByConference = async (db: Read | Tx, conferenceRef: string): Promise<string | undefined> => {
  const { callOffer } = db.t
  const [row] = await db.q
    .select({ callId: callOffer.callId })
    .from(callOffer)
    .where(eq(callOffer.conferenceRef, conferenceRef))
    .limit(1)
  return row?.callId
}

/** The call one of whose offers rang a leg, by the carrier's id of it. */
export const callIdByAgentLeg = async (db: Read | Tx, legRef: string): Promise<string | undefined> => {
  const { callOffer } = db.t
  const [row] = await db.q
    .select({ callId: callOffer.callId })
    .from(callOffer)
    .where(eq(callOffer.legRef, legRef))
    .limit(1)
  return row?.callId
}

/** Decides a pending offer; false when it was decided before. */
export const decideOffer = async (tx: Tx, id: string, result: OfferResult, at: Date): Promise<boolean> => {
  const { callOffer } = tx.t
  const rows = await tx.q
    .update(callOffer)
    .set({ result, decidedAt: at })
    .where(and(eq(callOffer.id, id), eq(callOffer.result, 'pending')))
    .returning({ id: callOffer.id })
  return rows.length > 0
}

/** Pending offers whose time is over. */
export const overdueOffers = (db: Read, now: Date): Promise<Offer[]> =>
  db.q
    .select()
    .from(db.t.callOffer)
    .where(and(eq(db.t.callOffer.result, 'pending'), lte(db.t.callOffer.expiresAt, now)))
    .orderBy(asc(db.t.callOffer.expiresAt))
    .limit(100)
    .execute()

/**
 * Offers of one call, oldest first.
 * @internal exported for its test
 */
export const offersOf = (db: Read | Tx, callId: string): Promise<Offer[]> =>
  db.q
    .select()
    .from(db.t.callOffer)
    .where(eq(db.t.callOffer.callId, callId))
    .orderBy(asc(db.t.callOffer.offeredAt), asc(db.t.callOffer.id))
    .execute()
