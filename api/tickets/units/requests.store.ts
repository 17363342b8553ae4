import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/db.ts'
import { preparedQuery } from '../../../db/dialect/prepared/prepared-query.ts'

export type ReturnRequest = Tx['t']['returnRequest']['$inferSelect']
export type Extension = Tx['t']['extension']['$inferSelect']

export const insertReturn = async (tx: Tx, row: Tx['t']['returnRequest']['$inferInsert']) => {
  await tx.q.insert(tx.t.returnRequest).values(row)
}

export const insertExtension = async (tx: Tx, row: Tx['t']['extension']['$inferInsert']) => {
  await tx.q.insert(tx.t.extension).values(row)
}

/** Decides the open return of a ticket; undefined when there is none. */
export const decideReturn = async (
  tx: Tx,
  ticketId: string,
  decision: { state: 'upheld' | 'rejected'; at: Date; by: string; note: string | null },
): Promise<ReturnRequest | undefined> => {
  const { returnRequest } = tx.t
  const [row] = await tx.q
    .update(returnRequest)
    .set({ state: decision.state, decidedAt: decision.at, decidedBy: decision.by, note: decision.note })
    .where(and(eq(returnRequest.ticketId, ticketId), eq(returnRequest.state, 'pending')))
    .returning()
  return row
}

/** The open request for more time. */
export const pendingExtension = async (tx: Tx, ticketId: string): Promise<Extension | undefined> => {
  const { extension } = tx.t
  const [row] = await tx.q
    .select()
    .from(extension)
    .where(and(eq(extension.ticketId, ticketId), eq(extension.state, 'pending')))
  return row
}

export const decideExtension = async (
  tx: Tx,
  id: string,
  decision: {
    state: 'approved' | 'refused'
    at: Date
    by: string
    note: string | null
    oldDueAt?: Date
    newDueAt: Date | null
  },
) => {
  const { extension } = tx.t
  await tx.q
    .update(extension)
    .set({
      state: decision.state,
      decidedAt: decision.at,
      decidedBy: decision.by,
      note: decision.note,
      newDueAt: decision.newDueAt,
      ...(decision.oldDueAt ? { oldDueAt: decision.oldDueAt } : {}),
    })
    .where(eq(extension.id, id))
    .returning({ id: extension.id })
}

const cancelIn = (kind: 'returnRequest' | 'extension') =>
  preparedQuery((tx: Tx, { ticketId, at, by }: { ticketId: string; at: Date; by: string }) => {
    const table = tx.t[kind]
    return tx.q
      .update(table)
      .set({ state: 'cancelled', decidedAt: at, decidedBy: by })
      .where(and(eq(table.ticketId, ticketId), eq(table.state, 'pending')))
      .returning({ id: table.id })
  })
const cancelReturns = cancelIn('returnRequest')
const cancelExtensions = cancelIn('extension')

/** Requests that a later act made pointless: answered, taken away, withdrawn. */
export const cancelRequests = async (tx: Tx, ticketId: string, at: Date, by: string) => {
  await cancelReturns(tx, { ticketId, at, by })
  await cancelExtensions(tx, { ticketId, at, by })
}

/** Notes how often those who decide a request for more time were reminded of it. */
export const noteExtensionReminded = async (tx: Tx, id: string, reminded: number) => {
  const { extension } = tx.t
  await tx.q.update(extension).set({ reminded }).where(eq(extension.id, id)).returning({ id: extension.id })
}
