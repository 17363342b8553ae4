import { eq } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'

/** The path of a unit, kept on the follow-up so that rates are counted by subtree. */
export const unitPathOf = async (db: Read | Tx, unitId: string): Promise<string> => {
  const [row] = await db.q.select({ path: db.t.unit.path }).from(db.t.unit).where(eq(db.t.unit.id, unitId))
  return row?.path ?? '/'
}
