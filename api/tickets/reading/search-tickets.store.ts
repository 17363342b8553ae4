import { and, desc, eq, inArray, lt, type SQL } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import type { Ticket } from '../tickets.store.ts'

/** A ticket that stands in the index, and its key there. */
export interface Indexed {
  key: number
  ticket: Ticket
}

/** The tickets of some keys that meet a condition, the newest first. */
export const ticketsOfKeys = async (
  { q, t: { ticket, ticketSearch } }: Read,
  keys: readonly number[],
  condition: SQL | undefined,
): Promise<Indexed[]> =>
  q
    .select({ key: ticketSearch.key, ticket })
    .from(ticketSearch)
    .innerJoin(ticket, eq(ticket.id, ticketSearch.ticketId))
    .where(and(inArray(ticketSearch.key, [...keys]), condition))
    .orderBy(desc(ticketSearch.key))
    .execute()

/** Transactions that ran at the same time may have got their keys the other way round. */
const slack = 1_000

/** Between which keys tickets stand that were opened from one moment on and before another; wide enough, never too narrow. */
export const keysBetween = async (
  db: Read,
  from: Date | null,
  to: Date | null,
): Promise<{ above: number; below: number }> => {
  const { ticket, ticketSearch } = db.t
  const keyOf = async (moment: Date | null) => {
    if (moment === null) return null
    const [row] = await db.q
      .select({ key: ticketSearch.key })
      .from(ticket)
      .innerJoin(ticketSearch, eq(ticketSearch.ticketId, ticket.id))
      .where(lt(ticket.createdAt, moment))
      .orderBy(desc(ticket.createdAt), desc(ticket.id))
      .limit(1)
    return row?.key ?? 0
  }
  const [first, last] = [await keyOf(from), await keyOf(to)]
  return {
    above: first === null ? 0 : Math.max(0, first - slack),
    below: last === null ? Number.MAX_SAFE_INTEGER : last + slack,
  }
}
