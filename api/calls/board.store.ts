import { inArray } from 'drizzle-orm'
import type { Read } from '../../db/db.ts'
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
