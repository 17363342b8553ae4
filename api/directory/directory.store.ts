import { asc, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'

/** A unit (单位): the city, a bureau or enterprise, a district, a street. */
export type Unit = Read['t']['unit']['$inferSelect']
/** A published number (专线) and how it greets. */
export type Line = Read['t']['line']['$inferSelect']
/** What the hotline knows of a member of staff; same id as the account. */
export type Staff = Read['t']['staff']['$inferSelect']

/** Every unit, also those that are no longer active. */
export const loadUnits = (db: Read): Promise<Unit[]> =>
  db.q.select().from(db.t.unit).orderBy(asc(db.t.unit.id)).execute()
/** Every published number, also those that are no longer active. */
export const loadLines = (db: Read): Promise<Line[]> =>
  db.q.select().from(db.t.line).orderBy(asc(db.t.line.id)).execute()
/** Everybody who ever had an account. */
export const loadStaff = (db: Read): Promise<Staff[]> =>
  db.q.select().from(db.t.staff).orderBy(asc(db.t.staff.id)).execute()

/** The unit of an id, as a transaction sees it; outside one the directory knows it from memory. */
export const findUnit = async (db: Read | Tx, id: string): Promise<Unit | undefined> => {
  const [row] = await db.q.select().from(db.t.unit).where(eq(db.t.unit.id, id))
  return row
}

/** The member of staff of an id, as a transaction sees it. */
export const findStaff = async (db: Read | Tx, id: string): Promise<Staff | undefined> => {
  const [row] = await db.q.select().from(db.t.staff).where(eq(db.t.staff.id, id))
  return row
}

/** Units by their ids. */
export const findUnits = async (db: Read, ids: string[]): Promise<Unit[]> =>
  ids.length === 0 ? [] : db.q.select().from(db.t.unit).where(inArray(db.t.unit.id, ids))
/** Published numbers by their ids. */
export const findLines = async (db: Read, ids: string[]): Promise<Line[]> =>
  ids.length === 0 ? [] : db.q.select().from(db.t.line).where(inArray(db.t.line.id, ids))
/** Members of staff by their ids. */
export const findManyStaff = async (db: Read, ids: string[]): Promise<Staff[]> =>
  ids.length === 0 ? [] : db.q.select().from(db.t.staff).where(inArray(db.t.staff.id, ids))

/** Undefined when the code is taken. */
export const insertUnit = async (tx: Tx, row: Tx['t']['unit']['$inferInsert']): Promise<Unit | undefined> => {
  const [unit] = await tx.q.insert(tx.t.unit).values(row).onConflictDoNothing().returning()
  return unit
}

/** Undefined when the code or the number is taken. */
export const insertLine = async (tx: Tx, row: Tx['t']['line']['$inferInsert']): Promise<Line | undefined> => {
  const [line] = await tx.q.insert(tx.t.line).values(row).onConflictDoNothing().returning()
  return line
}

/** Undefined when the sign-in name is taken. */
export const insertStaff = async (tx: Tx, row: Tx['t']['staff']['$inferInsert']): Promise<Staff | undefined> => {
  const [staff] = await tx.q.insert(tx.t.staff).values(row).onConflictDoNothing().returning()
  return staff
}

/** Changes a member of staff; undefined when there is none. */
export const updateStaff = async (
  tx: Tx,
  id: string,
  change: Partial<Pick<Staff, 'name' | 'roles' | 'unitId' | 'formerPosts' | 'extension' | 'locale' | 'active'>>,
) => {
  const [staff] = await tx.q.update(tx.t.staff).set(change).where(eq(tx.t.staff.id, id)).returning()
  return staff
}
