import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/db.ts'

/**
 * The next value of a named counter, from 0 on, without gaps: the row is locked until the transaction ends,
 * so a number that is given is used, or given again.
 */
export const nextCount = async (tx: Tx, name: string): Promise<number> => {
  const { counter } = tx.t
  const step = () =>
    tx.q
      .update(counter)
      .set({ value: sql`${counter.value} + 1` })
      .where(eq(counter.name, name))
      .returning({ value: counter.value })
  const [row] = await step()
  if (row) return row.value
  await tx.q.insert(counter).values({ name, value: -1 }).onConflictDoNothing().returning()
  const [first] = await step()
  if (!first) throw new Error('the counter row was just made')
  return first.value
}
