import { asc, eq } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

export type TranscriptLine = Read['t']['callTurn']['$inferSelect']

export const insertTranscriptLine = async (tx: Tx, row: TranscriptLine) => {
  await tx.q.insert(tx.t.callTurn).values(row).returning({ id: tx.t.callTurn.id })
}

/** What was said in a call, in order. */
export const transcriptOf = (db: Read | Tx, callId: string): Promise<TranscriptLine[]> =>
  db.q
    .select()
    .from(db.t.callTurn)
    .where(eq(db.t.callTurn.callId, callId))
    .orderBy(asc(db.t.callTurn.at), asc(db.t.callTurn.id))
    .limit(2000)
    .execute()
