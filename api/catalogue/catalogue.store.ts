import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'

/** A node of the catalogue (事项); leaves carry kind, route and urgency. A changed matter is a new row with the same code. */
export type Matter = Read['t']['matter']['$inferSelect']
/** A limit (时限): for which matters, kinds and urgencies, how long, on what legal basis, valid from when to when. */
export type LimitRow = Read['t']['limitRule']['$inferSelect']

/** Every matter that ever held, each code's rows from old to new. */
export const loadMatters = (db: Read): Promise<Matter[]> =>
  db.q.select().from(db.t.matter).orderBy(asc(db.t.matter.code), asc(db.t.matter.version)).execute()

/** Every limit that ever held. */
export const loadLimits = (db: Read): Promise<LimitRow[]> =>
  db.q.select().from(db.t.limitRule).orderBy(asc(db.t.limitRule.id)).execute()

/** The newest row of a code. */
export const newestMatter = async (tx: Tx, code: string): Promise<Matter | undefined> => {
  const [row] = await tx.q
    .select()
    .from(tx.t.matter)
    .where(eq(tx.t.matter.code, code))
    .orderBy(desc(tx.t.matter.version))
    .limit(1)
  return row
}

/** Adds a row; undefined when there is one of this code and version. */
export const insertMatter = async (tx: Tx, row: Tx['t']['matter']['$inferInsert']): Promise<Matter | undefined> => {
  const [matter] = await tx.q.insert(tx.t.matter).values(row).onConflictDoNothing().returning()
  return matter
}

/** Ends the validity of an older row; answers it as it is now. */
export const endMatter = async (tx: Tx, id: string, validTo: Date): Promise<Matter | undefined> => {
  const [matter] = await tx.q
    .update(tx.t.matter)
    .set({ validTo })
    .where(and(eq(tx.t.matter.id, id), isNull(tx.t.matter.validTo)))
    .returning()
  return matter
}

/** Adds a limit; answers it as stored. */
export const insertLimit = async (tx: Tx, row: Tx['t']['limitRule']['$inferInsert']): Promise<LimitRow> => {
  const [limit] = await tx.q.insert(tx.t.limitRule).values(row).returning()
  if (!limit) throw new Error('an insert answers its row')
  return limit
}
