import { and, desc, eq } from 'drizzle-orm'
import type { Read, Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'

type OptOut = Read['t']['optOut']['$inferInsert']

const newestWord = preparedQuery((db: Read | Tx, { phone }: { phone: string }) => {
  const { optOut } = db.t
  return db.q
    .select({ state: optOut.state, at: optOut.at })
    .from(optOut)
    .where(and(eq(optOut.phone, phone), eq(optOut.channel, 'sms')))
    .orderBy(desc(optOut.at), desc(optOut.id))
    .limit(1)
})

/** The newest word of a number about texts; null where it never had one. */
export const newestWordOf = async (db: Read | Tx, phone: string) => (await newestWord(db, { phone }))[0] ?? null

/** Whether the newest word of a number about texts is to stop them. */
export const hasOptedOut = async (db: Read | Tx, phone: string): Promise<boolean> =>
  (await newestWordOf(db, phone))?.state === 'stopped'

/** Adds to the ledger; rows are never changed. */
export const insertOptOut = async (tx: Tx, row: Omit<OptOut, 'channel'>) => {
  await tx.q.insert(tx.t.optOut).values({ ...row, channel: 'sms' })
}
