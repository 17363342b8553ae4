import { maskPhone } from '../platform/phone.rules.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { selectBelongings, selectCitizens, selectTicketNumbers, selectTitles } from './audit-names.store.ts'
import type { AuditRow } from './audit.store.ts'
import { may } from '../vocabulary/permissions.ts'

/** What an id stands for, as its reader may know it. */
export interface AuditName {
  id: string
  kind: 'ticket' | 'citizen' | 'staff' | 'unit' | 'line' | 'matter' | 'article'
  /** A ticket's number, a citizen's name and masked number (empty where both are withheld), the name of anything else. */
  name: string
  nameEn: string | null
}
/** A row with the names of what its ids mean. */
export interface NamedAudit extends AuditRow {
  /** What the record is about: its thing by name, else the ticket or the citizen that the thing belongs to. Null where neither may be known. */
  about: AuditName | null
  /** The other ids that stand in `before` and `after`. */
  names: AuditName[]
}

const idShape = /^[a-z]{3}_[0-9a-z]{20}$/
const idsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? idShape.test(value)
      ? [value]
      : []
    : Array.isArray(value)
      ? value.flatMap((one) => idsIn(one))
      : []
/** The ids that stand in the fields of a change. */
const idsOf = (row: AuditRow): string[] =>
  [row.before, row.after].flatMap((side) => Object.values(side ?? {}).flatMap(idsIn))

interface Named {
  name: string
}
/** What puts names to ids: the database, and the directory by id. */
export interface NameDeps extends Pick<Deps, 'db'> {
  directory: {
    staffById(id: string): Named | undefined
    unitById(id: string): (Named & { nameEn: string }) | undefined
    lineById(id: string): (Named & { nameEn: string }) | undefined
  }
}

/**
 * Puts names to the ids of records: tickets within the reader's scope, citizens masked and only for those who may read them. A page
 * costs a fixed number of queries, whatever it holds.
 */
export const nameAudit =
  (deps: NameDeps) =>
  async (actor: Actor, rows: readonly AuditRow[]): Promise<NamedAudit[]> => {
    const ids = [...new Set(rows.flatMap((row) => [row.entityId, ...idsOf(row)]))]
    const belongings = await selectBelongings(deps.db, ids)
    const meant = [...ids, ...[...belongings.values()].flatMap(({ ticketId, citizenId }) => [ticketId, citizenId])]
    const of = (prefix: string) => [...new Set(meant.flatMap((id) => (id?.startsWith(`${prefix}_`) ? [id] : [])))]
    const [tickets, citizens, { matters, articles }] = await Promise.all([
      selectTicketNumbers(deps.db, actor, of('tkt')),
      may(actor, 'citizen.read') ? selectCitizens(deps.db, of('ctz')) : [],
      selectTitles(deps.db, ids),
    ])
    const found: AuditName[] = [
      ...tickets.map(({ id, number }) => ({ id, kind: 'ticket' as const, name: number, nameEn: null })),
      ...citizens.map(({ id, name, phone }) => ({
        id,
        kind: 'citizen' as const,
        name: [name, maskPhone(phone)].filter(Boolean).join(' '),
        nameEn: null,
      })),
      ...matters.map((matter) => ({ ...matter, kind: 'matter' as const })),
      ...articles.map((article) => ({ ...article, kind: 'article' as const, nameEn: null })),
    ]
    const byId = new Map(found.map((one) => [one.id, one]))
    const nameOf = (id: string | null | undefined): AuditName | undefined => {
      if (!id) return undefined
      const staff = deps.directory.staffById(id)
      if (staff) return { id, kind: 'staff', name: staff.name, nameEn: null }
      const unit = deps.directory.unitById(id)
      if (unit) return { id, kind: 'unit', name: unit.name, nameEn: unit.nameEn }
      const line = deps.directory.lineById(id)
      if (line) return { id, kind: 'line', name: line.name, nameEn: line.nameEn }
      return byId.get(id)
    }
    /** The thing itself, or what it belongs to. */
    const meaningOf = (id: string) => {
      const own = belongings.get(id)
      return nameOf(id) ?? nameOf(own?.ticketId) ?? nameOf(own?.citizenId)
    }
    return rows.map((row) => ({
      ...row,
      about: meaningOf(row.entityId) ?? null,
      names: [...new Set(idsOf(row))].flatMap((id) => {
        const name = meaningOf(id)
        return name ? [{ ...name, id }] : []
      }),
    }))
  }
