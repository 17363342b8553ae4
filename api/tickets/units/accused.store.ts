import { and, eq, inArray, or } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import { inHands } from '../../../db/ticket-scope.ts'
import { accusedUnit } from '../../vocabulary/accused.ts'

const accusations = preparedQuery((db: Read | Tx, { ticketId }: { ticketId: string }) => {
  const { ticket } = db.t
  return db.q
    .select({ kind: ticket.kind, respondentUnitId: ticket.respondentUnitId })
    .from(ticket)
    .where(or(eq(ticket.id, ticketId), eq(ticket.mainTicketId, ticketId)))
})

/** The units that a ticket accuses, itself or by a report that was merged into it: none of them is given it, nor anything of it. */
export const accusedIn = async (db: Read | Tx, ticketId: string): Promise<string[]> => {
  const rows = await accusations(db, { ticketId })
  return [...new Set(rows.flatMap((row) => accusedUnit(row) ?? []))]
}

/** A ticket with the units that it accuses, for whoever chooses units for it. */
export const withAccused = async <Ticket extends { id: string }>(db: Read | Tx, ticket: Ticket) => ({
  ...ticket,
  accusedUnitIds: await accusedIn(db, ticket.id),
})

/** The paths of the units in whose hands some tickets are. */
export const holdersOf = async (db: Read | Tx, ticketIds: readonly string[]): Promise<string[]> => {
  const { assignment } = db.t
  const rows = await db.q
    .select({ unitPath: assignment.unitPath })
    .from(assignment)
    .where(and(inArray(assignment.ticketId, [...ticketIds]), inHands(db)))
  return rows.map(({ unitPath }) => unitPath)
}
