import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import type { Callback } from './callbacks.store.ts'

/** What a citizen still waits to be rung back for and nobody has taken yet, oldest first. */
export const openCallbacksOf = (tx: Tx, citizenId: string): Promise<Callback[]> => {
  const { callback } = tx.t
  return tx.q
    .select()
    .from(callback)
    .where(and(eq(callback.citizenId, citizenId), eq(callback.state, 'open')))
    .orderBy(asc(callback.createdAt), asc(callback.id))
    .execute()
}

/** What an agent has taken and not yet done. */
export const callbacksHeldBy = (tx: Tx, staffId: string): Promise<Callback[]> => {
  const { callback } = tx.t
  return tx.q
    .select()
    .from(callback)
    .where(and(eq(callback.claimedBy, staffId), eq(callback.state, 'claimed')))
    .orderBy(asc(callback.id))
    .execute()
}
