import { clockedStates } from '../../vocabulary/ticket.ts'
import { and, asc, gt, inArray, isNotNull } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import type { TicketClock } from './ticket-clock.types.ts'

/** The clocks of tickets at units, a page by id. */
export const clocksAfter = async (
  db: Read,
  id: string,
  most: number,
): Promise<{ id: string; clock: TicketClock | null }[]> => {
  const { ticket } = db.t
  return db.q
    .select({ id: ticket.id, clock: ticket.clock })
    .from(ticket)
    .where(and(inArray(ticket.state, [...clockedStates]), isNotNull(ticket.clock), gt(ticket.id, id)))
    .orderBy(asc(ticket.id))
    .limit(most)
}
