import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Tx } from '../../db/db.ts'
import { beyond, inOrder } from '../../db/keyset.ts'
import { nextAfter, type Sweep } from '../../db/sweep.ts'

/** Deletes texts, and their pictures where those belong to no ticket. */
const removeMessages = async (tx: Tx, ids: string[]) => {
  if (ids.length === 0) return
  const { attachment, message } = tx.t
  await tx.q
    .delete(attachment)
    .where(and(isNull(attachment.ticketId), inArray(attachment.messageId, ids)))
    .returning({ id: attachment.id })
  await tx.q.delete(message).where(inArray(message.id, ids)).returning({ id: message.id })
}

/** Deletes texts that belong to no ticket, or to one that is over, in either direction. */
export const sweepMessages: Sweep = async (tx, { before, after, limit }) => {
  const { message, ticket } = tx.t
  const rows = await tx.q
    .select({ id: message.id, at: message.createdAt, ticketId: message.ticketId, endedAt: ticket.closedAt })
    .from(message)
    .leftJoin(ticket, eq(ticket.id, message.ticketId))
    .where(and(lt(message.createdAt, before), beyond(message.createdAt, message.id, 'ascending', after)))
    .orderBy(...inOrder(message.createdAt, message.id, 'ascending'))
    .limit(limit)
  const ids = rows.filter(({ ticketId, endedAt }) => ticketId === null || endedAt !== null).map(({ id }) => id)
  await removeMessages(tx, ids)
  return { erased: ids.length, next: nextAfter(rows, limit) }
}

/** Deletes all texts of a citizen, and what they were asked. */
export const removeMessagesOf = async (tx: Tx, citizenId: string) => {
  const { dialogue, message } = tx.t
  const rows = await tx.q.select({ id: message.id }).from(message).where(eq(message.citizenId, citizenId))
  await removeMessages(
    tx,
    rows.map(({ id }) => id),
  )
  await tx.q.delete(dialogue).where(eq(dialogue.id, citizenId)).returning({ id: dialogue.id })
}
