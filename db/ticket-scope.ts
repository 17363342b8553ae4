import { and, eq, exists, isNull, ne, notInArray, or, type SQL } from 'drizzle-orm'
import { isScoped, type Actor, type StaffActor } from '../api/vocabulary/actor.ts'
import type { Read, Tx } from './db.ts'
import { inSubtree } from './paths.ts'

/** Tickets in which a unit is not, and is under no unit that is, complained of in a violation report (JN 32). */
export const notAccused = (db: Read | Tx, unitPath: string): SQL | undefined => {
  const { ticket } = db.t
  const line = unitPath.split('/').filter((id) => id !== '')
  return or(
    isNull(ticket.respondentUnitId),
    ne(ticket.kind, 'violationReport'),
    notInArray(ticket.respondentUnitId, line),
  )
}

/**
 * Which tickets an actor may see, as a condition of the query: the hotline all, a unit those assigned to its subtree
 * (an ended assignment still shows what the unit did) unless it is complained of in a violation report (JN 32),
 * a citizen their own. A ticket a unit may not see is not found.
 */
export const visibleTo = (db: Read | Tx, actor: Actor): SQL | undefined => {
  const { ticket, assignment } = db.t
  if (actor.kind === 'citizen') return eq(ticket.citizenId, actor.id)
  if (!isScoped(actor)) return undefined
  const staff = actor as StaffActor // isScoped is true for staff only
  const assigned = exists(
    db.q
      .select({ id: assignment.id })
      .from(assignment)
      .where(and(eq(assignment.ticketId, ticket.id), inSubtree(assignment.unitPath, staff.unitPath))),
  )
  return and(assigned, notAccused(db, staff.unitPath))
}
