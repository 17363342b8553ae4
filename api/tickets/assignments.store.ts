import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import type { Assignment } from './tickets.store.ts'

type NewAssignment = Tx['t']['assignment']['$inferInsert']

export const insertAssignments = async (tx: Tx, rows: NewAssignment[]) => {
  if (rows.length > 0) await tx.q.insert(tx.t.assignment).values(rows)
}

/** The round that the next dispatch opens: 0, then one more for each. */
export const nextRound = async (db: Read | Tx, ticketId: string): Promise<number> => {
  const [last] = await db.q
    .select({ round: db.t.assignment.round })
    .from(db.t.assignment)
    .where(eq(db.t.assignment.ticketId, ticketId))
    .orderBy(desc(db.t.assignment.round))
    .limit(1)
  return last === undefined ? 0 : last.round + 1
}

/** Ends what is in force; `reason`: returned, redispatched, redo, closed, withdrawn, terminated, merged. */
export const endAssignments = async (tx: Tx, ticketId: string, at: Date, reason: string) => {
  const { assignment } = tx.t
  await tx.q
    .update(assignment)
    .set({ state: 'ended', endedAt: at, endReason: reason })
    .where(and(eq(assignment.ticketId, ticketId), isNull(assignment.endedAt)))
    .returning({ id: assignment.id })
}

/** Writes to one assignment: signed, contacted, answered. */
export const patchAssignment = async (tx: Tx, id: string, patch: Partial<NewAssignment>) => {
  await tx.q.update(tx.t.assignment).set(patch).where(eq(tx.t.assignment.id, id)).returning({ id: tx.t.assignment.id })
}

/** Moves the due time of what is in force, together with the ticket's own. */
export const moveDue = async (tx: Tx, ticketId: string, dueAt: Date | null) => {
  const { assignment } = tx.t
  await tx.q
    .update(assignment)
    .set({ dueAt })
    .where(and(eq(assignment.ticketId, ticketId), isNull(assignment.endedAt)))
    .returning({ id: assignment.id })
}

/** Every assignment a ticket ever had, in order. */
export const assignmentsOf = (db: Read | Tx, ticketId: string): Promise<Assignment[]> =>
  db.q
    .select()
    .from(db.t.assignment)
    .where(eq(db.t.assignment.ticketId, ticketId))
    .orderBy(asc(db.t.assignment.round), asc(db.t.assignment.dispatchedAt), asc(db.t.assignment.id))
    .execute()

const inForce = async (db: Read | Tx, ticketId: string, role: 'lead' | 'co'): Promise<Assignment[]> =>
  db.q
    .select()
    .from(db.t.assignment)
    .where(and(eq(db.t.assignment.ticketId, ticketId), eq(db.t.assignment.role, role), isNull(db.t.assignment.endedAt)))

/** The lead unit's assignment in force. */
export const leadOf = async (db: Read | Tx, ticketId: string): Promise<Assignment | undefined> =>
  (await inForce(db, ticketId, 'lead'))[0]

/** The co-handling assignment in force that lies in somebody's subtree. */
export const ownCoAssignment = async (
  db: Read | Tx,
  ticketId: string,
  unitPath: string,
): Promise<Assignment | undefined> =>
  (await inForce(db, ticketId, 'co')).find((one) => one.unitPath.startsWith(unitPath))
