import type { Tx } from '../../../db/db.ts'
import type { CloseReason } from '../../vocabulary/ticket.ts'
import type { Ticket } from '../tickets.store.ts'
import { saveCloseReason, settledFollowUp } from './follow-ups.store.ts'

const reasons: Record<string, CloseReason> = { answered: 'rated', noReply: 'noReply', unreachable: 'unreachable' }

/** Why a ticket is closed (办结原因), by what came of asking its citizen; null while they are still asked, or asked again. */
export const closeReasonOf = async (
  tx: Tx,
  { id, redoCount, replyWanted }: Pick<Ticket, 'id' | 'redoCount' | 'replyWanted'>,
): Promise<CloseReason | null> => {
  const settled = await settledFollowUp(tx, id, redoCount)
  if (settled) return reasons[settled.state] ?? null
  return replyWanted ? null : 'noReplyWanted'
}

/**
 * What came of asking has changed after the close: a result was not accepted, or the citizen was asked again. A ticket that is not closed (merged,
 * at work again) has no such reason to renew. The asking must be locked.
 */
export const renewCloseReason = async (tx: Tx, ticket: Ticket): Promise<void> => {
  if (ticket.state === 'closed') await saveCloseReason(tx, ticket.id, await closeReasonOf(tx, ticket))
}
