import { asc, count, eq, min } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'

/** The row that a proof of a commit writes. */
const proofKey = 'health.commit'

/** Writes the moment down: the least that needs a commit. */
export const writeProof = async (tx: Tx, at: Date): Promise<void> => {
  const { setting } = tx.t
  const row = { key: proofKey, value: at.toISOString(), updatedAt: at, updatedBy: 'health' }
  const { key: _key, ...change } = row
  await tx.q.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: change })
}

/** Whether the database can be read. */
export const canRead = async (db: Read): Promise<boolean> => {
  try {
    await db.q.select({ key: db.t.setting.key }).from(db.t.setting).where(eq(db.t.setting.key, proofKey))
    return true
  } catch {
    return false
  }
}

/** Of each topic that waits: how many effects, and since when the first is due. */
export const waitingEffects = (db: Read) => {
  const { outbox } = db.t
  return db.q
    .select({ topic: outbox.topic, count: count(), due: min(outbox.runAt) })
    .from(outbox)
    .where(eq(outbox.state, 'pending'))
    .groupBy(outbox.topic)
    .orderBy(asc(outbox.topic))
}

/** How many effects are held after a restore. */
export const heldEffects = (db: Read): Promise<number> => db.q.$count(db.t.outbox, eq(db.t.outbox.state, 'held'))
