import type { StaffActor } from '../../vocabulary/actor.ts'
import { isHotline } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import type { Deps } from '../../platform/deps.ts'
import { openPage } from '../../platform/page.ts'
import { activeWithin } from '../units/assignments.store.ts'
import { masksFor } from '../privacy/masked-words.ts'
import { countView, listTickets } from './ticket-list.store.ts'
import { views, type Sort } from '../../vocabulary/ticket-list.ts'
import type { TicketQuery } from './ticket-list.query.ts'
import type { TicketCountsDto, TicketPage } from '../ticket.dto.ts'
import { checkUnit } from '../opening/matter.rules.ts'
import type { Ticket } from '../tickets.store.ts'
import { listItem, partClockBrief, type ViewDeps } from './ticket.view.ts'

export interface ReadDeps extends ViewDeps, Pick<Deps, 'db' | 'clock'> {}

const keyOf: Record<Sort, (row: Ticket) => Date> = {
  clock: (row) => row.dueSort,
  updated: (row) => row.updatedAt,
  created: (row) => row.createdAt,
}

/** The unit whose tickets are meant: the one asked for; on a unit's own desk the reader's, but only what it leads. */
const pathOf = (deps: ReadDeps, actor: StaffActor, query: Pick<TicketQuery, 'unit' | 'view'>): string | null => {
  if (query.unit) return checkUnit(deps.directory, query.unit).path
  return query.view === 'unit' && !isHotline(actor) ? actor.unitPath : null
}

/** A page of tickets within the reader's scope, two queries at most, and two more for a unit: its own parts in them, and whose names are not for it. Needs `ticket.read`. */
export const listPage =
  (deps: ReadDeps) =>
  async (actor: StaffActor, query: TicketQuery): Promise<TicketPage> => {
    demand(actor, 'ticket.read')
    const { cursor, size, sort, ...filter } = query
    const now = deps.clock.now()
    const asked = openPage('tickets', { ...filter, sort }, { cursor, size })
    const rows = await listTickets(deps.db.lists, actor, {
      filter,
      unitPath: pathOf(deps, actor, query),
      sort,
      after: asked.after,
      size,
      now,
    })
    const page = asked.cut(rows, (row) => ({ at: keyOf[sort](row), id: row.id }))
    const parts = isHotline(actor) ? undefined : await activeWithin(deps.db, page.items, actor.unitPath)
    const words = await masksFor(deps.db, actor, page.items)
    const items = page.items.map((row) =>
      words.of(row)(listItem(deps, row, now, partClockBrief(row, parts?.get(row.id) ?? [], actor, now, deps.counting))),
    )
    return { items, next: page.next }
  }

/** Counts stop here: a badge says 999+. */
export const countBound = 1_000

const counted = views.filter((view) => view !== 'all' && view !== 'closed')

/** The numbers beside the saved views. Needs `ticket.read`. */
export const listCounts =
  (deps: ReadDeps) =>
  async (actor: StaffActor): Promise<TicketCountsDto> => {
    demand(actor, 'ticket.read')
    const now = deps.clock.now()
    const numbers = await Promise.all(
      counted.map(
        async (view) =>
          [
            view,
            await countView(
              deps.db.lists,
              actor,
              view,
              pathOf(deps, actor, { view, unit: undefined }),
              now,
              countBound,
            ),
          ] as const,
      ),
    )
    return { bound: countBound, counts: Object.fromEntries(numbers) }
  }
