import {
  and,
  count,
  eq,
  exists,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  not,
  or,
  sql,
  type AnyColumn,
  type SQL,
} from 'drizzle-orm'
import type { Read } from '../../../db/db.ts'
import { beyond, inOrder, type After } from '../../../db/keyset.ts'
import { sortColumns } from '../../../db/schema/list-indexes.ts'
import { heldBy, holderOf, notAccused } from '../../../db/ticket-scope.ts'
import { isScoped, type Actor } from '../../vocabulary/actor.ts'
import { isOpen, ticketStates, type TicketState } from '../../vocabulary/ticket.ts'
import type { Sort } from '../../vocabulary/ticket-list.ts'
import { firstOfAll } from '../tickets.store.ts'
import { soonHours, viewStates, type TicketFilter } from './ticket-list.query.ts'

/** The columns that lists go by. */
type ListColumn =
  | 'id'
  | 'state'
  | 'closedAt'
  | 'dueSort'
  | 'updatedAt'
  | 'createdAt'
  | 'kind'
  | 'urgency'
  | 'channel'
  | 'matterCode'
  | 'danger'
  | 'supervised'
  | 'respondentUnitId'
type Listed = Record<ListColumn, AnyColumn>

/** What a list asks for, whoever reads it. */
interface RangesAsked {
  filter: TicketFilter
  /** `filter.matter` and all under it; null: none is asked for, or they are too many to be looked up one by one. */
  matterCodes: readonly string[] | null
  now: Date
}

const hour = 3_600_000
const ended = ticketStates.filter((state) => !isOpen(state))

/** The states that a list may show, those under way apart from those that have ended. What has ended is never due. */
const statesOf = ({ view, state, due }: TicketFilter) => {
  const within = viewStates[view] ?? ticketStates
  const asked = state && state.length > 0 ? within.filter((one) => state.includes(one)) : [...within]
  return { open: asked.filter(isOpen), ended: due ? [] : asked.filter((one) => !isOpen(one)) }
}

/** A matter and everything under it, as a plain range: '/' follows '.' in byte order. */
const underMatter = (column: AnyColumn, code: string): SQL | undefined =>
  or(eq(column, code), and(gte(column, `${code}.`), lt(column, `${code}/`)))

const anyOf = (column: AnyColumn, words: readonly string[] | undefined): SQL | undefined =>
  words && words.length > 0 ? inArray(column, [...words]) : undefined

/** From a moment on and before another; null: whenever. */
const between = (column: AnyColumn, from: Date | null, to: Date | null): SQL | undefined =>
  and(from === null ? undefined : gte(column, from), to === null ? undefined : lt(column, to))

/** The same rows, in words that lead SQLite to no index: they are walked through in the order of the list. */
const walked = (column: AnyColumn, from: Date | null, to: Date | null): SQL | undefined =>
  and(from === null ? undefined : not(lt(column, from)), to === null ? undefined : not(gte(column, to)))

/** All that a view and its filters ask for beside states; words and places are not among them. */
const filtered = (of: Listed, { filter, now }: RangesAsked, sort: Sort): SQL | undefined => {
  const { view, kind, urgency, channel, matter, due } = filter
  const soon = new Date(now.getTime() + soonHours * hour)
  const [from, to] = [filter.from, filter.to].map((moment) => (moment ? new Date(moment) : null))
  const dueIn = sort === 'clock' ? between : walked
  // a period that ends is small enough to be put in order, one that goes on is not
  const openedIn = sort === 'created' || (from && to) ? between : walked
  return and(
    view === 'danger' ? isNotNull(of.danger) : undefined,
    view === 'supervised' ? eq(of.supervised, true) : undefined,
    view === 'overdue' ? dueIn(of.dueSort, null, now) : undefined,
    view === 'dueSoon' ? dueIn(of.dueSort, now, soon) : undefined,
    due === 'overdue' ? and(ne(of.dueSort, firstOfAll), dueIn(of.dueSort, null, now)) : undefined,
    due === 'soon' ? dueIn(of.dueSort, now, soon) : undefined,
    anyOf(of.kind, kind),
    anyOf(of.urgency, urgency),
    anyOf(of.channel, channel),
    matter ? underMatter(of.matterCode, matter) : undefined,
    openedIn(of.createdAt, from ?? null, to ?? null),
    // what was opened since a moment was not changed before it either
    from && sort === 'updated' ? gte(of.updatedAt, from) : undefined,
  )
}

/** By which filter what has ended is looked up: the one that leaves least, as far as that is known beforehand. Null: by its state. */
const leadOf = (of: Listed, { filter, matterCodes }: RangesAsked, states: readonly TicketState[]): SQL[] | null => {
  if (!states.includes('closed')) return null
  const { kind = [], urgency = [], channel = [] } = filter
  const each = (column: AnyColumn, words: readonly string[]) => words.map((word) => eq(column, word))
  if (matterCodes !== null) return each(of.matterCode, matterCodes)
  const rare = urgency.length > 0 && !urgency.includes('normal')
  if (rare) return each(of.urgency, urgency)
  if (kind.length > 0) return each(of.kind, kind)
  if (channel.length > 0) return each(of.channel, channel)
  return urgency.length > 0 ? each(of.urgency, urgency) : null
}

const every = (states: readonly TicketState[], of: readonly TicketState[]) => states.length === of.length

/** Of all tickets: the ranges of indexes that a list is put together from, each in the order of the list. */
const ticketRanges = (of: Listed, asked: RangesAsked): (SQL | undefined)[] => {
  const states = statesOf(asked.filter)
  const lead = leadOf(of, asked, states.ended)
  const whole = lead === null && !asked.filter.to && every([...states.open, ...states.ended], ticketStates)
  if (whole) return [undefined]
  const among = every(states.ended, ended) ? undefined : inArray(of.state, states.ended)
  return [
    ...states.open.map((state) => and(isNull(of.closedAt), eq(of.state, state))),
    ...(lead === null
      ? states.ended.map((state) => and(isNotNull(of.closedAt), eq(of.state, state)))
      : lead.map((found) => and(isNotNull(of.closedAt), found, among))),
  ]
}

/** Whose tickets a list is of: what a unit holds, by its name. */
interface Holder {
  unitId: string
  /** Only what it leads. */
  led: boolean
}

/** Of what a unit holds. What has ended is led by nobody. */
const holdingRanges = (db: Read, of: Listed, { unitId, led }: Holder, asked: RangesAsked): (SQL | undefined)[] => {
  const { holding } = db.t
  const states = statesOf(asked.filter)
  const own = and(eq(holding.unitId, unitId), led ? eq(holding.led, true) : undefined)
  const among = every(states.ended, ended) ? undefined : inArray(of.state, states.ended)
  return [
    ...states.open.map((state) => and(own, isNull(of.closedAt), eq(of.state, state))),
    ...(led || states.ended.length === 0 ? [] : [and(own, isNotNull(of.closedAt), among)]),
  ]
}

/** Where a place is asked for: of a ticket itself, or of the one that is held. */
const atPlace = (db: Read, holder: Holder | null, { district, street }: TicketFilter): SQL | undefined => {
  if (!district && !street) return undefined
  const { ticket, holding } = db.t
  const there = and(
    district ? eq(ticket.districtId, district) : undefined,
    street ? eq(ticket.streetId, street) : undefined,
  )
  if (holder === null) return there
  const found = db.q.select({ id: ticket.id }).from(ticket)
  return exists(found.where(and(eq(ticket.id, holding.ticketId), there)))
}

/**
 * Whose holdings a list is read from, and what it must ask beside: the unit that is asked for, else that of the reader. Null: all tickets, as
 * for the root, whose people may read them all.
 */
const sourceOf = (db: Read, actor: Actor, unitPath: string | null) => {
  const own = actor.kind === 'staff' && isScoped(actor) ? actor.unitPath : null
  const path = unitPath ?? own
  const unitId = path === null ? null : holderOf(path)
  const holder = unitId === null ? null : { unitId, led: unitPath !== null }
  const id = holder === null ? db.t.ticket.id : db.t.holding.ticketId
  return {
    holder,
    beside: and(
      unitPath !== null && holder === null ? heldBy(db, unitPath, true) : undefined,
      own !== null && (holder === null || !path?.startsWith(own)) ? heldBy(db, own, false, id) : undefined,
    ),
  }
}

/** A page of a list, as it is asked of its ranges. */
export interface ListAsked extends RangesAsked {
  /** Whose lead unit is this one or below it. */
  unitPath: string | null
  sort: Sort
  after: After | null
  size: number
}

/** Whose list it is, and all that is asked of every row of it. */
const listed = (db: Read, actor: Actor, asked: ListAsked) => {
  const { holder, beside } = sourceOf(db, actor, asked.unitPath)
  const of: Listed = holder === null ? db.t.ticket : { ...getTableColumns(db.t.holding), id: db.t.holding.ticketId }
  return {
    of,
    table: holder === null ? db.t.ticket : db.t.holding,
    ranges: holder === null ? ticketRanges(of, asked) : holdingRanges(db, of, holder, asked),
    all: and(filtered(of, asked, asked.sort), atPlace(db, holder, asked.filter), notAccused(db, actor, of), beside),
  }
}

/** By limit the soonest first, by change or opening the newest. */
export const directionOf = (sort: Sort) => (sort === 'clock' ? 'ascending' : 'descending')

/** The ids of a page and of one row more, as a list of SQL: each range read in order up to the page's size, then put together. */
export const pageIds = (db: Read, actor: Actor, asked: ListAsked): SQL => {
  const { sort, after, size } = asked
  const { of, table, ranges, all } = listed(db, actor, asked)
  const key = of[sortColumns[sort]]
  const direction = directionOf(sort)
  const common = and(all, beyond(key, of.id, direction, after))
  const parts = ranges.map((range, index) => {
    const rows = db.q
      .select({ id: sql`${of.id}`.as('id'), at: sql`${key}`.as('at') })
      .from(table)
      .where(and(range, common))
      .orderBy(...inOrder(key, of.id, direction))
      .limit(size + 1)
    return sql`select id, at from (${rows}) as ${sql.identifier(`range_${index}`)}`
  })
  if (parts.length === 0) return sql`(null)`
  const order = sql.raw(direction === 'ascending' ? 'at, id' : 'at desc, id desc')
  return sql`(select id from (${sql.join(parts, sql` union all `)}) as ranges order by ${order} limit ${size + 1})`
}

/** What is under way of a reader's, counted by state in one walk of an index. */
export const countOpen = (db: Read, actor: Actor, now: Date) => {
  const { holder, beside } = sourceOf(db, actor, null)
  const { holding, ticket } = db.t
  const of: Listed = holder === null ? ticket : { ...getTableColumns(holding), id: holding.ticketId }
  const soon = new Date(now.getTime() + soonHours * hour)
  const countIf = (condition: SQL | undefined) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number)
  return db.q
    .select({
      state: sql<TicketState>`${of.state}`,
      any: count(),
      led: holder === null ? count() : countIf(eq(holding.led, true)),
      danger: countIf(isNotNull(of.danger)),
      supervised: countIf(eq(of.supervised, true)),
      overdue: countIf(between(of.dueSort, null, now)),
      dueSoon: countIf(between(of.dueSort, now, soon)),
    })
    .from(holder === null ? ticket : holding)
    .where(
      and(
        holder === null ? undefined : eq(holding.unitId, holder.unitId),
        isNull(of.closedAt),
        notAccused(db, actor, of),
        beside,
      ),
    )
    .groupBy(sql`${of.state}`)
    .execute()
}
