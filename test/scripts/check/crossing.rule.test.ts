import { expect, it } from 'vitest'
import { crossingRule } from '../../../scripts/check/crossing.rule.ts'
import { told } from './small-tree.ts'

const files = {
  'console/tickets/list.ts': "import { isLate } from '../../api/tickets/late.rules.ts'\nexport const late = isLate",
  'api/tickets/late.rules.ts':
    "import { states } from './ticket.types.ts'\nimport type { z } from 'zod'\nexport const isLate = (state: z.ZodType) => states.includes(state)",
  'api/tickets/ticket.types.ts': "import { words } from '../vocabulary/states.ts'\nexport const states = words",
  'api/vocabulary/states.ts': 'export const words = []',
  'api/tickets/tickets.ts': 'export const tickets = 1',
}

it('lets pure files cross, and the pure files that they run', () => {
  expect(told(crossingRule, files)).toEqual([])
})

it('finds a package or a verb that would come along, however deep', () => {
  const withPackage = { ...files, 'api/vocabulary/states.ts': "import { z } from 'zod'\nexport const words = z" }
  expect(told(crossingRule, withPackage)).toEqual([
    expect.stringMatching(/^api\/vocabulary\/states\.ts:1 the console runs this file, and it brings zod along/),
  ])
  const withVerb = {
    ...files,
    'api/tickets/ticket.types.ts': "\nimport { tickets } from './tickets.ts'\nexport const states = tickets",
  }
  expect(told(crossingRule, withVerb)).toEqual([
    expect.stringMatching(/^api\/tickets\/ticket\.types\.ts:2 .* brings api\/tickets\/tickets\.ts along/),
  ])
})

it('leaves alone what the console takes as types only', () => {
  const types = {
    'console/tickets/list.ts': "import type { Late } from '../../api/tickets/late.rules.ts'\nexport type L = Late",
    'api/tickets/late.rules.ts': "import { z } from 'zod'\nexport type Late = z.ZodType",
  }
  expect(told(crossingRule, types)).toEqual([])
})
