import { asc, and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import { inHands } from '../../db/ticket-scope.ts'

interface Entry {
  key: number
  spelling: number
  print: number
}

/**
 * The entries of tickets, made where they have none; on PostgreSQL nobody else writes their documents until the transaction ends. Not by one
 * statement for both: it would use up a key each time, and keys are to lie close together.
 */
export const keysFor = async (tx: Tx, ticketIds: readonly string[]): Promise<Map<string, Entry>> => {
  const { ticketSearch } = tx.t
  const lock = (ids: readonly string[]) =>
    tx.q
      .update(ticketSearch)
      .set({ spelling: sql`${ticketSearch.spelling}` })
      .where(inArray(ticketSearch.ticketId, [...ids]))
      .returning()
      .execute()
  const entries = new Map<string, Entry>((await lock(ticketIds)).map((row) => [row.ticketId, row]))
  const missing = ticketIds.filter((id) => !entries.has(id))
  if (missing.length === 0) return entries
  await addEntries(tx, missing)
  for (const row of await lock(missing)) entries.set(row.ticketId, row)
  return entries
}

/** Gives tickets entries, in this order. */
export const addEntries = async (tx: Tx, ticketIds: readonly string[]): Promise<void> => {
  await insertRows(
    tx,
    tx.t.ticketSearch,
    ticketIds.map((ticketId) => ({ ticketId, spelling: 0, print: 0 })),
    { conflicts: 'skip' },
  )
}

/** Notes what stands in the index. */
export const notePrint = async (tx: Tx, key: number, spelling: number, print: number): Promise<void> => {
  const { ticketSearch } = tx.t
  await tx.q
    .update(ticketSearch)
    .set({ spelling, print })
    .where(eq(ticketSearch.key, key))
    .returning({ key: ticketSearch.key })
}

/** What of tickets stands in the index. */
export const rowsFor = ({ q, t: { ticket } }: Tx, ids: readonly string[]) =>
  q
    .select({
      id: ticket.id,
      citizenId: ticket.citizenId,
      confidential: ticket.confidential,
      searchText: ticket.searchText,
      unitSearchText: ticket.unitSearchText,
      mainTicketId: ticket.mainTicketId,
      state: ticket.state,
      kind: ticket.kind,
      urgency: ticket.urgency,
      channel: ticket.channel,
      districtId: ticket.districtId,
      streetId: ticket.streetId,
      matterCode: ticket.matterCode,
    })
    .from(ticket)
    .where(inArray(ticket.id, [...ids]))
    .execute()

/** Which units have tickets, and which leads: their paths. */
export const holdersOf = async (tx: Tx, ticketIds: readonly string[]) => {
  const { assignment } = tx.t
  const rows = await tx.q
    .select({
      ticketId: assignment.ticketId,
      unitPath: assignment.unitPath,
      role: assignment.role,
      endedAt: assignment.endedAt,
    })
    .from(assignment)
    .where(and(inArray(assignment.ticketId, [...ticketIds]), inHands(tx)))
    .orderBy(asc(assignment.unitPath))
  const held = new Map<string, { held: string[]; led: string[] }>()
  for (const [ticketId, own] of Map.groupBy(rows, (row) => row.ticketId))
    held.set(ticketId, {
      held: own.map(({ unitPath }) => unitPath),
      led: own.filter(({ role, endedAt }) => role === 'lead' && endedAt === null).map(({ unitPath }) => unitPath),
    })
  return held
}

/** Entries of one making, the newest first: by their index alone, for right after an update a million wait. */
const entriesOf = ({ q, t: { ticketSearch } }: Read | Tx, spelling: number, most: number) =>
  q
    .select({ key: ticketSearch.key, ticketId: ticketSearch.ticketId })
    .from(ticketSearch)
    .where(eq(ticketSearch.spelling, spelling))
    .orderBy(desc(ticketSearch.key))
    .limit(most)
    .execute()

/** Tickets whose documents are of an older making than this, the newest of the oldest making first; empty where all are made. */
export const waitingForIndex = async (db: Read | Tx, spelling: number, most: number): Promise<string[]> => {
  for (let older = 0; older < spelling; older++) {
    const rows = await entriesOf(db, older, most)
    if (rows.length > 0) return rows.map(({ ticketId }) => ticketId)
  }
  return []
}

/** A page of tickets in the order they were opened, and which of them no entry stands for: they were put in past the program. */
export const withoutEntry = async ({ q, t: { ticket, ticketSearch } }: Tx, after: After | null, most: number) => {
  const rows = await q
    .select({ id: ticket.id, at: ticket.createdAt, key: ticketSearch.key })
    .from(ticket)
    .leftJoin(ticketSearch, eq(ticketSearch.ticketId, ticket.id))
    .where(beyond(ticket.createdAt, ticket.id, 'ascending', after))
    .orderBy(...inOrder(ticket.createdAt, ticket.id, 'ascending'))
    .limit(most)
  return {
    missing: rows.filter(({ key }) => key === null).map(({ id }) => id),
    next: rows.length < most ? null : (rows.at(-1) ?? null),
  }
}

/** Marks documents as of an older making: they are made anew in the background. */
export const forgetDocuments = async (tx: Tx, ticketIds: readonly string[]): Promise<void> => {
  const { ticketSearch } = tx.t
  for (let at = 0; at < ticketIds.length; at += 500)
    await tx.q
      .update(ticketSearch)
      .set({ spelling: 0 })
      .where(inArray(ticketSearch.ticketId, ticketIds.slice(at, at + 500)))
      .returning({ key: ticketSearch.key })
}

/** Marks all of them. */
export const forgetAll = async ({ q, t: { ticketSearch } }: Tx): Promise<void> => {
  await q.update(ticketSearch).set({ spelling: 0 })
}

/** How many tickets have entries, and how many of those stand in the index as they are to be. */
export const countDocuments = async ({ q, t: { ticketSearch } }: Read, spelling: number) => ({
  all: await q.$count(ticketSearch),
  made: await q.$count(ticketSearch, eq(ticketSearch.spelling, spelling)),
})
