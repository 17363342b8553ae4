import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import type { Known } from '../replies/reply.types.ts'

export type Attempt = Read['t']['followUpAttempt']['$inferSelect']

export const insertAttempt = async (tx: Tx, row: Tx['t']['followUpAttempt']['$inferInsert']) => {
  await tx.q.insert(tx.t.followUpAttempt).values(row)
}

/** The tries to ask by telephone, of some follow-ups, the first first. */
export const attemptsOf = async (db: Read | Tx, followUpIds: readonly string[]): Promise<Attempt[]> => {
  const { followUpAttempt } = db.t
  return followUpIds.length === 0
    ? []
    : db.q
        .select()
        .from(followUpAttempt)
        .where(inArray(followUpAttempt.followUpId, [...followUpIds]))
        .orderBy(asc(followUpAttempt.at), asc(followUpAttempt.id))
        .execute()
}

/** The try whose result a supervisor must look at; undefined: none. */
export const pendingAttempt = async (tx: Tx, followUpId: string): Promise<Attempt | undefined> => {
  const { followUpAttempt } = tx.t
  const [row] = await tx.q
    .select()
    .from(followUpAttempt)
    .where(and(eq(followUpAttempt.followUpId, followUpId), eq(followUpAttempt.check, 'pending')))
  return row
}

/** A supervisor must look at a try; `known`: what the round had learnt before it, and knows again where the try is not accepted. */
export const awaitCheck = async (tx: Tx, id: string, known: Known) => {
  const { followUpAttempt } = tx.t
  await tx.q
    .update(followUpAttempt)
    .set({ check: 'pending', known })
    .where(eq(followUpAttempt.id, id))
    .returning({ id: followUpAttempt.id })
}

/** Writes what the supervisor made of it. */
export const saveCheck = async (
  tx: Tx,
  id: string,
  check: { check: 'confirmed' | 'rejected'; checkedAt: Date; checkedBy: string; checkNote: string | null },
) => {
  const { followUpAttempt } = tx.t
  await tx.q.update(followUpAttempt).set(check).where(eq(followUpAttempt.id, id)).returning({ id: followUpAttempt.id })
}

/** For retention: what was said of tries is no more; that they were made stays. */
export const eraseAttempts = async (tx: Tx, ticketIds: readonly string[]) => {
  const { followUp, followUpAttempt } = tx.t
  await tx.q
    .update(followUpAttempt)
    .set({ note: null, withoutCall: null, known: null, checkNote: null })
    .where(
      inArray(
        followUpAttempt.followUpId,
        tx.q
          .select({ id: followUp.id })
          .from(followUp)
          .where(inArray(followUp.ticketId, [...ticketIds])),
      ),
    )
    .returning({ id: followUpAttempt.id })
}
