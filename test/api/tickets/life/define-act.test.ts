import { describe, expect, it } from 'vitest'
import { defineAct } from '../../../../api/tickets/life/define-act.ts'

const move = { from: ['handling'], to: 'same', roles: ['unitStaff'], guards: [], source: 'trial', key: 'v' } as const
const change = { notice: { name: 'ticket.withdrawn' } } as const

describe('an act', () => {
  it('names a notice where it tells the citizen, and only there', () => {
    const telling = defineAct({
      ...move,
      action: 'telling',
      tells: ['leadUnit', 'citizen'],
      fields: {},
      decide: async () => change,
    })
    const silent = defineAct({
      ...move,
      action: 'silent',
      tells: ['leadUnit'],
      fields: {},
      // @ts-expect-error the citizen is not among those whom it tells
      decide: async () => change,
    })
    expect([telling.tells, silent.tells]).toEqual([['leadUnit', 'citizen'], ['leadUnit']])
  })
})
