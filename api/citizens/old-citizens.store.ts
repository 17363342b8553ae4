import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Read, Tx } from '../../db/db.ts'
import { beyond, inOrder } from '../../db/keyset.ts'
import { nextAfter, type SweepAsked } from '../../db/sweep.ts'
import { renameInIndex } from '../search/rename-in-index.ts'
import { withheldPhone } from '../platform/phone.rules.ts'

/** Citizens who had nothing to do with the hotline since a moment, and still have their number, the oldest first. */
export const findOldCitizens = async (db: Read | Tx, { before, after, limit }: SweepAsked) => {
  const { citizen } = db.t
  const rows = await db.q
    .select({ id: citizen.id, at: citizen.updatedAt })
    .from(citizen)
    .where(
      and(
        isNull(citizen.erasedAt),
        lt(citizen.updatedAt, before),
        beyond(citizen.updatedAt, citizen.id, 'ascending', after),
      ),
    )
    .orderBy(...inOrder(citizen.updatedAt, citizen.id, 'ascending'))
    .limit(limit)
  return { rows, next: nextAfter(rows, limit) }
}

/**
 * Number, name and note go: what is left is as one who withheld the number, whom nobody can ring or text. False when the citizen turned to
 * the hotline meanwhile. Whoever calls from that number again is a citizen anew.
 */
export const eraseCitizen = async (tx: Tx, id: string, before: Date, now: Date): Promise<boolean> => {
  const { citizen } = tx.t
  const rows = await tx.q
    .update(citizen)
    .set({ phone: withheldPhone(id), name: null, note: null, erasedAt: now })
    .where(and(eq(citizen.id, id), isNull(citizen.erasedAt), lt(citizen.updatedAt, before)))
    .returning({ id: citizen.id })
  await renameInIndex(
    tx,
    rows.map((row) => row.id),
  )
  return rows.length > 0
}
