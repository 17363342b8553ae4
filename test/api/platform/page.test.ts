import { describe, expect, it } from 'vitest'
import { openPage } from '../../../api/platform/page.ts'
import { Problem } from '../../../api/platform/problem.ts'

const rows = Array.from({ length: 4 }, (_, n) => ({ at: new Date(n), id: `row${n}` }))
const key = (row: (typeof rows)[number]) => row
const cursorOf = (list: string, filters: object) =>
  openPage(list, filters, { size: 2 }).cut(rows, key).next ?? 'no page follows'
const codeOf = (open: () => unknown) => {
  try {
    open()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : error
  }
}

describe('a page of a list', () => {
  it('goes on behind the row that its cursor names, and ends', () => {
    const first = openPage('list', {}, { size: 2 })
    expect(first.after).toBeNull()
    const { items, next } = first.cut(rows, key)
    expect(items.map(({ id }) => id)).toEqual(['row0', 'row1'])
    const second = openPage('list', {}, { size: 2, cursor: next ?? '' })
    expect(second.after).toEqual({ at: new Date(1), id: 'row1' })
    expect(second.cut(rows.slice(2), key)).toEqual({ items: rows.slice(2), next: null })
  })

  it('takes its cursor with the same filters, in whatever order they are named, and another size', () => {
    const cursor = cursorOf('list', { a: 1, b: ['x'], c: undefined })
    expect(openPage('list', { b: ['x'], a: 1 }, { size: 50, cursor }).after?.id).toBe('row1')
  })

  it.each<[string, string, object]>([
    ['another list', 'other', { a: 1 }],
    ['another value', 'list', { a: 2 }],
    ['a filter more', 'list', { a: 1, b: 1 }],
    ['a filter less', 'list', {}],
  ])('refuses it for %s', (_, list, filters) => {
    expect(codeOf(() => openPage(list, filters, { size: 2, cursor: cursorOf('list', { a: 1 }) }))).toBe(
      'request.other-cursor',
    )
  })

  it.each([
    'abc',
    '',
    'W10',
    Buffer.from('[1,"x"]').toString('base64url'),
    Buffer.from('[-1,"x","abcd"]').toString('base64url'),
  ])('refuses %j, which is no cursor', (cursor) =>
    expect(codeOf(() => openPage('list', {}, { size: 2, cursor }))).toBe('request.invalid'),
  )

  it('tells nothing of what was searched for: many numbers share a mark', () => {
    const marks = new Set<string>()
    for (let n = 0; n < 20_000; n++) marks.add(cursorOf('tickets', { q: `+86138${String(n).padStart(8, '0')}` }))
    // Of 20,000 some 12 pairs meet among 2^24 marks; of all 10^11 numbers some 6,000 share each.
    expect(marks.size).toBeLessThan(20_000)
  })
})
