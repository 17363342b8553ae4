import type { Read } from '../../db/db.ts'
import { indexSpelling } from './index-tickets.ts'
import { waitingForIndex } from './search.store.ts'

/** Whether tickets wait to be written into the index: after an update, until they are, older ones are not found. */
export const isBuilding = async (db: Read): Promise<boolean> => (await waitingForIndex(db, indexSpelling, 1)).length > 0

export { foundTexts } from './texts.store.ts'
