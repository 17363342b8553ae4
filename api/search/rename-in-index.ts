import type { Tx } from '../../db/db.ts'
import { touchTickets } from './index-tickets.ts'
import { forgetDocuments } from './search.store.ts'
import { ticketsNaming } from './texts.store.ts'

/** Documents that are written anew at once; those of whoever asked oftener follow in the background. */
const atOnce = 100

/** A citizen is called otherwise, or by no name any more: what the index holds of their tickets is written anew. */
export const renameInIndex = async (tx: Tx, citizenIds: readonly string[]): Promise<void> => {
  for (const citizenId of citizenIds) {
    const ids = await ticketsNaming(tx, citizenId)
    touchTickets(tx, ids.slice(0, atOnce))
    await forgetDocuments(tx, ids.slice(atOnce))
  }
}
