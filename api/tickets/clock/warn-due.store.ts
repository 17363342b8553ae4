import { and, asc, eq, isNull, lte, notInArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import type { Ticket } from '../tickets.store.ts'

/** Tickets the clock worker must look at now, the longest due first, by the index on `warnAt`. */
export const dueToWarn = async (db: Read, now: Date, most: number, except: readonly string[]): Promise<string[]> => {
  const { ticket } = db.t
  const rows = await db.q
    .select({ id: ticket.id })
    .from(ticket)
    .where(and(lte(ticket.warnAt, now), except.length > 0 ? notInArray(ticket.id, [...except]) : undefined))
    .orderBy(asc(ticket.warnAt))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Notes what was told. Undefined when somebody acted on the ticket meanwhile, or another process told it. Neither version nor `updatedAt` moves: nobody edited it. */
export const markWarned = async (tx: Tx, seen: Ticket, patch: { warned: number; warnAt: Date | null }) => {
  const { ticket } = tx.t
  const [row] = await tx.q
    .update(ticket)
    .set(patch)
    .where(
      and(
        eq(ticket.id, seen.id),
        eq(ticket.version, seen.version),
        eq(ticket.warned, seen.warned),
        seen.warnAt === null ? isNull(ticket.warnAt) : eq(ticket.warnAt, seen.warnAt),
      ),
    )
    .returning({ id: ticket.id })
  return row
}
