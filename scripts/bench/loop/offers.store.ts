import { desc, eq } from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'

/** How long the newest call of a number was queued before it was offered, ms; null: it is not yet. */
export const offerOf = async ({ q, t: { call, citizen } }: Read, phone: string) => {
  const [row] = await q
    .select({ queuedAt: call.queuedAt, offeredAt: call.offeredAt })
    .from(call)
    .innerJoin(citizen, eq(citizen.id, call.citizenId))
    .where(eq(citizen.phone, phone))
    .orderBy(desc(call.startedAt))
    .limit(1)
  return row?.queuedAt && row.offeredAt ? row.offeredAt.getTime() - row.queuedAt.getTime() : null
}
