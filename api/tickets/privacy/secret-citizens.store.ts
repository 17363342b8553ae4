import { and, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { listed, preparedByShape } from '../../../db/dialect/prepared/prepared-query.ts'

const secretIn = preparedByShape(
  (ids: readonly string[]) => ids.length,
  ({ q, t: { ticket } }: Read | Tx, _, values: Record<string, string>) =>
    q
      .select({ mainTicketId: ticket.mainTicketId, citizenId: ticket.citizenId })
      .from(ticket)
      .where(and(inArray(ticket.mainTicketId, listed.list(values)), eq(ticket.confidential, true))),
)

/** Who asked confidentially in what was merged into some tickets, by the main ticket: their words may stand in it. */
export const secretCitizensIn = async (
  db: Read | Tx,
  mainTicketIds: readonly string[],
): Promise<Map<string, string[]>> => {
  if (mainTicketIds.length === 0) return new Map()
  const rows = await secretIn(db, mainTicketIds, listed.values(mainTicketIds))
  const byMain = Map.groupBy(rows, ({ mainTicketId }) => mainTicketId ?? '')
  return new Map([...byMain].map(([id, merged]) => [id, merged.map(({ citizenId }) => citizenId)]))
}
