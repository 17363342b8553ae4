import { eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import type { Call } from './call/calls.store.ts'

/** A call with the citizen as the desks show them. */
export interface CallWithCaller {
  call: Call
  citizen: Read['t']['citizen']['$inferSelect']
}

/** Callers of some calls, by citizen id. */
export const callersOf = async (db: Read, calls: readonly Call[]): Promise<CallWithCaller[]> => {
  if (calls.length === 0) return []
  const { citizen } = db.t
  const rows = await db.q
    .select()
    .from(citizen)
    .where(inArray(citizen.id, [...new Set(calls.map(({ citizenId }) => citizenId))]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return calls.flatMap((call) => {
    const found = byId.get(call.citizenId)
    return found ? [{ call, citizen: found }] : []
  })
}

/** Tickets by id, as far as a link needs them. */
export const ticketNumbers = async (db: Read, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const { ticket } = db.t
  const rows = await db.q
    .select({ id: ticket.id, number: ticket.number })
    .from(ticket)
    .where(inArray(ticket.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row.number]))
}

/** The caller as the screen-pop needs it. */
export const findCaller = async (
  db: Read | Tx,
  citizenId: string,
): Promise<Read['t']['citizen']['$inferSelect'] | undefined> => {
  const [row] = await db.q.select().from(db.t.citizen).where(eq(db.t.citizen.id, citizenId))
  return row
}

/** Whose ticket it is, and the line it came by. */
export const findTicketOf = async (db: Read | Tx, ticketId: string) => {
  const { ticket } = db.t
  const [row] = await db.q
    .select({ id: ticket.id, citizenId: ticket.citizenId, lineId: ticket.lineId })
    .from(ticket)
    .where(eq(ticket.id, ticketId))
  return row
}
