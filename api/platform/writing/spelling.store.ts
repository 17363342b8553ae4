import { eq } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

/** The row of the counters that says which spelling some stored texts have. */
const counterOf = (texts: string) => `spelling:${texts}`

/** The spelling that these texts are known to have; 0 before any was. */
export const knownSpelling = async (db: Read, texts: string): Promise<number> => {
  const { counter } = db.t
  const [row] = await db.q
    .select({ value: counter.value })
    .from(counter)
    .where(eq(counter.name, counterOf(texts)))
  return row?.value ?? 0
}

/** Notes that all of them have this spelling. */
export const noteSpelling = async (tx: Tx, texts: string, value: number): Promise<void> => {
  await tx.q
    .insert(tx.t.counter)
    .values({ name: counterOf(texts), value })
    .onConflictDoUpdate({ target: tx.t.counter.name, set: { value } })
    .returning()
}
