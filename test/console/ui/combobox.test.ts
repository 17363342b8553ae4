import { describe, expect, it } from 'vitest'
import { optionRows, pathOf, type Option } from '../../../console/ui/fields/combobox.models.ts'

const options: Option[] = [
  { value: '1', label: '市政设施', heading: true },
  { value: '11', label: '照明', parent: '1', heading: true },
  { value: '111', label: '路灯不亮', parent: '11', keywords: 'street light' },
  { value: '2', label: '道路交通' },
  { value: '3', label: '噪声', hint: '夜间施工' },
]
const labels = (query: string, opened: string[] = []) =>
  optionRows(options, query, new Set(opened)).map((row) => `${row.depth}${row.option.label}`)

describe('optionRows', () => {
  it.each([
    ['closed tree', '', [], ['0市政设施', '0道路交通', '0噪声']],
    ['opened branches', '', ['1', '11'], ['0市政设施', '1照明', '2路灯不亮', '0道路交通', '0噪声']],
    ['labels that begin with the word first', '路', [], ['0路灯不亮', '0道路交通']],
    ['keywords', 'LIGHT', [], ['0路灯不亮']],
    ['hints', '施工', [], ['0噪声']],
    ['every word, also from the path', '市政 路灯', [], ['0路灯不亮']],
    ['nothing', '地铁', [], []],
  ])('%s', (_name, query, opened, expected) => {
    expect(labels(query, opened)).toEqual(expected)
  })
  it('shows the path of a match and at most 60', () => {
    expect(optionRows(options, '路灯', new Set())[0]?.path).toEqual(['市政设施', '照明'])
    const many = Array.from({ length: 500 }, (_, at) => ({ value: `${at}`, label: `街道 ${at}` }))
    expect(optionRows(many, '街道', new Set())).toHaveLength(60)
  })
  it('shows an option whose parent is missing at the top', () => {
    expect(optionRows([{ value: 'a', label: 'A', parent: 'nowhere' }], '', new Set())).toHaveLength(1)
  })
})

it('does not hang on a cycle', () => {
  const cycle: Option[] = [
    { value: 'a', label: 'A', parent: 'b' },
    { value: 'b', label: 'B', parent: 'a' },
  ]
  const byValue = new Map(cycle.map((option) => [option.value, option]))
  expect(cycle.map((option) => pathOf(byValue, option))).toEqual([['B'], ['A']])
})

it('an empty value, as of "all of them", is nobody\'s parent', () => {
  const all: Option = { value: '', label: '全部' }
  const byValue = new Map([all, ...options].map((option) => [option.value, option]))
  const lamp = byValue.get('111')
  expect(lamp && pathOf(byValue, lamp)).toEqual(['市政设施', '照明'])
})
