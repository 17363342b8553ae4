import type { Read, Tx } from '../../db/db.ts'
import { findCitizen } from './citizens.store.ts'

/** Whether the hotline knows a citizen by this id. */
export const isKnown = async (db: Read | Tx, id: string): Promise<boolean> => (await findCitizen(db, id)) !== undefined
