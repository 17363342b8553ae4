import { and, eq, exists, gte, inArray, lt, ne, or } from 'drizzle-orm'
import { touchTickets } from '../search/index-tickets.ts'
import type { Read, Tx } from '../../db/db.ts'
import { notAccused } from '../../db/ticket-scope.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { beyond, inOrder, type After } from '../../db/keyset.ts'
import { deleteOldest, type Sweep } from '../../db/sweep.ts'

/** A row of the audit: who did what to what, when, and what it was before and after. */
export type AuditRow = Read['t']['audit']['$inferSelect']

/** Which rows are asked for; what is left out does not matter. `after`: the last row of the page before. */
export interface AuditFilter {
  entity?: string | undefined
  entityId?: string | undefined
  actorId?: string | undefined
  action?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  after: After | null
}

/** Whether a record is about no ticket, or about one that accuses no unit of the reader's. */
const aboutNoAccusing = (db: Read, actor: Actor) => {
  const { audit, ticket } = db.t
  const harmless = notAccused(db, actor)
  if (harmless === undefined) return undefined
  const known = db.q
    .select({ id: ticket.id })
    .from(ticket)
    .where(and(eq(ticket.id, audit.entityId), harmless))
  return or(ne(audit.entity, 'ticket'), exists(known))
}

/** Newest first, from after a row. */
export const selectAudit = (db: Read, actor: Actor, filter: AuditFilter, limit: number): Promise<AuditRow[]> => {
  const { audit } = db.t
  const { entity, entityId, actorId, action, from, to, after } = filter
  return db.q
    .select()
    .from(audit)
    .where(
      and(
        entity === undefined ? undefined : eq(audit.entity, entity),
        entityId === undefined ? undefined : eq(audit.entityId, entityId),
        actorId === undefined ? undefined : eq(audit.actorId, actorId),
        action === undefined ? undefined : eq(audit.action, action),
        from === undefined ? undefined : gte(audit.at, from),
        to === undefined ? undefined : lt(audit.at, to),
        aboutNoAccusing(db, actor),
        beyond(audit.at, audit.id, 'descending', after),
      ),
    )
    .orderBy(...inOrder(audit.at, audit.id, 'descending'))
    .limit(limit)
    .execute()
}

/** Forgets the oldest rows of the audit, which are never changed before. */
export const sweepAudit: Sweep = (tx, asked) => {
  const { audit } = tx.t
  return deleteOldest(tx, asked, { table: audit, key: audit.id, at: audit.at })
}

/** Deletes the timelines of tickets whose words go. */
export const removeTimelines = async (tx: Tx, ticketIds: readonly string[]) => {
  touchTickets(tx, ticketIds)
  const { timelineEntry } = tx.t
  await tx.q
    .delete(timelineEntry)
    .where(inArray(timelineEntry.ticketId, [...ticketIds]))
    .returning({ id: timelineEntry.id })
}
