import type { InsertRows } from './built-insert.ts'
import { insertPrepared } from './prepared-insert.ts'

/** How rows are inserted on the paths that every text and every verb takes; `insertBuilt` can stand in for it. */
export const insertRows: InsertRows = insertPrepared
