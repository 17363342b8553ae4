import {
  aliasedTable,
  and,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  notExists,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { harmlessKinds, postsOf } from '../api/vocabulary/accused.ts'
import { isScoped, type Actor, type StaffActor } from '../api/vocabulary/actor.ts'
import { ticketEnds } from '../api/vocabulary/ticket.ts'
import type { Read, Tx } from './db.ts'
import { inSubtree } from './paths.ts'

/** Whether a ticket accuses one of these posts; never null, so that it may be negated. */
const accuses = (
  { kind, respondentUnitId, createdAt }: Pick<Read['t']['ticket'], 'kind' | 'respondentUnitId' | 'createdAt'>,
  posts: ReturnType<typeof postsOf>,
): SQL | undefined =>
  and(
    isNotNull(respondentUnitId),
    or(isNull(kind), notInArray(kind, [...harmlessKinds])),
    or(
      ...posts.map(({ unitIds, until }) =>
        and(inArray(respondentUnitId, [...unitIds]), until === null ? undefined : lte(createdAt, until)),
      ),
    ),
  )

/**
 * Tickets that accuse no unit of this reader's, by themselves or by a report that was merged into them: not their own, none above it, none that
 * they worked for when the report was made or later (JN 32). The one question of every query that shows or counts something of a ticket; who may
 * be given it is asked by `isAccused`.
 */
export const notAccused = (db: Read | Tx, actor: Actor): SQL | undefined => {
  const { ticket } = db.t
  const posts = actor.kind === 'staff' ? postsOf(actor) : []
  const own = posts.length === 0 ? undefined : accuses(ticket, posts)
  if (own === undefined) return undefined
  const merged = aliasedTable(ticket, 'merged')
  return and(
    not(own),
    notExists(
      db.q
        .select({ id: merged.id })
        .from(merged)
        .where(and(eq(merged.mainTicketId, ticket.id), accuses(merged, posts))),
    ),
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
  return and(held, notAccused(db, actor))
}

/** Tickets into which a request of this citizen was merged. */
const hasMergedOf = (db: Read | Tx, citizenId: string): SQL => {
  const { ticket } = db.t
  return sql`exists (select 1 from ${ticket} as merged where merged.main_ticket_id = ${ticket.id} and merged.citizen_id = ${citizenId} and merged.state = 'merged')`
}

/** By what `visibleTo` tells actors apart: two with the same key see the same tickets. */
export const scopeKey = (actor: Actor): string => {
  if (actor.kind !== 'staff') return actor.kind === 'citizen' ? actor.id : ''
  return JSON.stringify([isScoped(actor), actor.unitPath, actor.formerPosts ?? []])
}

/**
 * Which tickets an actor may see, as a condition of the query: the hotline all, a unit those assigned to its subtree
 * (an ended one shows what the unit did until then, see `lostPart`), nobody a report on their own unit (see `notAccused`),
 * a citizen their own, and the one into which theirs was merged. A ticket a unit may not see is not found.
 */
export const visibleTo = (db: Read | Tx, actor: Actor): SQL | undefined => {
  const { ticket, assignment } = db.t
  if (actor.kind === 'citizen') return or(eq(ticket.citizenId, actor.id), hasMergedOf(db, actor.id))
  if (!isScoped(actor)) return notAccused(db, actor)
  const staff = actor as StaffActor // isScoped is true for staff only
  const assigned = exists(
    db.q
      .select({ id: assignment.id })
      .from(assignment)
      .where(and(eq(assignment.ticketId, ticket.id), inSubtree(assignment.unitPath, staff.unitPath))),
  )
  return and(assigned, notAccused(db, actor))
}
