import { expect, it } from 'vitest'
import { storesRule } from '../../../scripts/check/stores.rule.ts'
import { told } from './small-tree.ts'

const store = { 'api/tickets/tickets.store.ts': 'export const findTicket = () => 1\nexport type Ticket = number' }

it('lets a room use its own store, also from an inner room', () => {
  const files = {
    ...store,
    'api/tickets/life/act.ts': "import { findTicket } from '../tickets.store.ts'\nexport const act = findTicket",
  }
  expect(told(storesRule, files)).toEqual([])
})

it('finds a store of another room, for its types too', () => {
  const files = {
    ...store,
    'api/calls/a.ts': "import { findTicket } from '../tickets/tickets.store.ts'\nexport const a = findTicket",
    'api/calls/b.ts': "\nimport type { Ticket } from '../tickets/tickets.store.ts'\nexport type B = Ticket",
  }
  expect(told(storesRule, files)).toEqual([
    expect.stringMatching(/^api\/calls\/a\.ts:1 api\/tickets\/tickets\.store\.ts is a store of api\/tickets/),
    expect.stringMatching(/^api\/calls\/b\.ts:2 /),
  ])
})

it('finds a store that goes on through a re-export', () => {
  const files = { ...store, 'api/calls/door.ts': "export { findTicket } from '../tickets/tickets.store.ts'" }
  expect(told(storesRule, files)).toHaveLength(1)
})
