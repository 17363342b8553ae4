import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '../../db/db.ts'

/** What citizens gave as reasons is no more; the answers to the three questions stay for the rates. */
export const eraseReasons = async (tx: Tx, ticketIds: readonly string[]) => {
  const { followUp } = tx.t
  await tx.q
    .update(followUp)
    .set({ reason: null })
    .where(and(inArray(followUp.ticketId, [...ticketIds]), isNotNull(followUp.reason)))
    .returning({ id: followUp.id })
}
