import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import type { CloseReason } from '../../vocabulary/ticket.ts'

const settled = preparedQuery((tx: Tx, { ticketId, round }: { ticketId: string; round: number }) => {
  const { followUp } = tx.t
  return tx.q
    .select({ state: followUp.state })
    .from(followUp)
    .where(
      and(
        eq(followUp.ticketId, ticketId),
        eq(followUp.round, round),
        inArray(followUp.state, ['answered', 'noReply', 'unreachable']),
      ),
    )
})

/** The outcome of a round of asking, once there is one. */
export const settledFollowUp = async (tx: Tx, ticketId: string, round: number) => {
  const [row] = await settled(tx, { ticketId, round })
  return row
}

/** Of a ticket that is still closed. */
export const saveCloseReason = async (tx: Tx, ticketId: string, closeReason: CloseReason | null) => {
  const { ticket } = tx.t
  await tx.q
    .update(ticket)
    .set({ closeReason })
    .where(and(eq(ticket.id, ticketId), eq(ticket.state, 'closed')))
    .returning({ id: ticket.id })
}
