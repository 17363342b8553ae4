import { clockedStates, openStates } from '../vocabulary/ticket.ts'
import { and, count, eq, gte, inArray, isNotNull, isNull, lt, min, sql, type SQL } from 'drizzle-orm'
import { elapsedMs, hourOf } from '../../db/dialect/calendar/time-sql.ts'
import type { Read } from '../../db/db.ts'
import { notAccused } from '../../db/ticket-scope.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { inSubtree } from '../../db/paths.ts'
import type { Kind } from '../vocabulary/catalogue.ts'
import { satisfiedFrom, type RateCounts } from './rates.rules.ts'

/** Rows that meet a condition, counted beside others in one pass. */
const countIf = (condition: SQL | undefined) =>
  sql<number>`sum(case when ${condition ?? sql`1 = 1`} then 1 else 0 end)`.mapWith(Number)

/** Which follow-ups are counted: those that ended in a period, of one kind or any. */
export interface RatesAsked {
  from: Date
  to: Date
  kind: Kind | null
  /** Who asks: what accuses their own unit is not counted for them. */
  actor: Actor
  /** Null: the whole city. */
  unitPath: string | null
}

/** Follow-ups that ended in a period, counted by the unit whose work was rated. */
export const countFollowUps = (
  db: Read,
  { from, to, kind, actor, unitPath }: RatesAsked,
): Promise<(RateCounts & { unitPath: string })[]> => {
  const { followUp, ticket } = db.t
  const reached = eq(followUp.state, 'answered')
  return db.q
    .select({
      unitPath: followUp.unitPath,
      asked: count(),
      reached: countIf(reached),
      noReply: countIf(eq(followUp.state, 'noReply')),
      unreachable: countIf(eq(followUp.state, 'unreachable')),
      withoutCall: countIf(eq(followUp.withoutCall, true)),
      saidContacted: countIf(and(reached, isNotNull(followUp.contacted))),
      saidSolved: countIf(and(reached, isNotNull(followUp.solved))),
      graded: countIf(and(reached, isNotNull(followUp.grade))),
      contacted: countIf(and(reached, eq(followUp.contacted, true))),
      solved: countIf(and(reached, eq(followUp.solved, true))),
      satisfied: countIf(and(reached, gte(followUp.grade, satisfiedFrom))),
    })
    .from(followUp)
    .innerJoin(ticket, eq(ticket.id, followUp.ticketId))
    .where(
      and(
        gte(followUp.doneAt, from),
        lt(followUp.doneAt, to),
        inArray(followUp.state, ['answered', 'noReply', 'unreachable']),
        kind === null ? undefined : eq(ticket.kind, kind),
        unitPath === null ? undefined : inSubtree(followUp.unitPath, unitPath),
        notAccused(db, actor),
      ),
    )
    .groupBy(followUp.unitPath)
    .execute()
}

/** Calls that reached a queue since a moment: all, answered, answered within so many ms. Those still waiting are not counted yet. */
export const countCalls = async (db: Read, since: Date, withinMs: number) => {
  const { call } = db.t
  const answered = isNotNull(call.answeredAt)
  const [row] = await db.q
    .select({
      offered: count(),
      answered: countIf(answered),
      quick: countIf(and(answered, sql`${elapsedMs(db, call.queuedAt, call.answeredAt)} <= ${withinMs}`)),
    })
    .from(call)
    .where(
      and(
        gte(call.startedAt, since),
        eq(call.direction, 'in'),
        isNotNull(call.queuedAt),
        sql`${call.state} not in ('queued', 'ringing')`,
      ),
    )
  return { offered: row?.offered ?? 0, answered: row?.answered ?? 0, quick: row?.quick ?? 0 }
}

/** Who waits now, by line. */
export const countQueues = (db: Read) => {
  const { call } = db.t
  return db.q
    .select({ lineId: call.lineId, waiting: count(), oldestAt: min(call.queuedAt) })
    .from(call)
    .where(and(inArray(call.state, ['queued', 'ringing']), eq(call.direction, 'in'), isNull(call.answeredAt)))
    .groupBy(call.lineId)
    .execute()
}

/** Agents by their present state. */
export const countAgents = (db: Read) => {
  const { presence } = db.t
  return db.q.select({ state: presence.state, count: count() }).from(presence).groupBy(presence.state).execute()
}

/** Open tickets by state: what the lists keep of what is under way, in one walk. */
export const countStates = (db: Read) => {
  const { ticket } = db.t
  return db.q
    .select({ state: ticket.state, count: count() })
    .from(ticket)
    .where(isNull(ticket.closedAt))
    .groupBy(ticket.state)
    .execute()
}

/** Tickets at units whose limit has passed, those whose limit ends until a moment, and open ones that warn of a danger. */
export const countPressing = async (db: Read, now: Date, until: Date) => {
  const { ticket } = db.t
  const clocked = inArray(ticket.state, [...clockedStates])
  const [row] = await db.q
    .select({
      overdue: countIf(and(clocked, lt(ticket.dueSort, now))),
      dueToday: countIf(and(clocked, gte(ticket.dueSort, now), lt(ticket.dueSort, until))),
      danger: countIf(isNotNull(ticket.danger)),
    })
    .from(ticket)
    .where(and(isNull(ticket.closedAt), inArray(ticket.state, [...openStates])))
  return { overdue: row?.overdue ?? 0, dueToday: row?.dueToday ?? 0, danger: row?.danger ?? 0 }
}

/** Tickets opened since a moment by hour, as whole hours since 1970. */
export const countIntake = (db: Read, since: Date) => {
  const { ticket } = db.t
  const hour = hourOf(db, ticket.createdAt)
  return db.q.select({ hour, count: count() }).from(ticket).where(gte(ticket.createdAt, since)).groupBy(hour).execute()
}
