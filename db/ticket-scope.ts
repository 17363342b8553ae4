import { and, eq, exists, inArray, isNull, ne, not, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { isScoped, type Actor, type StaffActor } from '../api/vocabulary/actor.ts'
import { ticketEnds } from '../api/vocabulary/ticket.ts'
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
 * Assignments by which a unit has the ticket: in force, or kept to the ticket's own end with no later round since
 * (a closed ticket that is done again by others is theirs).
 */
export const inHands = (db: Read | Tx): SQL | undefined => {
  const { assignment } = db.t
  const laterRound = sql`exists (select 1 from ${assignment} as later where later.ticket_id = ${assignment.ticketId} and later.round > ${assignment.round})`
  return or(isNull(assignment.endedAt), and(inArray(assignment.endReason, [...ticketEnds]), not(laterRound)))
}

/**
 * Which tickets stand in an actor's lists: those they may see; for a unit only those in its hands. One that was taken from it is found by its
 * number alone, and shows the unit's own part.
 */
export const listedFor = (db: Read | Tx, actor: Actor): SQL | undefined => {
  if (!isScoped(actor)) return visibleTo(db, actor)
  const { unitPath } = actor as StaffActor // isScoped is true for staff only
  const { ticket, assignment } = db.t
  const held = exists(
    db.q
      .select({ id: assignment.id })
      .from(assignment)
      .where(and(eq(assignment.ticketId, ticket.id), inSubtree(assignment.unitPath, unitPath), inHands(db))),
  )
  return and(held, notAccused(db, unitPath))
}

/**
 * Which tickets an actor may see, as a condition of the query: the hotline all, a unit those assigned to its subtree
 * (an ended one shows what the unit did until then, see `lostPart`) unless it is complained of in a violation report (JN 32),
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
