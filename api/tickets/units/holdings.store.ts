import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { insertRows } from '../../../db/dialect/insert/insert-rows.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import { updateRow } from '../../../db/dialect/update/update-row.ts'
import { inHands } from '../../../db/ticket-scope.ts'
import { unitsOfPath } from '../../vocabulary/unit-parts.ts'

type Holding = Read['t']['holding']['$inferSelect']

/** What of a ticket stands beside each of its holdings: values, or the columns that have them. */
const copied = <From extends Record<keyof Copied, unknown>>(from: From): Pick<From, keyof Copied> => {
  const { state, closedAt, dueSort, updatedAt, createdAt, kind, urgency, channel } = from
  const { matterCode, danger, supervised, respondentUnitId } = from
  const times = { closedAt, dueSort, updatedAt, createdAt }
  return { state, ...times, kind, urgency, channel, matterCode, danger, supervised, respondentUnitId }
}
type Copied = Omit<Holding, 'unitId' | 'ticketId' | 'led'>

/** Tickets whose units changed in a transaction: their holdings are made anew at its end. */
const changed = new WeakMap<Tx, Set<string>>()

/** What every writer of assignments says: at the end of the transaction the ticket's holdings are what its assignments and its row say then. */
export const unitsChanged = (tx: Tx, ticketId: string) => {
  const tickets = changed.get(tx) ?? new Set()
  changed.set(tx, tickets)
  if (tickets.has(ticketId)) return
  tickets.add(ticketId)
  tx.beforeCommit(() => holdAnew(tx, ticketId), 'first')
}

const partsInHands = preparedQuery((tx: Tx, { ticketId }: { ticketId: string }) => {
  const { assignment } = tx.t
  return tx.q
    .select({ unitPath: assignment.unitPath, role: assignment.role, endedAt: assignment.endedAt })
    .from(assignment)
    .where(and(eq(assignment.ticketId, ticketId), inHands(tx)))
})

/** Which units hold a ticket now, and whether the lead unit is theirs. */
const heldNow = async (tx: Tx, ticketId: string): Promise<Map<string, boolean>> => {
  const held = new Map<string, boolean>()
  for (const { unitPath, role, endedAt } of await partsInHands(tx, { ticketId })) {
    const leads = role === 'lead' && endedAt === null
    // the root has all tickets
    for (const unitId of unitsOfPath(unitPath).slice(1)) held.set(unitId, leads || held.get(unitId) === true)
  }
  return held
}

const factsOf = preparedQuery((tx: Tx, { ticketId }: { ticketId: string }) => {
  const { ticket } = tx.t
  return tx.q.select(copied(ticket)).from(ticket).where(eq(ticket.id, ticketId))
})

const letGo = preparedQuery((tx: Tx, { ticketId }: { ticketId: string }) => {
  const { holding } = tx.t
  return tx.q.delete(holding).where(eq(holding.ticketId, ticketId)).returning({ unitId: holding.unitId })
})

const holdAnew = async (tx: Tx, ticketId: string) => {
  await letGo(tx, { ticketId })
  const [facts] = await factsOf(tx, { ticketId })
  if (facts === undefined) return
  const held = await heldNow(tx, ticketId)
  const rows = [...held].map(([unitId, led]) => ({ unitId, ticketId, led, ...facts }))
  if (rows.length > 0) await insertRows(tx, tx.t.holding, rows)
}

/** What every writer of a ticket's row says: what its holdings have of it is the same. One that never went to a unit has none. */
export const copyToHoldings = async (tx: Tx, after: Copied & { id: string; dispatchedAt: Date | null }) => {
  if (after.dispatchedAt === null || changed.get(tx)?.has(after.id)) return
  await updateRow(tx, tx.t.holding, { ticketId: after.id }, copied<Copied>(after))
}
