import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../db/db.ts'

/** The outcome of a round of asking, once there is one. */
export const settledFollowUp = async (tx: Tx, ticketId: string, round: number) => {
  const { followUp } = tx.t
  const [row] = await tx.q
    .select({ state: followUp.state })
    .from(followUp)
    .where(
      and(
        eq(followUp.ticketId, ticketId),
        eq(followUp.round, round),
        inArray(followUp.state, ['answered', 'noReply', 'unreachable']),
      ),
    )
  return row
}

/** Stops asking about work that is done again. */
export const cancelFollowUps = async (tx: Tx, ticketId: string, at: Date) => {
  const { followUp } = tx.t
  await tx.q
    .update(followUp)
    .set({ state: 'cancelled', doneAt: at })
    .where(and(eq(followUp.ticketId, ticketId), inArray(followUp.state, ['waiting', 'asking', 'calling'])))
    .returning({ id: followUp.id })
}
