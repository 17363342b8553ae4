import { and, asc, eq, gt } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

/** What is searched of a ticket, and what it is made from. */
export interface SearchTexts {
  id: string
  searchText: string
  unitSearchText: string | null
  confidential: boolean
  citizenId: string
}

/** Search texts, a page by id. */
export const searchTextsAfter = ({ q, t: { ticket } }: Read, id: string, most: number): Promise<SearchTexts[]> =>
  q
    .select({
      id: ticket.id,
      searchText: ticket.searchText,
      unitSearchText: ticket.unitSearchText,
      confidential: ticket.confidential,
      citizenId: ticket.citizenId,
    })
    .from(ticket)
    .where(gt(ticket.id, id))
    .orderBy(asc(ticket.id))
    .limit(most)
    .execute()

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
}

/** The confidential tickets of a citizen, with what units search of them. */
export const confidentialTextsOf = ({ q, t: { ticket } }: Tx, citizenId: string): Promise<SearchTexts[]> =>
  q
    .select({
      id: ticket.id,
      searchText: ticket.searchText,
      unitSearchText: ticket.unitSearchText,
      confidential: ticket.confidential,
      citizenId: ticket.citizenId,
    })
    .from(ticket)
    .where(and(eq(ticket.citizenId, citizenId), eq(ticket.confidential, true)))
    .execute()
