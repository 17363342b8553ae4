import { screen } from '@testing-library/dom'
import { createStore } from 'solid-js/store'
import { describe, expect, it } from 'vitest'
import { ListFoot } from '../../../../console/ui/lists/ListFoot.tsx'
import { LoadMore } from '../../../../console/ui/lists/LoadMore.tsx'
import { RowList } from '../../../../console/ui/lists/RowList.tsx'
import type { KeysetList } from '../../../../console/shared/create-keyset-query.ts'
import { Problem } from '../../../../console/shared/problem.ts'
import { show } from '../../../support/screen.tsx'

describe('the end of a list', () => {
  it('says that more is on its way, that it did not come, and how many there are', async () => {
    let asked = 0
    const [list, set] = createStore({
      shown: 30,
      total: undefined as number | undefined,
      hasMore: true,
      loadingMore: true,
      moreFailed: false,
      onMore: () => asked++,
    })
    const { user, t } = await show(() => <ListFoot {...list} />)
    expect(screen.getByText(t('ui.loading'))).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    set({ moreFailed: true, loadingMore: false })
    expect(screen.getByRole('alert').textContent).toBe(t('ui.moreFailed'))
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    expect(asked).toBe(1)
    set({ moreFailed: false, hasMore: false })
    expect(screen.getByText(t('ui.rowCount', { count: 30 }))).toBeTruthy()
    set('total', 0)
    expect(screen.getByText(t('ui.rowCount', { count: 0 })), 'nought is a number too').toBeTruthy()
  })

  it('offers what comes next by hand where a list does not read on by itself', async () => {
    let asked = 0
    const [list, set] = createStore({ hasMore: true, loadingMore: false, moreFailed: false, onMore: () => asked++ })
    const { user, t } = await show(() => <LoadMore list={list} label="更早的记录" />)
    await user.click(screen.getByRole('button', { name: '更早的记录' }))
    expect(asked).toBe(1)
    set('loadingMore', true)
    await user.click(screen.getByRole('button', { name: '更早的记录' }))
    expect(asked, 'not twice at once').toBe(1)
    set({ loadingMore: false, moreFailed: true })
    expect(screen.getByRole('alert').textContent).toBe(t('ui.moreFailed'))
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    expect(asked).toBe(2)
    set('hasMore', false)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('a list of things to open beside', () => {
  const open = async (over: { error?: Error; rows?: { id: string }[] } = {}) => {
    const [state, setState] = createStore<{ open: string; list: KeysetList<{ id: string }> }>({
      open: '',
      list: {
        rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
        loading: false,
        hasMore: false,
        loadingMore: false,
        moreFailed: false,
        onMore: () => {},
        error: undefined,
        total: undefined,
        told: undefined,
        retry: () => {},
        resetKey: '',
        ...over,
      },
    })
    const shown = await show(() => (
      <RowList
        list={state.list}
        open={state.open}
        onOpen={(id) => setState('open', id)}
        row={(row) => `第 ${row.id} 条`}
        empty="没有来电"
      />
    ))
    return { ...shown, state }
  }

  it('opens by the mouse and by j and Enter, and says which is open', async () => {
    const { user, state } = await open()
    await user.click(screen.getByRole('button', { name: '第 b 条' }))
    expect(state.open).toBe('b')
    expect(screen.getByRole('button', { current: true }).textContent).toBe('第 b 条')
    await user.keyboard('j')
    expect(document.activeElement?.textContent, 'a focus in the list goes along').toBe('第 c 条')
    await user.keyboard('{Enter}')
    expect(state.open).toBe('c')
  })

  it('says that there is nothing, or why nothing came', async () => {
    await open({ rows: [] })
    expect(screen.getByText('没有来电')).toBeTruthy()
    const { t } = await open({ rows: [], error: new Problem({ code: 'network.offline' }, 0) })
    expect(screen.getByText(t('problem.network.offline'))).toBeTruthy()
  })
})
