import { fireEvent, screen, within } from '@testing-library/dom'
import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DataList, type DataListProps } from '../../../../console/ui/lists/DataList.tsx'
import { Problem } from '../../../../console/shared/problem.ts'
import { withLayout } from '../../../support/layout.ts'
import { show } from '../../../support/screen.tsx'

interface Row {
  id: string
  title: string
}
const rowsOf = (from: number, to: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ id: `t${from + at}`, title: `工单 ${from + at}` }))

describe('a long list', () => {
  const opened: string[] = []
  const previewed: string[] = []
  // ten rows of forty pixels are in view
  withLayout()
  beforeEach(() => {
    opened.length = 0
    previewed.length = 0
  })

  const open = async (over: Partial<DataListProps<Row>> = {}) => {
    const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set())
    const [props, setProps] = createStore<DataListProps<Row>>({
      label: '工单',
      rows: rowsOf(1, 5),
      columns: [
        { id: 'title', header: '标题', width: '1fr', cell: (row) => row.title },
        { id: 'wide', header: '编号', width: '80px', cell: (row) => row.id, from: 1200 },
      ],
      card: (row) => row.title,
      rowLabel: (row) => row.title,
      onOpen: (row) => opened.push(row.id),
      onPreview: (row) => previewed.push(row.id),
      loading: false,
      hasMore: false,
      loadingMore: false,
      moreFailed: false,
      onMore: () => {},
      error: undefined,
      retry: () => {},
      resetKey: '',
      empty: '没有工单',
      onSelected: setSelected,
      ...over,
    })
    const shown = await show(() => <DataList {...props} selected={selected()} />)
    const grid = screen.getByRole('grid', { name: '工单' })
    const rows = () =>
      within(grid)
        .getAllByRole('row')
        .filter((row) => Number(row.getAttribute('aria-rowindex')) > 1)
    const titles = () => rows().map((row) => row.querySelector('[role=gridcell]:last-of-type')?.textContent)
    /** The row that a reader is told the keyboard is on. */
    const current = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''
    return { ...shown, grid, rows, titles, current, selected, setProps }
  }

  it('is walked by j and k, which stop at both ends, and opened by Enter', async () => {
    const { user, current } = await open()
    await user.keyboard('k')
    expect(current()).toBe('工单 1')
    await user.keyboard('jj')
    expect(current()).toBe('工单 3')
    await user.keyboard('jjjj')
    expect(current()).toBe('工单 5')
    await user.keyboard('k{Enter}')
    expect(opened).toEqual(['t4'])
    await user.keyboard(' ')
    expect(previewed).toEqual(['t4'])
  })

  it('has no row under the keys, and opens nothing, before it was walked', async () => {
    const { user, grid } = await open()
    await user.keyboard('{Enter}x ')
    expect(opened).toEqual([])
    expect(grid.hasAttribute('aria-activedescendant')).toBe(false)
  })

  it('is walked by arrows, Home and End while it has the focus itself', async () => {
    const { user, grid, current } = await open()
    await user.keyboard('{ArrowDown}')
    expect(current(), 'the page has the arrows otherwise').toBe('')
    grid.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(current()).toBe('工单 2')
    await user.keyboard('{End}')
    expect(current()).toBe('工单 5')
    await user.keyboard('{PageUp}')
    expect(current()).toBe('工单 1')
  })

  it('leaves the keys to whoever types', async () => {
    const { user, current } = await open({ empty: '' })
    const box = document.body.appendChild(document.createElement('input'))
    box.focus()
    await user.keyboard('jjx')
    expect(box.value).toBe('jjx')
    expect(current()).toBe('')
  })

  it('selects by x, and everything between by Shift and a click', async () => {
    const { user, rows, selected } = await open()
    await user.keyboard('jjx')
    expect([...selected()]).toEqual(['t2'])
    const box = (at: number) => within(rows()[at] ?? document.body).getByRole('checkbox')
    fireEvent.click(box(4), { shiftKey: true })
    expect([...selected()].toSorted()).toEqual(['t2', 't3', 't4', 't5'])
    expect(rows().map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true', 'true', 'true', 'true'])
    expect(opened, 'a box opens no row').toEqual([])
    await user.click(box(2))
    expect(selected().has('t3')).toBe(false)
  })

  it('selects all that is loaded, and says when it is some of it', async () => {
    const { user, t, selected } = await open()
    const all = screen.getByRole<HTMLInputElement>('checkbox', { name: t('ui.selectAll') })
    await user.keyboard('jx')
    expect(all.indeterminate).toBe(true)
    await user.click(all)
    expect(selected().size).toBe(5)
    expect(all.indeterminate).toBe(false)
    await user.click(all)
    expect(selected().size).toBe(0)
  })

  it('keeps its rows where they are, and lets what is new wait until it is asked for', async () => {
    const { user, t, titles, current, setProps } = await open()
    await user.keyboard('jj')
    setProps('rows', [{ id: 't0', title: '工单 0' }, ...rowsOf(1, 3), { id: 't5', title: '工单 5 改' }])
    expect(titles()).toEqual(['工单 1', '工单 2', '工单 3', '工单 4', '工单 5 改'])
    expect(current()).toBe('工单 2')
    await user.click(screen.getByRole('button', { name: t('ui.newRows', { count: 1 }) }))
    expect(titles()).toEqual(['工单 0', '工单 1', '工单 2', '工单 3', '工单 5 改'])
    expect(current(), 'the keys stay on their row').toBe('工单 2')
    expect(screen.queryByRole('button', { name: t('ui.newRows', { count: 1 }) })).toBeNull()
  })

  it('takes another list over as it comes', async () => {
    const { titles, setProps } = await open()
    setProps({ rows: rowsOf(7, 8), resetKey: 'view=mine' })
    expect(titles()).toEqual(['工单 7', '工单 8'])
  })

  it('draws the rows in view only, and asks for the next page before the end is reached, once', async () => {
    let asked = 0
    const { rows, setProps } = await open({ rows: rowsOf(1, 100), hasMore: true, onMore: () => asked++ })
    expect(rows().length).toBeLessThan(40)
    expect(asked).toBe(0)
    setProps({ rows: rowsOf(1, 15), resetKey: 'short' })
    expect(asked).toBe(1)
    setProps('loadingMore', true)
    setProps({ loadingMore: false, moreFailed: true })
    expect(asked, 'by hand from now on').toBe(1)
  })

  it('leaves out the columns that it has no room for', async () => {
    await open()
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['', '标题'])
  })

  it('says that it is loading, that there is nothing, or why nothing came', async () => {
    let retries = 0
    const { user, t, grid, setProps } = await open({ rows: [], loading: true, retry: () => retries++ })
    expect(grid.getAttribute('aria-busy')).toBe('true')
    expect(screen.queryByText('没有工单')).toBeNull()
    setProps('loading', false)
    expect(screen.getByText('没有工单')).toBeTruthy()
    setProps('error', new Problem({ code: 'internal' }, 500))
    expect(screen.getByText(t('problem.internal'))).toBeTruthy()
    expect(screen.queryByText('没有工单')).toBeNull()
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    expect(retries).toBe(1)
  })

  it('tells how many rows there are, also on the server', async () => {
    const { grid, t, setProps } = await open()
    expect(grid.getAttribute('aria-rowcount')).toBe('-1')
    expect(screen.getByText(t('ui.rowCount', { count: 5 }))).toBeTruthy()
    setProps('total', 812)
    expect(grid.getAttribute('aria-rowcount')).toBe('813')
    expect(screen.getByText(t('ui.rowCount', { count: 812 }))).toBeTruthy()
  })

  it('opens a row by a click, and in a new tab with the key for it', async () => {
    const tab = vi.spyOn(globalThis, 'open').mockReturnValue(null)
    const { rows } = await open({ href: (row) => `/tickets/${row.id}` })
    const [, second] = rows()
    if (!second) throw new Error('there are five rows')
    fireEvent.click(second)
    expect(opened).toEqual(['t2'])
    fireEvent.click(second, { ctrlKey: true })
    fireEvent(second, new MouseEvent('auxclick', { button: 1, bubbles: true }))
    expect(tab.mock.calls).toEqual(Array.from({ length: 2 }, () => ['/tickets/t2', '_blank', 'noopener']))
    expect(opened).toEqual(['t2'])
  })
})
