import { openPage, type Page } from '../platform/page.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { selectTicketId } from './audit-names.store.ts'
import { selectAudit, type AuditFilter } from './audit.store.ts'
import { nameAudit, type NameDeps, type NamedAudit } from './name-audit.ts'
import { demand } from '../platform/demand.ts'

/** A page of the audit, as asked for. */
export interface ListAudit extends Omit<AuditFilter, 'after'> {
  cursor?: string | undefined
  size: number
}

const ticketNumber = /^\d{12}$/

/**
 * What was done, newest first, in keyset pages, with names for ids. `entityId` may also be the number of a ticket. Throws
 * `auth.forbidden`.
 */
export const listAudit =
  (deps: NameDeps) =>
  async (actor: Actor, { cursor, size, ...asked }: ListAudit): Promise<Page<NamedAudit>> => {
    demand(actor, 'audit.read')
    const { entityId } = asked
    const filter =
      entityId !== undefined && ticketNumber.test(entityId)
        ? { ...asked, entityId: (await selectTicketId(deps.db, actor, entityId)) ?? entityId }
        : asked
    const page = openPage('audit', asked, { cursor, size })
    const rows = await selectAudit(deps.db.lists, actor, { ...filter, after: page.after }, size + 1)
    const { items, next } = page.cut(rows, ({ at, id }) => ({ at, id }))
    return { items: await nameAudit(deps)(actor, items), next }
  }
