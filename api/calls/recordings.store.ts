import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'

export type Recording = Read['t']['recording']['$inferSelect']

/** States that nothing follows. */
const finalStates = ['completed', 'absent', 'deleted']

/** Writes what the carrier says of a recording; a final state is never overwritten. Answers the row as it is now. */
export const saveRecording = async (tx: Tx, row: Tx['t']['recording']['$inferInsert']): Promise<Recording | undefined> => {
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

export const recordingsOf = (db: Read | Tx, callId: string): Promise<Recording[]> =>
  db.q.select().from(db.t.recording).where(eq(db.t.recording.callId, callId)).orderBy(asc(db.t.recording.startedAt)).execute()
