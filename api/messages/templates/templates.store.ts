import { and, desc, eq } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'

/** The citizen's ticket that the conversation spoke of last; undefined when it spoke of none. */
export const lastSpokenOf = async (db: Read, citizenId: string) => {
  const { message, ticket } = db.t
  const [row] = await db.q
    .select({ number: ticket.number, leadUnitId: ticket.leadUnitId })
    .from(message)
    .innerJoin(ticket, and(eq(ticket.id, message.ticketId), eq(ticket.citizenId, message.citizenId)))
    .where(eq(message.citizenId, citizenId))
    .orderBy(desc(message.createdAt), desc(message.id))
    .limit(1)
  return row
}
