import { expect, it } from 'vitest'
import { roomsRule } from '../../../scripts/check/rooms.rule.ts'
import { told } from './small-tree.ts'

const down = {
  'api/services.ts': "import { ring } from './calls/ring.ts'\nring()",
  'api/calls/ring.ts': "import { find } from '../tickets/find.ts'\nexport const ring = () => find()",
  'api/tickets/find.ts': "import type { Read } from '../../db/db.ts'\nexport const find = (db?: Read) => db",
  'db/db.ts': 'export interface Read { q: string }',
}

it('lets imports run down', () => {
  expect(told(roomsRule, down)).toEqual([])
})

it('finds a circle of values, and where to cut it', () => {
  const files = {
    ...down,
    'api/tickets/find.ts': "import { ring } from '../calls/ring.ts'\nexport const find = () => ring",
  }
  expect(told(roomsRule, files)).toEqual([
    expect.stringMatching(/^api\/.* a circle of rooms: api\/calls → api\/tickets → api\/calls\. Cut it where/),
  ])
})

it('finds a circle that types alone close, over three rooms', () => {
  const files = {
    'api/calls/ring.ts': "import type { Find } from '../tickets/find.ts'\nexport type Ring = Find",
    'api/tickets/find.ts': "import { type Who } from '../citizens/who.ts'\nexport type Find = Who",
    'api/citizens/who.ts': "export type { Ring as Who } from '../calls/ring.ts'",
  }
  expect(told(roomsRule, files)).toEqual([
    expect.stringContaining('api/calls → api/tickets → api/citizens → api/calls'),
  ])
})

it('finds a circle in the console, also over a part that is loaded later and named without its ending', () => {
  const files = {
    'console/desk/Desk.tsx': "export const later = () => import('../threads/Thread')",
    'console/threads/Thread.tsx': "import { later } from '../desk/Desk'\nexport const Thread = later",
  }
  expect(told(roomsRule, files)).toEqual([expect.stringContaining('console/desk → console/threads → console/desk')])
})

it('tells each of two circles, not each way round them', () => {
  const files = {
    'api/a/a.ts': "import '../b/b.ts'\nimport '../c/c.ts'",
    'api/b/b.ts': "import '../a/a.ts'",
    'api/c/c.ts': "import '../a/a.ts'",
  }
  expect(told(roomsRule, files)).toHaveLength(2)
})

it('lets no room reach up to what joins the rooms', () => {
  const files = {
    ...down,
    'api/calls/ring.ts': "import { services } from '../services.ts'\nexport const ring = services",
  }
  expect(told(roomsRule, files)).toEqual([
    expect.stringMatching(/^api\/calls\/ring\.ts:1 api\/services\.ts joins the rooms/),
  ])
})

it('lets the database name types of a room, and run nothing of it', () => {
  const room = { 'api/tickets/ticket.types.ts': "export const states = ['open'] as const\nexport type State = 'open'" }
  const types = {
    ...room,
    'db/schema.ts': "import type { State } from '../api/tickets/ticket.types.ts'\nexport type S = State",
  }
  const values = {
    ...room,
    'db/schema.ts': "import { states } from '../api/tickets/ticket.types.ts'\nexport const s = states",
  }
  expect(told(roomsRule, types)).toEqual([])
  expect(told(roomsRule, values)).toEqual([expect.stringContaining('db lies below api/tickets/ticket.types.ts')])
})
