import { screen, waitFor } from '@testing-library/dom'
import { createStore } from 'solid-js/store'
import { describe, expect, it } from 'vitest'
import { FilterBar } from '../../../../console/tickets/list/FilterBar.tsx'
import { listSchema, type ListFilters } from '../../../../console/tickets/list-filters.ts'
import { readUrlState } from '../../../../console/shared/url-state.models.ts'
import { fakeServer } from '../../../support/fake-server.ts'
import { show } from '../../../support/screen.tsx'
import { changfeng, putuo } from '../ticket.sample.ts'

describe('the filters of the ticket list', () => {
  const open = async (over: Partial<ListFilters> = {}) => {
    const unit = { aliases: ['长风'], active: true, parentId: null, dutyPhone: null, lat: null, lon: null }
    fakeServer({
      'GET /api/units': () => ({ items: [putuo, changfeng].map((one) => ({ ...one, ...unit })) }),
      'GET /api/matters': () => ({ items: [] }),
    })
    const [filters, setFilters] = createStore<ListFilters>({ ...readUrlState(listSchema, ''), ...over })
    const changes: Partial<ListFilters>[] = []
    const shown = await show(() => (
      <FilterBar
        filters={filters}
        searchRef={() => {}}
        onChange={(change) => {
          changes.push(change)
          setFilters(change)
        }}
      />
    ))
    return { ...shown, filters, changes }
  }

  it('ticks states by their names, and says closed what holds', async () => {
    const { user, t, changes } = await open()
    await user.click(screen.getByRole('button', { name: t('tickets.filter.state') }))
    await user.click(await screen.findByRole('checkbox', { name: t('state.handling') }))
    await user.click(screen.getByRole('checkbox', { name: t('state.dispatched') }))
    expect(changes.at(-1)).toEqual({ state: ['dispatched', 'handling'] })
    const name = `${t('tickets.filter.state')}: ${t('state.dispatched')}, ${t('state.handling')}`
    expect(screen.getByRole('button', { name, hidden: true })).toBeTruthy()
  })

  it('finds a unit by an alias, and names the one that holds', async () => {
    const { user, t, changes } = await open()
    await user.click(screen.getByRole('button', { name: t('tickets.filter.unit') }))
    await user.type(await screen.findByRole('combobox', { name: t('tickets.filter.unit') }), '长风')
    await waitFor(() => expect(screen.queryAllByRole('option', { name: /普陀区|长风/ })).toHaveLength(2))
    await user.click(screen.getByRole('option', { name: /长风新村街道/ }))
    expect(changes).toEqual([{ unit: changfeng.id }])
    expect(screen.getByRole('button', { name: `${t('tickets.filter.unit')}: 长风新村街道`, hidden: true })).toBeTruthy()
  })

  it('takes all filters away at once, but neither the view nor the order', async () => {
    const { user, t, filters } = await open({
      q: '路灯',
      kind: ['help'],
      from: '2026-06-01',
      view: 'overdue',
      sort: 'created',
    })
    await user.click(screen.getByRole('button', { name: t('tickets.clearFilters') }))
    expect(filters).toMatchObject({ q: '', kind: [], from: '', view: 'overdue', sort: 'created' })
    expect(screen.queryByRole('button', { name: t('tickets.clearFilters') })).toBeNull()
  })

  it('changes the order without changing what is shown', async () => {
    const { user, t, changes } = await open()
    await user.selectOptions(screen.getByRole('combobox', { name: t('tickets.sort') }), t('sort.created'))
    expect(changes).toEqual([{ sort: 'created' }])
  })
})
