import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { touchTickets } from '../../search/index-tickets.ts'

/** What is searched of a ticket, and what it is made from. */
export interface SearchTexts {
  id: string
  searchText: string
  unitSearchText: string | null
  confidential: boolean
  citizenId: string
}

const columns = ({ ticket }: Read['t']) => ({
  id: ticket.id,
  searchText: ticket.searchText,
  unitSearchText: ticket.unitSearchText,
  confidential: ticket.confidential,
  citizenId: ticket.citizenId,
})

/** Search texts, a page by id. */
export const searchTextsAfter = (db: Read, id: string, most: number): Promise<SearchTexts[]> => {
  const { ticket } = db.t
  return db.q.select(columns(db.t)).from(ticket).where(gt(ticket.id, id)).orderBy(asc(ticket.id)).limit(most).execute()
}

/** Search texts of some tickets. */
export const searchTextsOf = (tx: Tx, ids: readonly string[]): Promise<SearchTexts[]> => {
  const { ticket } = tx.t
  return tx.q
    .select(columns(tx.t))
    .from(ticket)
    .where(inArray(ticket.id, [...ids]))
    .execute()
}

/** Gives a ticket other search texts, unless an act has changed it meanwhile: that one wrote them as they are to be. */
export const changeSearchTexts = async (
  tx: Tx,
  { id, searchText }: SearchTexts,
  to: Pick<SearchTexts, 'searchText' | 'unitSearchText'>,
): Promise<void> => {
  const { ticket } = tx.t
  await tx.q
    .update(ticket)
    .set(to)
    .where(and(eq(ticket.id, id), eq(ticket.searchText, searchText)))
    .returning({ id: ticket.id })
  touchTickets(tx, [id])
}

/** The confidential tickets of a citizen, and the ones that they were merged into. */
export const confidentialTicketsOf = ({ q, t: { ticket } }: Tx, citizenId: string) =>
  q
    .select({ id: ticket.id, mainTicketId: ticket.mainTicketId })
    .from(ticket)
    .where(and(eq(ticket.citizenId, citizenId), eq(ticket.confidential, true)))
    .execute()
