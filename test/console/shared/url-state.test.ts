import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choiceParam,
  flagParam,
  listParam,
  numberParam,
  privateAfter,
  readUrlState,
  searchParam,
  textParam,
  writeUrlState,
} from '../../../console/shared/url-state.models.ts'

const schema = {
  q: textParam(),
  state: listParam(['open', 'signed', 'closed'] as const),
  sort: choiceParam(['due', 'newest'] as const, 'due'),
  late: flagParam(),
  days: numberParam(30),
}

describe('readUrlState', () => {
  it('takes defaults where nothing is said', () => {
    expect(readUrlState(schema, '')).toEqual({ q: '', state: [], sort: 'due', late: false, days: 30 })
  })
  it('reads what is there and drops what is no choice', () => {
    expect(readUrlState(schema, '?q=%E8%B7%AF%E7%81%AF&state=open,nonsense,closed&sort=worst&late=1&days=x')).toEqual({
      q: '路灯',
      state: ['open', 'closed'],
      sort: 'due',
      late: true,
      days: 30,
    })
  })
})

describe('a search for a telephone number', () => {
  const list = { q: searchParam(), late: flagParam() }
  it.each(['13800138000', '+86 138 0013 8000', '021-5551 2345', '１３８００１３８０００', '张先生 13800138000'])(
    'keeps %s with the history entry, and nothing of it in the address',
    (q) => {
      const kept = privateAfter(list, {}, { q })
      const search = writeUrlState(list, '?q=路灯&late=1', { q })
      expect(search).toBe('?late=1')
      expect(readUrlState(list, search, kept)).toEqual({ q, late: true })
    },
  )
  it.each(['路灯', '2612 5064 8509', '261250648509', '12345'])('leaves %s in the address', (q) => {
    const kept = privateAfter(list, { q: '13800138000' }, { q })
    expect(kept).toEqual({})
    expect(readUrlState(list, writeUrlState(list, '', { q }), kept)).toEqual({ q, late: false })
  })
  it('is still there when another filter changes', () => {
    const kept = privateAfter(list, { q: '13800138000' }, { late: true })
    expect(readUrlState(list, writeUrlState(list, '', { late: true }), kept)).toEqual({ q: '13800138000', late: true })
  })
})

describe('writeUrlState', () => {
  it('drops defaults and keeps parameters of others', () => {
    expect(writeUrlState(schema, '?tab=acts&q=x&sort=newest', { q: '', sort: 'due', state: ['open', 'closed'] })).toBe(
      '?tab=acts&state=open,closed',
    )
    expect(writeUrlState(schema, '?late=1', { late: false })).toBe('')
  })
  it('is read back as it was written', () => {
    const values = fc.record({
      q: fc.string({ unit: 'grapheme' }),
      state: fc.uniqueArray(fc.constantFrom('open' as const, 'signed' as const, 'closed' as const)),
      sort: fc.constantFrom('due' as const, 'newest' as const),
      late: fc.boolean(),
      days: fc.integer(),
    })
    fc.assert(
      fc.property(values, (state) => {
        expect(readUrlState(schema, writeUrlState(schema, '', state))).toEqual(state)
      }),
    )
  })
})
