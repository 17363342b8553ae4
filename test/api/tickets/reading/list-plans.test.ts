import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countOpen } from '../../../../api/tickets/reading/list-ranges.store.ts'
import { TicketQuery } from '../../../../api/tickets/reading/ticket-list.query.ts'
import { listTickets } from '../../../../api/tickets/reading/ticket-list.store.ts'
import type { StaffActor } from '../../../../api/vocabulary/actor.ts'
import type { Role } from '../../../../api/vocabulary/directory.ts'
import { sorts, views } from '../../../../api/vocabulary/ticket-list.ts'
import { engines } from '../../../support/databases.ts'
import { openPlanner, type Access, type Planner } from '../../../support/query-plans.ts'

const now = new Date('2026-06-01T02:00:00.000Z')
const reader = (role: Role, unitPath: string): StaffActor => ({
  kind: 'staff',
  id: 'stf_reader',
  name: '某',
  roles: [role],
  unitId: unitPath.split('/').at(-2) ?? '',
  unitPath,
  formerPosts: [{ unitPath: '/unt_city/unt_before/', until: now }],
  requestId: null,
})
const readers = {
  supervisor: reader('supervisor', '/unt_city/'),
  street: reader('unitStaff', '/unt_city/unt_district/unt_street/'),
  bureau: reader('unitHead', '/unt_city/unt_00000000000000000007/'),
}
const filters = [
  'kind=complaint',
  'kind=complaint,help',
  'urgency=critical',
  'urgency=normal',
  'channel=web',
  'matter=municipal.lighting.lamp-out',
  'state=terminated',
  'state=closed,handling',
  'due=overdue',
  'to=2020-01-01T00:00:00.000Z',
  'from=2026-01-01T00:00:00.000Z',
]
/** By which index what has ended is found, where a filter leads to it. */
const leads = [
  ['kind=complaint', 'kind'],
  ['urgency=critical&kind=suggestion', 'urgency'],
  ['channel=web', 'channel'],
  ['matter=municipal.lighting.lamp-out', 'matter'],
  ['state=terminated', 'state'],
] as const
const after = { at: new Date('2026-05-01T00:00:00.000Z'), id: 'tkt_7' }

/** Indexes that lead to one row, or to the few reports that were merged into others. */
const toFew = /^(sqlite_autoindex_ticket_1|ticket_pkey|holding_ticket_idx|ticket_accusing_merged_idx)$/
/** What a list walks along: its rows come in its own order. */
const ofLists = /^(ticket|holding)_(open|ended)_/
const ofAll = /^ticket_(due|updated|created)_idx$/

/** What is read otherwise. `freely`: everything is asked for, so that an index may be walked from its end. */
const faults = (accesses: readonly Access[], freely = false) =>
  accesses
    .filter(({ index, whole, sorted }) => {
      if (index !== null && toFew.test(index)) return false
      if (index === null || sorted) return true
      return ofLists.test(index) ? whole && !freely : !(freely && ofAll.test(index))
    })
    .map(
      ({ table, index, whole, sorted }) => `${table} by ${index}${whole ? ', whole' : ''}${sorted ? ', sorted' : ''}`,
    )

/** Every view in every order, and each filter of what has ended and of what is under way. */
const asked = Object.entries(readers).flatMap(([name, actor]) =>
  [
    ...views.flatMap((view) => sorts.map((sort) => `view=${view}&sort=${sort}`)),
    ...filters.flatMap((filter, at) => [
      `view=all&${filter}&sort=${sorts[at % sorts.length]}`,
      ...sorts.map((sort) => `view=closed&${filter}&sort=${sort}`),
    ]),
  ].map((question) => [`${name}: ${question}`, actor] as const),
)

/** A SQLite city never looks at its tables by itself; PostgreSQL does. */
const cases = engines.flatMap((engine) =>
  (engine === 'sqlite' ? [false, true] : [true]).map((known) => ({ engine, known })),
)

describe.each(cases)('lists of a city of a million on $engine, its tables looked at: $known', ({ engine, known }) => {
  let planner: Planner
  beforeAll(async () => {
    planner = await openPlanner(engine, { known })
  })
  afterAll(() => planner.close())

  const plan = (question: string, actor: StaffActor, from: typeof after | null) => {
    const [, search = ''] = question.split(': ')
    const { sort, size, cursor: _, ...filter } = TicketQuery.parse(Object.fromEntries(new URLSearchParams(search)))
    const unitPath = filter.unit ? `/unt_city/${filter.unit}/` : null
    const matterCodes = filter.matter ? [filter.matter] : null
    return planner.accesses((db) =>
      listTickets(db, actor, { filter, unitPath, matterCodes, sort, after: from, size, now }),
    )
  }

  it('walk along an index in their own order, on the first page and far from it', { timeout: 120_000 }, async () => {
    const found: string[] = []
    for (const [at, [question, actor]] of asked.entries()) {
      const from = at % 2 === 0 ? null : after
      const freely = /view=all&(sort|from)/.test(question)
      found.push(...faults(await plan(question, actor, from), freely).map((fault) => `${question}: ${fault}`))
    }
    expect(found.slice(0, 30)).toEqual([])
  })

  it('count what is under way in one walk', async () => {
    for (const actor of Object.values(readers))
      expect(faults(await planner.accesses((db) => countOpen(db, actor, now)), true)).toEqual([])
  })

  it('find what has ended by the filter that leaves least of it, and tell where there is no such index', async () => {
    const found = async (filter: string, sort: string) =>
      (await plan(`supervisor: view=all&${filter}&sort=${sort}`, readers.supervisor, after)).map(({ index }) => index)
    for (const [filter, name] of leads)
      for (const sort of sorts) expect(await found(filter, sort)).toContain(`ticket_ended_${name}_${sort}_idx`)
    await planner.run('drop index ticket_ended_urgency_updated_idx')
    expect(await found('urgency=critical', 'updated')).not.toContain('ticket_ended_urgency_updated_idx')
  })

  it('tell of a list that no index is in the order of', async () => {
    await planner.run('drop index ticket_open_created_idx')
    const accesses = await plan('supervisor: view=open&sort=created', readers.supervisor, null)
    expect(faults(accesses).length).toBeGreaterThan(0)
  })

  it('are led by a unit that is asked for', async () => {
    const accesses = await plan(
      'supervisor: view=open&unit=unt_00000000000000000007&sort=clock',
      readers.supervisor,
      null,
    )
    expect(faults(accesses)).toEqual([])
    expect(accesses.map(({ index }) => index)).toContain('holding_open_clock_idx')
  })
})
