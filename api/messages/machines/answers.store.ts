import { and, count, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'

/** Of what the program writes by itself, that which a text caused. */
const answering = ['reply', 'receipt', 'emergency', 'followUp'] as const

const answersSince = preparedQuery((tx: Tx, { citizenId, since }: { citizenId: string; since: Date }) => {
  const { message } = tx.t
  return tx.q
    .select({ rows: count() })
    .from(message)
    .where(
      and(
        eq(message.citizenId, citizenId),
        gt(message.createdAt, sql.param(since, message.createdAt)),
        eq(message.direction, 'out'),
        inArray(message.purpose, [...answering]),
      ),
    )
})

/** How many texts the program wrote to a citizen in answer since a moment: every server counts the same rows. */
export const countAnswers = async (tx: Tx, citizenId: string, since: Date): Promise<number> =>
  (await answersSince(tx, { citizenId, since }))[0]?.rows ?? 0

/** Texts of ours that somebody may quote. */
const mostQuoted = 20

const newest = preparedQuery((db: Read | Tx, { citizenId }: { citizenId: string }) => {
  const { message } = db.t
  return db.q
    .select({ body: message.body })
    .from(message)
    .where(and(eq(message.citizenId, citizenId), eq(message.direction, 'out')))
    .orderBy(desc(message.createdAt), desc(message.id))
    .limit(mostQuoted)
})

/** The newest texts that went to a citizen. */
export const newestToCitizen = async (db: Read | Tx, citizenId: string): Promise<string[]> =>
  (await newest(db, { citizenId })).map(({ body }) => body)
