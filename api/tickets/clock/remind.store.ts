import { and, asc, eq, lte, notInArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import type { Ticket } from '../tickets.store.ts'

/** Tickets about which somebody may have to be reminded now, the longest due first, by the index on `remindAt`. */
export const dueToRemind = async (db: Read, now: Date, most: number, except: readonly string[]): Promise<string[]> => {
  const { ticket } = db.t
  const rows = await db.q
    .select({ id: ticket.id })
    .from(ticket)
    .where(and(lte(ticket.remindAt, now), except.length > 0 ? notInArray(ticket.id, [...except]) : undefined))
    .orderBy(asc(ticket.remindAt))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Notes what was told. Undefined when somebody acted on the ticket meanwhile, or another process told it. Nobody edited it: its version stays. */
export const markReminded = async (
  tx: Tx,
  seen: Pick<Ticket, 'id' | 'version' | 'remindAt'>,
  patch: Pick<Ticket, 'reminded' | 'remindAt'>,
) => {
  const { ticket } = tx.t
  if (seen.remindAt === null) return undefined
  const [row] = await tx.q
    .update(ticket)
    .set(patch)
    .where(and(eq(ticket.id, seen.id), eq(ticket.version, seen.version), eq(ticket.remindAt, seen.remindAt)))
    .returning({ id: ticket.id })
  return row
}
