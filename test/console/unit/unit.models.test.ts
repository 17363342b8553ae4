import { describe, expect, it } from 'vitest'
import type { AnswerDto, AssignmentDto, UnitRef } from '../../../api/tickets/ticket.dto.ts'
import {
  contactDue,
  countQuery,
  countTabs,
  hasLeft,
  isBeside,
  leadAssignment,
  reportDue,
  subtreeOf,
  tabQuery,
  unitTabs,
  wasMade,
  withPhrase,
} from '../../../console/unit/unit.models.ts'

const unit = (id: string): UnitRef => ({ id, code: id, name: id, nameEn: id, level: 'street' })
const lead: AssignmentDto = {
  id: 'a',
  unit: unit('u'),
  role: 'lead',
  round: 0,
  state: 'active',
  designated: false,
  instruction: null,
  dispatchedAt: '2026-11-23T01:00:00.000Z',
  signBy: null,
  signedAt: null,
  contactBy: '2026-11-24T01:00:00.000Z',
  contactedAt: null,
  returnBy: null,
  dueAt: null,
  clock: null,
  answeredAt: null,
  endedAt: null,
  endReason: null,
}
const answer: AnswerDto = {
  id: 'x',
  unit: unit('u'),
  round: 0,
  text: '已修复',
  result: '已换灯',
  attachmentIds: [],
  state: 'submitted',
  createdAt: '2026-11-23T01:00:00.000Z',
  createdBy: '',
  reviewedAt: null,
  reviewedBy: null,
  note: null,
}

describe('piles', () => {
  it('every open pile is asked for the own subtree, and stands by its clock', () => {
    for (const tab of unitTabs.filter((one) => one !== 'beside' && one !== 'done'))
      expect(tabQuery(tab, 'u')).toMatchObject({ unit: 'u', sort: 'clock' })
    expect(tabQuery('done', 'u')).toEqual({ view: 'all', state: 'closed,withdrawn,terminated,merged', sort: 'updated' })
  })
  it('the numbers cover exactly the counted piles', () => {
    const asked = countQuery('u')['state']?.split(',') ?? []
    const piles = (['toSign', 'handling', 'waiting', 'answered'] as const).flatMap(
      (tab) => tabQuery(tab, 'u')['state']?.split(',') ?? [],
    )
    expect(asked).toEqual(piles)
    const counts = countTabs([
      { state: 'dispatched' },
      { state: 'paused' },
      { state: 'returnRequested' },
      { state: 'awaitingFollowUp' },
    ])
    expect(counts).toEqual({ toSign: 1, handling: 0, waiting: 2, answered: 1 })
  })
})

it.each([
  ['toSign', 'dispatched', false],
  ['toSign', 'handling', true],
  ['handling', 'handling', false],
  ['handling', 'answered', true],
  ['handling', 'returnRequested', true],
  ['waiting', 'paused', false],
  ['beside', 'handling', false],
  ['beside', 'answered', false],
  ['beside', 'closed', true],
] as const)('a ticket of the pile %s that is now %s has left it: %s', (tab, state, left) => {
  expect(hasLeft(tab, state)).toBe(left)
})

describe('whose ticket it is', () => {
  const units = [
    { id: 'city', parentId: null },
    { id: 'corner', parentId: 'street' },
    { id: 'street', parentId: 'district' },
    { id: 'district', parentId: 'city' },
    { id: 'other', parentId: 'city' },
  ]
  it('a unit with everything under it, in whatever order they come', () => {
    expect([...subtreeOf(units, 'district')].toSorted()).toEqual(['corner', 'district', 'street'])
    expect(subtreeOf([], 'district')).toEqual(new Set(['district']))
  })
  it('led by others', () => {
    const own = subtreeOf(units, 'district')
    expect([
      isBeside({ leadUnit: unit('corner') }, own),
      isBeside({ leadUnit: unit('other') }, own),
      isBeside({ leadUnit: null }, own),
    ]).toEqual([false, true, false])
  })
})

describe('first contact', () => {
  const ticket = { state: 'handling', replyWanted: true, assignments: [lead] } as const
  it('is due while handling, until it was made', () => {
    expect(contactDue({ ...ticket, assignments: [lead] })).toBe('2026-11-24T01:00:00.000Z')
    expect(
      contactDue({ ...ticket, assignments: [{ ...lead, contactedAt: '2026-11-23T02:00:00.000Z' }] }),
    ).toBeUndefined()
    expect(contactDue({ ...ticket, state: 'answered', assignments: [lead] })).toBeUndefined()
  })
  it('looks at the lead that still runs', () => {
    expect(
      leadAssignment({
        assignments: [
          { ...lead, state: 'ended' },
          { ...lead, id: 'b' },
          { ...lead, id: 'c', role: 'co' },
        ],
      })?.id,
    ).toBe('b')
  })
})

it('a report is due from the co-handling unit whose limit runs, until it has reported', () => {
  const clock = {
    state: 'running',
    level: 'ok',
    dueAt: '2026-11-25T01:00:00.000Z',
    remaining: { workingDays: 1, hours: 0, ms: 1 },
    used: 0,
    unit: 'h',
  } as const
  const co: AssignmentDto = { ...lead, role: 'co', unit: unit('help'), clock }
  const due = (over: Partial<AssignmentDto>) => reportDue({ assignments: [lead, { ...co, ...over }] }, 'help')
  expect(due({})).toBe(clock.dueAt)
  expect(due({ clock: { ...clock, state: 'overdue' } })).toBe(clock.dueAt)
  expect(due({ clock: { ...clock, state: 'met' } })).toBeUndefined()
  expect(due({ clock: { ...clock, state: 'paused' } })).toBeUndefined()
  expect(due({ state: 'ended' })).toBeUndefined()
  expect(due({ unit: unit('other') })).toBeUndefined()
})

describe('an act whose answer was lost', () => {
  it.each([
    ['answer', [answer], true],
    ['answer', [{ ...answer, text: '别的' }], false],
    ['answer', [{ ...answer, state: 'sentBack' as const }], false],
    ['firstContact', [answer], false],
  ] as const)('%s', (action, answers, made) => {
    expect(
      wasMade({ answers: [...answers], assignments: [lead] }, { action, input: { text: '已修复', result: '已换灯' } }),
    ).toBe(made)
  })
  it('sign', () => {
    const signed = { ...lead, signedAt: '2026-11-23T02:00:00.000Z' }
    expect(
      [lead, signed].map((one) => wasMade({ answers: [], assignments: [one] }, { action: 'sign', input: {} })),
    ).toEqual([false, true])
  })
})

it('puts a phrase on a line of its own', () => {
  expect([withPhrase(' ', '甲'), withPhrase('乙\n', '甲')]).toEqual(['甲', '乙\n甲'])
})
