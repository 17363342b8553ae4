import type { StaffActor } from '../../vocabulary/actor.ts'
import { isHotline } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import type { Deps } from '../../platform/deps.ts'
import { openPage } from '../../platform/page.ts'
import { activeWithin } from '../units/assignments.store.ts'
import { masksFor } from '../privacy/masked-words.ts'
import { searchTickets, type SearchPage } from './search-tickets.ts'
import { countOpen, type ListAsked } from './list-ranges.store.ts'
import { listTickets, numberCondition, type ListRow } from './ticket-list.store.ts'
import { views, type Sort, type View } from '../../vocabulary/ticket-list.ts'
import { viewStates, type TicketQuery } from './ticket-list.query.ts'
import type { TicketCountsDto, TicketPage } from '../ticket.dto.ts'
import { checkUnit } from '../opening/matter.rules.ts'
import { listItem, partClockBrief, type ViewDeps } from './ticket.view.ts'

export interface ReadDeps extends ViewDeps, Pick<Deps, 'db' | 'clock'> {}

const keyOf: Record<Sort, (row: ListRow) => Date> = {
  clock: (row) => row.dueSort,
  updated: (row) => row.updatedAt,
  created: (row) => row.createdAt,
}

/** The unit whose tickets are meant: the one asked for; on a unit's own desk the reader's, but only what it leads. */
const pathOf = (deps: ReadDeps, actor: StaffActor, query: Pick<TicketQuery, 'unit' | 'view'>): string | null => {
  if (query.unit) return checkUnit(deps.directory, query.unit).path
  return query.view === 'unit' && !isHotline(actor) ? actor.unitPath : null
}

/** More matters than these are not looked up one by one: so many are a large part of all tickets. */
const mostMatters = 60

/** A matter with all under it, also what no longer holds; null where they are too many, or none is known. */
const matterCodes = ({ catalogue }: ReadDeps, code: string): string[] | null => {
  const codes = catalogue.codesUnder(code)
  return codes.length === 0 || codes.length > mostMatters ? null : codes
}

/** A page of tickets within the reader's scope, two queries at most, and two more for a unit: its own parts in them, and whose names are not for it. Needs `ticket.read`. */
export const listPage =
  (deps: ReadDeps) =>
  async (actor: StaffActor, query: TicketQuery): Promise<TicketPage> => {
    demand(actor, 'ticket.read')
    const { cursor, size, sort, ...filter } = query
    const now = deps.clock.now()
    const asked = openPage('tickets', { ...filter, sort }, { cursor, size })
    const listed: ListAsked = {
      filter,
      unitPath: pathOf(deps, actor, query),
      matterCodes: query.matter ? matterCodes(deps, query.matter) : null,
      sort,
      after: asked.after,
      size,
      now,
    }
    const searched = filter.q && numberCondition(deps.db.lists, actor, filter.q) === null ? filter.q : null
    const found = searched === null ? null : await searchTickets(deps.db.lists, actor, listed, searched)
    const rows: readonly { key: number; ticket: ListRow; found: SearchPage['rows'][number]['found'] }[] =
      found === null
        ? (await listTickets(deps.db.lists, actor, listed)).map((ticket) => ({ key: 0, ticket, found: null }))
        : found.rows
    const page = asked.cut(rows, ({ key, ticket }) => ({
      at: found !== null && sort === 'created' ? new Date(key) : keyOf[sort](ticket),
      id: ticket.id,
    }))
    const tickets = page.items.map(({ ticket }) => ticket)
    const parts = isHotline(actor) ? undefined : await activeWithin(deps.db, tickets, actor.unitPath)
    const words = await masksFor(deps.db, actor, tickets)
    const items = page.items.map(({ ticket, found: part }) => ({
      ...words.of(ticket)(
        listItem(deps, ticket, now, partClockBrief(ticket, parts?.get(ticket.id) ?? [], actor, now, deps.counting)),
      ),
      found: part,
    }))
    // where looking further took too long, the next page goes on from there
    const further = found?.reached == null ? null : asked.cursorOf({ at: new Date(found.reached), id: 'further' })
    return {
      items,
      next: page.next ?? further,
      ...(found && { search: { bounded: found.bounded, building: found.building } }),
    }
  }

/** Counts stop here: a badge says 999+. */
export const countBound = 1_000

const counted = views.filter((view) => view !== 'all' && view !== 'closed')

/** What of a state's tickets a view shows: all of them unless said. On a unit's own desk only what it leads. */
const measures: Partial<Record<View, 'led' | 'danger' | 'supervised' | 'overdue' | 'dueSoon'>> = {
  unit: 'led',
  danger: 'danger',
  supervised: 'supervised',
  overdue: 'overdue',
  dueSoon: 'dueSoon',
}

/** The numbers beside the saved views. Needs `ticket.read`. */
export const listCounts =
  (deps: ReadDeps) =>
  async (actor: StaffActor): Promise<TicketCountsDto> => {
    demand(actor, 'ticket.read')
    const rows = await countOpen(deps.db.lists, actor, deps.clock.now())
    const numberOf = (view: View) =>
      rows
        .filter(({ state }) => viewStates[view]?.includes(state))
        .reduce((sum, row) => sum + row[measures[view] ?? 'any'], 0)
    return {
      bound: countBound,
      counts: Object.fromEntries(counted.map((view) => [view, Math.min(countBound, numberOf(view))])),
    }
  }
