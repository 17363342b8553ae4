import { openStates } from '../../vocabulary/ticket.ts'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'
import type { OwnTicket } from './intake.types.ts'

/** Open tickets of one citizen read at most. */
const mostOpen = 20

const columns = ({ ticket }: Read['t']) => ({
  id: ticket.id,
  number: ticket.number,
  title: ticket.title,
  request: ticket.request,
  state: ticket.state,
  matterCode: ticket.matterCode,
  danger: ticket.danger,
  dueAt: ticket.dueAt,
  closedAt: ticket.closedAt,
  leadUnitId: ticket.leadUnitId,
})

const openOf = preparedQuery((db: Read | Tx, { citizenId }: { citizenId: string }) => {
  const { ticket } = db.t
  return db.q
    .select(columns(db.t))
    .from(ticket)
    .where(and(eq(ticket.citizenId, citizenId), inArray(ticket.state, [...openStates])))
    .orderBy(desc(ticket.createdAt), desc(ticket.id))
    .limit(mostOpen)
})

/** The citizen's own open tickets, newest first. */
export const openTicketsOf = (db: Read | Tx, citizenId: string): Promise<OwnTicket[]> => openOf(db, { citizenId })

/** A ticket by its number, only if it is this citizen's own: another's is not found. */
export const ownTicketByNumber = async (
  db: Read | Tx,
  citizenId: string,
  number: string,
): Promise<OwnTicket | null> => {
  const { ticket } = db.t
  const [row] = await db.q
    .select(columns(db.t))
    .from(ticket)
    .where(and(eq(ticket.number, number), eq(ticket.citizenId, citizenId)))
  return row ?? null
}

export const ownTicketById = async (db: Read | Tx, citizenId: string, id: string): Promise<OwnTicket | null> => {
  const { ticket } = db.t
  const [row] = await db.q
    .select(columns(db.t))
    .from(ticket)
    .where(and(eq(ticket.id, id), eq(ticket.citizenId, citizenId)))
  return row ?? null
}
