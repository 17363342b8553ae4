import { asc, eq } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

export type Turn = Read['t']['callTurn']['$inferSelect']

export const insertTurn = async (tx: Tx, row: Turn) => {
  await tx.q.insert(tx.t.callTurn).values(row).returning({ id: tx.t.callTurn.id })
}

/** What was said in a call, in order. */
export const turnsOf = (db: Read | Tx, callId: string): Promise<Turn[]> =>
  db.q
    .select()
    .from(db.t.callTurn)
    .where(eq(db.t.callTurn.callId, callId))
    .orderBy(asc(db.t.callTurn.at), asc(db.t.callTurn.id))
    .limit(2000)
    .execute()
