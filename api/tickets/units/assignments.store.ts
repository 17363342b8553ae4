import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { insertRows } from '../../../db/dialect/insert/insert-rows.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import { updateRow } from '../../../db/dialect/update/update-row.ts'
import { inSubtree } from '../../../db/paths.ts'
import { isAccused } from '../../vocabulary/accused.ts'
import { ticketProblem } from '../tickets.errors.ts'
import { accusedIn } from './accused.store.ts'
import { moveSubLimits } from '../clock/sub-limit.rules.ts'
import type { AssignmentEnd } from '../../vocabulary/ticket.ts'
import { partsOf } from '../../vocabulary/unit-parts.ts'
import { activeAssignments, type Assignment } from '../tickets.store.ts'
import { unitsChanged } from './holdings.store.ts'

type NewAssignment = Tx['t']['assignment']['$inferInsert']

const fresh = {
  state: 'active',
  signedAt: null,
  signedBy: null,
  contactedAt: null,
  told: null,
  answeredAt: null,
  endedAt: null,
  endReason: null,
} satisfies Partial<Assignment>

/** An assignment as it begins: in force, and nothing done yet. */
export const newAssignment = (given: Omit<Assignment, keyof typeof fresh>): Assignment => ({ ...fresh, ...given })

/** Gives a ticket to units; whoever it accuses is refused here at the latest, whatever act it is. Throws `ticket.unit-excluded`. */
export const insertAssignments = async (tx: Tx, rows: NewAssignment[]) => {
  const [first] = rows
  if (!first) return
  const accused = await accusedIn(tx, first.ticketId)
  const excluded = rows.find(({ unitPath }) => isAccused(accused, unitPath))
  if (excluded) throw ticketProblem('ticket.unit-excluded', undefined, { unitId: excluded.unitId })
  await insertRows(tx, tx.t.assignment, rows)
  for (const { ticketId } of rows) unitsChanged(tx, ticketId)
}

const lastRound = preparedQuery((db: Read | Tx, { ticketId }: { ticketId: string }) =>
  db.q
    .select({ round: db.t.assignment.round })
    .from(db.t.assignment)
    .where(eq(db.t.assignment.ticketId, ticketId))
    .orderBy(desc(db.t.assignment.round))
    .limit(1),
)

/** The round that the next dispatch opens: 0, then one more for each. */
export const nextRound = async (db: Read | Tx, ticketId: string): Promise<number> => {
  const [last] = await lastRound(db, { ticketId })
  return last === undefined ? 0 : last.round + 1
}

const end = preparedQuery((tx: Tx, given: { ticketId: string; at: Date; reason: AssignmentEnd }) => {
  const { assignment } = tx.t
  return tx.q
    .update(assignment)
    .set({ state: 'ended', endedAt: given.at, endReason: given.reason })
    .where(and(eq(assignment.ticketId, given.ticketId), isNull(assignment.endedAt)))
    .returning({ id: assignment.id })
})

/** Ends what is in force. */
export const endAssignments = async (tx: Tx, ticketId: string, at: Date, reason: AssignmentEnd) => {
  await end(tx, { ticketId, at, reason })
  unitsChanged(tx, ticketId)
}

/** Ends some of what is in force, and nothing else. */
export const endParts = async (tx: Tx, ids: readonly string[], at: Date, reason: AssignmentEnd) => {
  if (ids.length === 0) return
  const { assignment } = tx.t
  const ended = await tx.q
    .update(assignment)
    .set({ state: 'ended', endedAt: at, endReason: reason })
    .where(inArray(assignment.id, [...ids]))
    .returning({ ticketId: assignment.ticketId })
  for (const { ticketId } of ended) unitsChanged(tx, ticketId)
}

/** Writes to one assignment: signed, contacted, answered; whose it is, and whether it is over, is not written here. */
export const patchAssignment = async (
  tx: Tx,
  id: string,
  patch: Partial<Omit<NewAssignment, 'ticketId' | 'unitPath' | 'role' | 'round' | 'endedAt' | 'endReason'>>,
) => {
  await updateRow(tx, tx.t.assignment, { id }, patch)
}

/** Moves the due time of what is in force and goes by the ticket's clock, together with it; a copied unit has none. */
export const moveDue = async (tx: Tx, ticketId: string, dueAt: Date) => {
  const { assignment } = tx.t
  await tx.q
    .update(assignment)
    .set({ dueAt })
    .where(
      and(
        eq(assignment.ticketId, ticketId),
        isNull(assignment.endedAt),
        isNull(assignment.clock),
        ne(assignment.role, 'copied'),
      ),
    )
    .returning({ id: assignment.id })
}

/** Moves the sub-limits of co-handling units: see `moveSubLimits`. */
export const moveOwnDue = async (tx: Tx, ticketId: string, move: Parameters<typeof moveSubLimits>[1], latest: Date) => {
  for (const { id, ...patch } of moveSubLimits(await activeAssignments(tx, ticketId), move, latest))
    await patchAssignment(tx, id, patch)
}

const allOf = preparedQuery((db: Read | Tx, { ticketId }: { ticketId: string }) =>
  db.q
    .select()
    .from(db.t.assignment)
    .where(eq(db.t.assignment.ticketId, ticketId))
    .orderBy(asc(db.t.assignment.round), asc(db.t.assignment.dispatchedAt), asc(db.t.assignment.id)),
)

/** Every assignment a ticket ever had, in order. */
export const assignmentsOf = (db: Read | Tx, ticketId: string): Promise<Assignment[]> => allOf(db, { ticketId })

/** What is in force within a subtree on a page of tickets, by ticket. */
export const activeWithin = async (
  db: Read,
  tickets: readonly { id: string }[],
  unitPath: string,
): Promise<Map<string, Assignment[]>> => {
  const { assignment } = db.t
  const ids = tickets.map(({ id }) => id)
  const rows =
    ids.length === 0
      ? []
      : await db.q
          .select()
          .from(assignment)
          .where(
            and(
              inArray(assignment.ticketId, ids),
              isNull(assignment.endedAt),
              inSubtree(assignment.unitPath, unitPath),
            ),
          )
  return Map.groupBy(rows, ({ ticketId }) => ticketId)
}

/** The lead unit's assignment in force. */
export const leadOf = async (db: Read | Tx, ticketId: string): Promise<Assignment | undefined> =>
  (await activeAssignments(db, ticketId)).find(({ role }) => role === 'lead')

/** The co-handling assignment in force in whose place somebody of a unit acts. */
export const ownCoAssignment = async (
  db: Read | Tx,
  ticketId: string,
  unitPath: string,
): Promise<Assignment | undefined> =>
  partsOf(await activeAssignments(db, ticketId), unitPath).find(({ role }) => role === 'co')
