import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'

const step = preparedQuery((tx: Tx, { name }: { name: string }) =>
  tx.q
    .update(tx.t.counter)
    .set({ value: sql`${tx.t.counter.value} + 1` })
    .where(eq(tx.t.counter.name, name))
    .returning({ value: tx.t.counter.value }),
)

/**
 * The next value of a named counter, from 0 on, without gaps: the row is locked until the transaction ends,
 * so a number that is given is used, or given again.
 */
export const nextCount = async (tx: Tx, name: string): Promise<number> => {
  const [row] = await step(tx, { name })
  if (row) return row.value
  await tx.q.insert(tx.t.counter).values({ name, value: -1 }).onConflictDoNothing().returning()
  const [first] = await step(tx, { name })
  if (!first) throw new Error('the counter row was just made')
  return first.value
}
