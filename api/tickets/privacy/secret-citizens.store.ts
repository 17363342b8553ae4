import { and, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

/** Who asked confidentially in what was merged into some tickets, by the main ticket: their words may stand in it. */
export const secretCitizensIn = async (
  { q, t: { ticket } }: Read | Tx,
  mainTicketIds: readonly string[],
): Promise<Map<string, string[]>> => {
  if (mainTicketIds.length === 0) return new Map()
  const rows = await q
    .select({ mainTicketId: ticket.mainTicketId, citizenId: ticket.citizenId })
    .from(ticket)
    .where(and(inArray(ticket.mainTicketId, [...mainTicketIds]), eq(ticket.confidential, true)))
  const byMain = Map.groupBy(rows, ({ mainTicketId }) => mainTicketId ?? '')
  return new Map([...byMain].map(([id, merged]) => [id, merged.map(({ citizenId }) => citizenId)]))
}
