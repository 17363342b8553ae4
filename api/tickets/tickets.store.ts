import { inHands, scopeKey, visibleTo } from '../../db/ticket-scope.ts'
import { ticketProblem } from './tickets.errors.ts'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { insertRows } from '../../db/dialect/insert/insert-rows.ts'
import { preparedByShape, preparedQuery } from '../../db/dialect/prepared/prepared-query.ts'
import { changed, updateRow } from '../../db/dialect/update/update-row.ts'
import { touchTickets } from '../search/index-tickets.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { openStates } from '../vocabulary/ticket.ts'
import type { TicketFacts } from './life/ticket.rules.ts'
import { copyToHoldings } from './units/holdings.store.ts'

export type Ticket = Read['t']['ticket']['$inferSelect']
/** @internal exported for its test */
export type NewTicketRow = Read['t']['ticket']['$inferInsert']
export type TicketPatch = Partial<Omit<NewTicketRow, 'id' | 'number' | 'version' | 'state' | 'createdAt' | 'updatedAt'>>
export type Assignment = Read['t']['assignment']['$inferSelect']

/** The far future: sorts tickets without a running clock behind all others. */
export const noDue = new Date('9999-12-31T00:00:00.000Z')

/** Before every due time: where a danger to life or property stands until a unit has it. */
export const firstOfAll = new Date(0)

/** Where a ticket that no unit has stands in lists by time. */
export const dueBeforeDispatch = ({ danger }: { danger?: string | null | undefined }) => (danger ? firstOfAll : noDue)

const inScope = preparedByShape(scopeKey, (db: Read | Tx, actor: Actor, { id }: { id: string }) =>
  db.q
    .select()
    .from(db.t.ticket)
    .where(and(eq(db.t.ticket.id, id), visibleTo(db, actor))),
)

/** A ticket within the actor's scope; undefined when hidden or missing. */
export const findTicket = async (db: Read | Tx, actor: Actor, id: string): Promise<Ticket | undefined> => {
  const [row] = await inScope(db, actor, { id })
  return row
}

/** Finds a ticket within the actor's scope. Throws `ticket.not-found` for a hidden and a missing one alike. */
export const mustFindTicket = async (db: Read | Tx, actor: Actor, id: string): Promise<Ticket> => {
  const row = await findTicket(db, actor, id)
  if (!row) throw ticketProblem('ticket.not-found')
  return row
}

const lock = preparedQuery((tx: Tx, { id }: { id: string }) => {
  const { ticket } = tx.t
  return tx.q
    .update(ticket)
    .set({ version: sql`${ticket.version}` })
    .where(eq(ticket.id, id))
    .returning()
})

/**
 * The newest row of a ticket, kept from others until the transaction ends: for acts that nobody made on a version they saw
 * (a citizen's text, the follow-up), which wait their turn instead of failing.
 */
export const lockTicket = async (tx: Tx, id: string): Promise<Ticket> => {
  const [row] = await lock(tx, { id })
  if (!row) throw ticketProblem('ticket.not-found')
  return row
}

// All of a ticket, the few that there are: asked for pending ones, SQLite would go through those of every ticket.
const returnsOf = preparedQuery(({ q, t: { returnRequest } }: Read | Tx, { ticketId }: { ticketId: string }) =>
  q.select({ state: returnRequest.state }).from(returnRequest).where(eq(returnRequest.ticketId, ticketId)),
)
const extensionsOf = preparedQuery(({ q, t: { extension } }: Read | Tx, { ticketId }: { ticketId: string }) =>
  q.select({ state: extension.state }).from(extension).where(eq(extension.ticketId, ticketId)),
)
const isPending = ({ state }: { state: string }) => state === 'pending'
const followUpsOf = preparedQuery((db: Read | Tx, { ticketId, round }: { ticketId: string; round: number }) => {
  const { followUp } = db.t
  return db.q
    .select({ state: followUp.state })
    .from(followUp)
    .where(and(eq(followUp.ticketId, ticketId), eq(followUp.round, round)))
})

/** What the machine needs, with the assignments by which units have the ticket, or had it when it ended, as rows. */
export interface LoadedFacts extends TicketFacts {
  parts: Assignment[]
}

/** Loads what the machine needs beside the row itself. */
export const loadFacts = async (db: Read | Tx, row: Ticket): Promise<LoadedFacts> => {
  const ticketId = row.id
  const assignments = await assignmentsInHands(db, { ticketId })
  const settled = await followUpsOf(db, { ticketId, round: row.redoCount })
  return {
    state: row.state,
    stateBefore: row.stateBefore,
    matterCode: row.matterCode,
    leadUnitId: row.leadUnitId,
    designated: row.designated,
    dueAt: row.dueAt,
    extensionCount: row.extensionCount,
    closedAt: row.closedAt,
    erased: row.erasedAt !== null,
    citizenId: row.citizenId,
    parts: assignments,
    returnBy: assignments.find(({ role }) => role === 'lead')?.returnBy ?? null,
    confidential: row.confidential,
    returnPending: (await returnsOf(db, { ticketId })).some(isPending),
    extensionPending: (await extensionsOf(db, { ticketId })).some(isPending),
    followUpSettled:
      !row.replyWanted ||
      settled.some(({ state }) => state === 'answered' || state === 'noReply' || state === 'unreachable'),
  }
}

/** Saves a change only if nobody else saved one since. Throws `ticket.conflict`. */
export const saveTicket = async (
  tx: Tx,
  before: Ticket,
  change: TicketPatch & Partial<Pick<Ticket, 'state' | 'updatedAt'>>,
): Promise<Ticket> => {
  const { id, version } = before
  const saved = { ...change, version: version + 1 }
  if (!(await updateRow(tx, tx.t.ticket, { id, version }, saved)))
    throw ticketProblem('ticket.conflict', undefined, { version })
  touchTickets(tx, [id])
  const after = changed(before, saved)
  await copyToHoldings(tx, after)
  return after
}

const active = preparedQuery((db: Read | Tx, { ticketId }: { ticketId: string }) =>
  db.q
    .select()
    .from(db.t.assignment)
    .where(and(eq(db.t.assignment.ticketId, ticketId), isNull(db.t.assignment.endedAt))),
)

/** The assignments of a ticket that are in force. */
export const activeAssignments = (db: Read | Tx, ticketId: string): Promise<Assignment[]> => active(db, { ticketId })

const assignmentsInHands = preparedQuery((db: Read | Tx, { ticketId }: { ticketId: string }) =>
  db.q
    .select()
    .from(db.t.assignment)
    .where(and(eq(db.t.assignment.ticketId, ticketId), inHands(db))),
)

const merged = preparedQuery((db: Read | Tx, { mainTicketId }: { mainTicketId: string }) =>
  db.q
    .select()
    .from(db.t.ticket)
    .where(and(eq(db.t.ticket.mainTicketId, mainTicketId), eq(db.t.ticket.state, 'merged')))
    .orderBy(asc(db.t.ticket.createdAt), asc(db.t.ticket.id)),
)

/** Tickets that were merged into this one, oldest first. */
export const mergedInto = (db: Read | Tx, mainTicketId: string): Promise<Ticket[]> => merged(db, { mainTicketId })

/** Whose requests were merged into a ticket. */
export const mergedCitizensOf = async (db: Read | Tx, mainTicketId: string): Promise<string[]> => {
  const { ticket } = db.t
  const rows = await db.q
    .selectDistinct({ citizenId: ticket.citizenId })
    .from(ticket)
    .where(and(eq(ticket.mainTicketId, mainTicketId), eq(ticket.state, 'merged')))
  return rows.map(({ citizenId }) => citizenId)
}

/** What was merged into a ticket that is now merged itself follows it. */
export const passMergedOn = async (tx: Tx, fromId: string, toId: string) => {
  const { ticket } = tx.t
  await tx.q
    .update(ticket)
    .set({ mainTicketId: toId })
    .where(eq(ticket.mainTicketId, fromId))
    .returning({ id: ticket.id })
}

/** Inserts a whole row; on the path of every text, so by the prepared way. */
export const insertTicket = async (tx: Tx, row: Ticket): Promise<Ticket> => {
  await insertRows(tx, tx.t.ticket, [row])
  touchTickets(tx, [row.id])
  return row
}

/** Open tickets of a citizen, newest first: what a text or a call may be about. */
export const openTicketsOf = (db: Read | Tx, citizenId: string, most = 20): Promise<Ticket[]> =>
  db.q
    .select()
    .from(db.t.ticket)
    .where(and(eq(db.t.ticket.citizenId, citizenId), inArray(db.t.ticket.state, [...openStates])))
    .orderBy(desc(db.t.ticket.createdAt), desc(db.t.ticket.id))
    .limit(most)
    .execute()

/** Every ticket of a citizen, newest first. */
export const ticketsOf = (db: Read | Tx, citizenId: string, most = 20): Promise<Ticket[]> =>
  db.q
    .select()
    .from(db.t.ticket)
    .where(eq(db.t.ticket.citizenId, citizenId))
    .orderBy(desc(db.t.ticket.createdAt), desc(db.t.ticket.id))
    .limit(most)
    .execute()

/** A ticket by its id, only if it is this citizen's own; null where it is another's, or missing. */
export const ticketOf = async (db: Read | Tx, citizenId: string, id: string): Promise<Ticket | null> => {
  const { ticket } = db.t
  const [row] = await db.q
    .select()
    .from(ticket)
    .where(and(eq(ticket.id, id), eq(ticket.citizenId, citizenId)))
  return row ?? null
}

/** A ticket by its spoken number within the actor's scope; undefined when hidden or missing. */
export const findByNumber = async (db: Read | Tx, actor: Actor, number: string): Promise<Ticket | undefined> => {
  const [row] = await db.q
    .select()
    .from(db.t.ticket)
    .where(and(eq(db.t.ticket.number, number), visibleTo(db, actor)))
  return row
}

const rowOf = preparedQuery((db: Read | Tx, { id }: { id: string }) =>
  db.q.select().from(db.t.ticket).where(eq(db.t.ticket.id, id)),
)

/** The row itself, for the program's own work inside a transaction; people find tickets through `mustFindTicket`. */
export const findTicketRow = async (db: Read | Tx, id: string): Promise<Ticket> => {
  const [row] = await rowOf(db, { id })
  if (!row) throw ticketProblem('ticket.not-found')
  return row
}
