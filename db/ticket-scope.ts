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
  notInArray,
  or,
  sql,
  type AnyColumn,
  type SQL,
} from 'drizzle-orm'
import { harmlessKinds, postsOf } from '../api/vocabulary/accused.ts'
import { isScoped, type Actor, type StaffActor } from '../api/vocabulary/actor.ts'
import { ticketEnds } from '../api/vocabulary/ticket.ts'
import { unitsOfPath } from '../api/vocabulary/unit-parts.ts'
import type { Read, Tx } from './db.ts'
import { inSubtree } from './paths.ts'

/** What of a ticket tells whom it accuses: of the ticket itself, or where it is kept beside it. */
export type Accusing = Record<'id' | 'kind' | 'respondentUnitId' | 'createdAt', AnyColumn>

/** Whether a ticket accuses one of these posts; never null, so that it may be negated. */
const accuses = ({ kind, respondentUnitId, createdAt }: Accusing, posts: ReturnType<typeof postsOf>): SQL | undefined =>
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
 * be given it is asked by `isAccused`. The reports that were merged are looked up once for a query, not for each of its rows.
 */
export const notAccused = (db: Read | Tx, actor: Actor, of: Accusing = db.t.ticket): SQL | undefined => {
  const posts = actor.kind === 'staff' ? postsOf(actor) : []
  const own = posts.length === 0 ? undefined : accuses(of, posts)
  if (own === undefined) return undefined
  const merged = aliasedTable(db.t.ticket, 'merged')
  return and(
    not(own),
    notInArray(
      of.id,
      db.q
        .select({ id: merged.mainTicketId })
        .from(merged)
        .where(
          and(
            isNotNull(merged.mainTicketId),
            inArray(
              merged.respondentUnitId,
              posts.flatMap(({ unitIds }) => unitIds),
            ),
            accuses(merged, posts),
          ),
        ),
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
 * Tickets that a unit, or one below it, holds; `led`: as the lead unit now. By what is kept for each unit below the root; of the root itself by
 * the assignments.
 */
export const heldBy = (db: Read | Tx, unitPath: string, led = false, ticketId: AnyColumn = db.t.ticket.id): SQL => {
  const { holding, assignment } = db.t
  const unitId = holderOf(unitPath)
  if (unitId !== null)
    return exists(
      db.q
        .select({ id: holding.ticketId })
        .from(holding)
        .where(
          and(eq(holding.ticketId, ticketId), eq(holding.unitId, unitId), led ? eq(holding.led, true) : undefined),
        ),
    )
  const part = led ? and(eq(assignment.role, 'lead'), isNull(assignment.endedAt)) : inHands(db)
  return exists(
    db.q
      .select({ id: assignment.id })
      .from(assignment)
      .where(and(eq(assignment.ticketId, ticketId), inSubtree(assignment.unitPath, unitPath), part)),
  )
}

/** The unit of a path under whose name holdings are kept; null for the root, which has none. */
export const holderOf = (unitPath: string): string | null => unitsOfPath(unitPath).slice(1).at(-1) ?? null

/**
 * Which tickets stand in an actor's lists: those they may see; for a unit only those in its hands. One that was taken from it is found by its
 * number alone, and shows the unit's own part.
 */
export const listedFor = (db: Read | Tx, actor: Actor): SQL | undefined => {
  if (!isScoped(actor)) return visibleTo(db, actor)
  const { unitPath } = actor as StaffActor // isScoped is true for staff only
  return and(heldBy(db, unitPath), notAccused(db, actor))
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
