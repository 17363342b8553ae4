import { openStates } from '../../vocabulary/ticket.ts'
import { aliasedTable, and, desc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import type { OwnTicket } from './intake.types.ts'

/** Open tickets of one citizen read at most. */
const mostOpen = 20

type TicketTable = Read['t']['ticket']

const columns = (ticket: TicketTable) => ({
  id: ticket.id,
  number: ticket.number,
  title: ticket.title,
  request: ticket.request,
  state: ticket.state,
  confidential: ticket.confidential,
  matterCode: ticket.matterCode,
  danger: ticket.danger,
  dueAt: ticket.dueAt,
  closedAt: ticket.closedAt,
  leadUnitId: ticket.leadUnitId,
})

/** How the main ticket of a merged one stands. */
const standing = (main: TicketTable) => ({
  id: main.id,
  state: main.state,
  matterCode: main.matterCode,
  danger: main.danger,
  dueAt: main.dueAt,
  closedAt: main.closedAt,
  leadUnitId: main.leadUnitId,
})

type Own = Omit<OwnTicket, 'actOn' | 'merged'>

/** A ticket as its citizen may ask for it, with the main one where it was merged. */
const toOwn = ({
  own,
  main,
}: {
  own: Own
  main: Omit<Own, 'number' | 'title' | 'request' | 'confidential'> | null
}): OwnTicket => {
  if (own.state !== 'merged' || main === null) return { ...own, actOn: own.id, merged: false }
  const { id: actOn, ...stands } = main
  return { ...own, ...stands, actOn, merged: true }
}

/** Tickets with their main ones; a condition looks at both. */
const ownTickets = (db: Read | Tx, which: (ticket: TicketTable, main: TicketTable) => SQL | undefined) => {
  const { ticket } = db.t
  const main = aliasedTable(ticket, 'main')
  return db.q
    .select({ own: columns(ticket), main: standing(main) })
    .from(ticket)
    .leftJoin(main, and(eq(main.id, ticket.mainTicketId), eq(ticket.state, 'merged')))
    .where(which(ticket, main))
}

const openOf = preparedQuery((db: Read | Tx, { citizenId }: { citizenId: string }) => {
  const { ticket } = db.t
  return ownTickets(db, (own, main) =>
    and(eq(own.citizenId, citizenId), or(inArray(own.state, [...openStates]), inArray(main.state, [...openStates]))),
  )
    .orderBy(desc(ticket.createdAt), desc(ticket.id))
    .limit(mostOpen)
})

/** One line for each ticket that is worked on: the citizen's own rather than one merged into it, of several merged ones the first. */
const onePerTicket = (tickets: readonly OwnTicket[]): OwnTicket[] =>
  tickets.filter(
    ({ actOn, merged }, at) =>
      !merged ||
      (tickets.every((other) => other.actOn !== actOn || other.merged) &&
        tickets.findLastIndex((other) => other.actOn === actOn) === at),
  )

/** The tickets by which a citizen may ask for something that is still worked on, newest first; also those that were merged. */
export const openTicketsOf = async (db: Read | Tx, citizenId: string): Promise<OwnTicket[]> =>
  onePerTicket((await openOf(db, { citizenId })).map(toOwn))

/** A ticket by its number, only if it is this citizen's own: another's is not found. */
export const ownTicketByNumber = async (
  db: Read | Tx,
  citizenId: string,
  number: string,
): Promise<OwnTicket | null> => {
  const [row] = await ownTickets(db, (own) => and(eq(own.number, number), eq(own.citizenId, citizenId)))
  return row ? toOwn(row) : null
}

export const ownTicketById = async (db: Read | Tx, citizenId: string, id: string): Promise<OwnTicket | null> => {
  const [row] = await ownTickets(db, (own) => and(eq(own.id, id), eq(own.citizenId, citizenId)))
  return row ? toOwn(row) : null
}
