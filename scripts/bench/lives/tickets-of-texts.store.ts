import { and, desc, eq } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'

/** The ticket of a text by the carrier's name for it, read beside the server. */
export const ticketOfText = async (db: Read, carrierRef: string) => {
  const { message, ticket } = db.t
  const [row] = await db.q
    .select({ id: ticket.id, version: ticket.version })
    .from(message)
    .innerJoin(ticket, eq(ticket.id, message.ticketId))
    .where(eq(message.carrierRef, carrierRef))
  if (!row) throw new Error('a text without its ticket')
  return row
}

/** How many of some tickets are closed. */
export const closedAmong = async (db: Read, ids: readonly string[]): Promise<number> => {
  let closed = 0
  for (const id of ids) {
    const [row] = await db.q.select({ state: db.t.ticket.state }).from(db.t.ticket).where(eq(db.t.ticket.id, id))
    if (row?.state === 'closed') closed++
  }
  return closed
}

/** Whether the newest text about a ticket has left the house: a question that waits is not answered yet. */
export const isTold = async (db: Read, ticketId: string): Promise<boolean> => {
  const { message } = db.t
  const [newest] = await db.q
    .select({ status: message.status })
    .from(message)
    .where(and(eq(message.ticketId, ticketId), eq(message.direction, 'out')))
    .orderBy(desc(message.createdAt), desc(message.id))
    .limit(1)
  return newest !== undefined && newest.status !== 'pending'
}
