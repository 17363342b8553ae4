import { sql, type SQL } from 'drizzle-orm'
import type { ExtraConfigColumn } from 'drizzle-orm/pg-core'
import { sorts, type Sort } from '../../api/vocabulary/ticket-list.ts'
import type { Columns } from '../columns.ts'

/** What each order of a list goes by. */
export const sortColumns = { clock: 'dueSort', updated: 'updatedAt', created: 'createdAt' } as const satisfies Record<
  Sort,
  string
>

/** What lists filter by without a look at the ticket itself, and what tells whom a ticket accuses. */
const filterColumns = [
  'dueSort',
  'updatedAt',
  'createdAt',
  'kind',
  'urgency',
  'channel',
  'matterCode',
  'danger',
  'supervised',
  'respondentUnitId',
] as const

/** What a ticket that has ended is found by; each in every order of a list. */
const endedFilters = {
  state: 'state',
  kind: 'kind',
  urgency: 'urgency',
  channel: 'channel',
  matter: 'matterCode',
} as const

type Of<Name extends string> = Record<Name, Partial<ExtraConfigColumn>>
type Listed = Of<(typeof filterColumns)[number] | 'state' | 'id'>

/** Written as it stands in the queries: SQLite takes such an index only where the same words are asked. */
const open: SQL = sql`closed_at is null`
const ended: SQL = sql`closed_at is not null`

/**
 * Indexes of the lists. What is under way is few: by its state in each order, with all that lists filter by, so that nothing else is looked
 * at. What has ended is much: by each filter in each order; such an index is written when a ticket ends, and not by the acts before.
 */
export const listIndexes = (c: Columns, t: Listed) =>
  sorts.flatMap((sort) => {
    const key = t[sortColumns[sort]]
    const rest = filterColumns.filter((name) => name !== sortColumns[sort]).map((name) => t[name])
    const moments = Object.values(sortColumns).filter((name) => name !== sortColumns[sort])
    return [
      c
        .index(`ticket_open_${sort}_idx`)
        .on(t.state, key, t.id, ...rest)
        .where(open),
      ...Object.entries(endedFilters).map(([name, column]) =>
        c
          .index(`ticket_ended_${name}_${sort}_idx`)
          // by state alone also the other moments, for what was opened in a period is walked through in another order
          .on(t[column], key, t.id, ...(column === 'state' ? moments.map((moment) => t[moment]) : []))
          .where(ended),
      ),
    ]
  })

/** What a unit holds that has ended is found by the unit in each order; what else lists filter by stands there, too. */
const heldColumns = ['state', 'createdAt', 'kind', 'urgency', 'channel', 'matterCode', 'respondentUnitId'] as const

/** The same of what units hold, each unit's by itself. */
export const holdingIndexes = (c: Columns, t: Omit<Listed, 'id'> & Of<'unitId' | 'ticketId' | 'led'>) =>
  sorts.flatMap((sort) => {
    const key = t[sortColumns[sort]]
    const rest = <Name extends keyof Listed>(names: readonly Name[]) =>
      names.filter((name) => name !== sortColumns[sort])
    return [
      c
        .index(`holding_open_${sort}_idx`)
        .on(t.unitId, t.state, key, t.ticketId, t.led, ...rest(filterColumns).map((name) => t[name]))
        .where(open),
      c
        .index(`holding_ended_${sort}_idx`)
        .on(t.unitId, key, t.ticketId, ...rest(heldColumns).map((name) => t[name]))
        .where(ended),
    ]
  })
