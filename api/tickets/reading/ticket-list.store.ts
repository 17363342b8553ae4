import {
  and,
  between,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import { beyond, inOrder } from '../../../db/keyset.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { may } from '../../vocabulary/permissions.ts'
import type { View } from '../../vocabulary/ticket-list.ts'
import { nearDegrees, type Spot } from './same-place.rules.ts'
import { directionOf, pageIds, type ListAsked } from './list-ranges.store.ts'
import { soonHours, viewStates, type TicketFilter } from './ticket-list.query.ts'
import { firstOfAll, type Ticket } from '../tickets.store.ts'
import { sortColumns } from '../../../db/schema/list-indexes.ts'
import { heldBy, listedFor } from '../../../db/ticket-scope.ts'
import { givenPhone } from '../../platform/phone.rules.ts'

const hour = 3_600_000

const viewCondition = (db: Read, view: View, now: Date): SQL | undefined => {
  const { ticket } = db.t
  const states = viewStates[view]
  const within = states === null ? undefined : inArray(ticket.state, [...states])
  if (view === 'danger') return and(within, isNotNull(ticket.danger))
  if (view === 'supervised') return and(within, eq(ticket.supervised, true))
  if (view === 'overdue') return and(within, lt(ticket.dueSort, now))
  if (view === 'dueSoon')
    return and(within, gte(ticket.dueSort, now), lt(ticket.dueSort, new Date(now.getTime() + soonHours * hour)))
  return within
}

/** A matter and everything under it, as a plain range: '/' follows '.' in byte order. */
const underMatter = (db: Read, code: string): SQL | undefined => {
  const { matterCode } = db.t.ticket
  return or(eq(matterCode, code), and(gte(matterCode, `${code}.`), lt(matterCode, `${code}/`)))
}

/** The tickets of whoever has a telephone number, however it is written; null where a search is none. */
const byPhone = (db: Read, text: string): SQL | null => {
  const { ticket, citizen } = db.t
  const phone = givenPhone(text)
  if (phone === null) return null
  return inArray(ticket.citizenId, db.q.select({ id: citizen.id }).from(citizen).where(eq(citizen.phone, phone)))
}

/**
 * Number first, then a whole telephone number (for those who may see citizens); twelve digits may be either. Null: what is looked for are words,
 * see `searchTickets`.
 */
export const numberCondition = (db: Read, actor: Actor, text: string): SQL | null => {
  const { ticket } = db.t
  const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  const ofCitizen = may(actor, 'citizen.read') ? byPhone(db, text) : null
  if (/^\d{12}$/.test(digits))
    return ofCitizen === null ? eq(ticket.number, digits) : sql`(${eq(ticket.number, digits)} or ${ofCitizen})`
  return ofCitizen
}

/** What a list is narrowed to; of a search its numbers only. */
export const conditions = (
  db: Read,
  actor: Actor,
  filter: TicketFilter,
  now: Date,
  unitPath: string | null,
): SQL | undefined => {
  const { ticket } = db.t
  const soon = new Date(now.getTime() + soonHours * hour)
  const due =
    filter.due === 'overdue'
      ? and(gt(ticket.dueSort, firstOfAll), lt(ticket.dueSort, now))
      : and(gte(ticket.dueSort, now), lt(ticket.dueSort, soon))
  return and(
    listedFor(db, actor),
    viewCondition(db, filter.view, now),
    filter.state && filter.state.length > 0 ? inArray(ticket.state, filter.state) : undefined,
    unitPath === null ? undefined : heldBy(db, unitPath, true),
    filter.district ? eq(ticket.districtId, filter.district) : undefined,
    filter.street ? eq(ticket.streetId, filter.street) : undefined,
    filter.matter ? underMatter(db, filter.matter) : undefined,
    filter.kind && filter.kind.length > 0 ? inArray(ticket.kind, filter.kind) : undefined,
    filter.urgency && filter.urgency.length > 0 ? inArray(ticket.urgency, filter.urgency) : undefined,
    filter.channel && filter.channel.length > 0 ? inArray(ticket.channel, filter.channel) : undefined,
    filter.due ? due : undefined,
    filter.q ? (numberCondition(db, actor, filter.q) ?? undefined) : undefined,
    filter.from ? gte(ticket.createdAt, new Date(filter.from)) : undefined,
    filter.to ? lt(ticket.createdAt, new Date(filter.to)) : undefined,
  )
}

/** What a row of a list shows, and what tells how: of a ticket, all but its words and what was proposed for it. */
const rowColumns = ({ ticket }: Read['t']) => {
  const {
    request: _r,
    proposal: _p,
    searchText: _s,
    unitSearchText: _u,
    outcome: _o,
    ...rest
  } = getTableColumns(ticket)
  return rest
}
export type ListRow = Omit<Ticket, 'request' | 'proposal' | 'searchText' | 'unitSearchText' | 'outcome'>

/** One page and one row more: by clock a danger that no unit has first, then the soonest, by creation or change the newest first. */
export const listTickets = (db: Read, actor: Actor, asked: ListAsked): Promise<ListRow[]> => {
  const { filter, unitPath, sort, after, size, now } = asked
  const { ticket } = db.t
  const key = ticket[sortColumns[sort]]
  const direction = directionOf(sort)
  // a number leads to its ticket or citizen, everything else to ranges of indexes
  const where = filter.q
    ? and(conditions(db, actor, filter, now, unitPath), beyond(key, ticket.id, direction, after))
    : inArray(ticket.id, pageIds(db, actor, asked))
  return db.q
    .select(rowColumns(db.t))
    .from(ticket)
    .where(where)
    .orderBy(...inOrder(key, ticket.id, direction))
    .limit(size + 1)
    .execute()
}

export interface AlikeAsked extends Spot {
  matterCode: string | null
  districtId: string | null
  citizenId: string | null
  exceptId: string | null
  since: Date
}

/** Near the point, or called the same; nothing where neither is known. The street's index goes before. */
const atSpot = (db: Read, { place, lat, lon }: Spot): SQL | undefined => {
  const { ticket } = db.t
  const near =
    lat === null || lon === null
      ? undefined
      : and(
          between(ticket.lat, lat - nearDegrees, lat + nearDegrees),
          between(ticket.lon, lon - 2 * nearDegrees, lon + 2 * nearDegrees),
        )
  const named = place === null ? undefined : eq(ticket.place, place)
  return or(near, named) ?? sql`false`
}

/**
 * Candidates for look-alikes: the same citizen's, the same matter at the same street or district, and whatever is at the same place of the
 * street; newest first, bounded.
 */
export const likelyAlike = (db: Read, actor: Actor, asked: AlikeAsked, most = 60): Promise<Ticket[]> => {
  const { ticket } = db.t
  const place = asked.streetId
    ? eq(ticket.streetId, asked.streetId)
    : asked.districtId
      ? eq(ticket.districtId, asked.districtId)
      : undefined
  const sameMatter =
    asked.matterCode === null || place === undefined ? undefined : and(eq(ticket.matterCode, asked.matterCode), place)
  const samePerson = asked.citizenId === null ? undefined : eq(ticket.citizenId, asked.citizenId)
  const samePlace = asked.streetId === null ? undefined : and(eq(ticket.streetId, asked.streetId), atSpot(db, asked))
  if (!sameMatter && !samePerson && !samePlace) return Promise.resolve([])
  return db.q
    .select()
    .from(ticket)
    .where(and(listedFor(db, actor), or(sameMatter, samePerson, samePlace), gte(ticket.createdAt, asked.since)))
    .orderBy(desc(ticket.createdAt), desc(ticket.id))
    .limit(most)
    .execute()
}
