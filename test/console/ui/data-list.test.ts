import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingColumns, idsBetween, mergeRows } from '../../../console/ui/lists/data-list.models.ts'

const rows = (...ids: string[]) => ids.map((id) => ({ id, version: 1 }))
const shown = (...ids: string[]) => mergeRows([], rows(...ids)).shown
const ids = (merged: ReturnType<typeof mergeRows>) =>
  merged.shown.map(({ row, gone }) => (gone ? `(${row.id})` : row.id)).join(' ')

describe('mergeRows', () => {
  it.each([
    ['takes everything when nothing is shown', [], ['a', 'b'], 'a b', 0],
    ['appends the next page', ['a', 'b'], ['a', 'b', 'c', 'd'], 'a b c d', 0],
    ['lets new rows wait', ['a', 'b'], ['x', 'a', 'y', 'b'], 'a b', 2],
    ['keeps the place of a row that left', ['a', 'b', 'c'], ['a', 'c'], 'a (b) c', 0],
    ['keeps the order shown when the server sorts anew', ['a', 'b', 'c'], ['c', 'a', 'b'], 'a b c', 0],
    ['lets an entirely new list wait', ['a'], ['x', 'y'], '(a)', 2],
    ['brings a row back that had left', ['a'], ['a'], 'a', 0],
  ])('%s', (_name, before, after, expected, waiting) => {
    const merged = mergeRows(shown(...before), rows(...after))
    expect([ids(merged), merged.waiting]).toEqual([expected, waiting])
  })
  it('shows the newest version of a known row', () => {
    expect(mergeRows(shown('a'), [{ id: 'a', version: 2 }]).shown[0]).toEqual({
      row: { id: 'a', version: 2 },
      gone: false,
    })
  })
  it('never moves a shown row and never loses one', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    fc.assert(
      fc.property(list, list, (before, after) => {
        const merged = mergeRows(shown(...before), rows(...after))
        const order = merged.shown.map(({ row }) => row.id)
        expect(order.slice(0, before.length)).toEqual(before)
        expect(new Set(order).size).toBe(order.length)
        expect(merged.waiting).toBe(after.filter((id) => !order.includes(id)).length)
      }),
    )
  })
})

it('selects a run in either direction', () => {
  const all = ['a', 'b', 'c', 'd']
  expect(idsBetween(all, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(idsBetween(all, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(idsBetween(all, undefined, 'c')).toEqual(['c'])
  expect(idsBetween(all, 'gone', 'c')).toEqual(['c'])
})

it('leaves out columns that do not fit', () => {
  const column = (id: string, from?: number) => ({
    id,
    header: id,
    width: '1fr',
    cell: () => id,
    ...(from !== undefined && { from }),
  })
  expect(fittingColumns([column('a'), column('b', 700)], 699).map((each) => each.id)).toEqual(['a'])
  expect(fittingColumns([column('a'), column('b', 700)], 700).map((each) => each.id)).toEqual(['a', 'b'])
})
