import { useNavigate } from '@solidjs/router'
import SearchX from 'lucide-solid/icons/search-x'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import type { TicketListRow } from '../../api/tickets/ticket.dto.ts'
import { createCrumbs } from '../app/crumbs.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { createIsPhone } from '../shared/create-media-query.ts'
import { createUrlState } from '../shared/create-url-state.ts'
import { Button } from '../ui/Button.tsx'
import { DataList } from '../ui/lists/DataList.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { BulkBar } from './list/BulkBar.tsx'
import { FilterBar } from './list/FilterBar.tsx'
import { TicketPreview } from './list/TicketPreview.tsx'
import { ViewBar } from './list/ViewBar.tsx'
import { isFiltered, listSchema, noFilters, toListQuery, type ListFilters } from './list-filters.ts'
import { createTicketColumns, TicketCard } from './ticket-columns.tsx'
import { groupNumber } from './tickets.models.ts'
import { ticketList } from './tickets.queries.ts'

/** The ticket list: saved views, filters in the address, virtual rows, preview, acts on several at once. */
export const TicketListPage = () => {
  const { t } = useI18n()
  const navigate = useNavigate()
  const phone = createIsPhone()
  const [filters, setFilters] = createUrlState(listSchema)
  const query = createMemo(() => toListQuery(filters()))
  const list = createKeysetQuery<TicketListRow>(() => ticketList(query()))
  const columns = createTicketColumns()
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set())
  const [bulkBusy, setBulkBusy] = createSignal(false)
  const [preview, setPreview] = createSignal<string>()
  let search: HTMLInputElement | undefined
  createCrumbs(() => [{ label: t('tickets.title') }])
  createEffect(on(query, () => setSelected(new Set<string>()), { defer: true }))

  const chosen = () => list.rows.filter(({ id }) => selected().has(id))
  const change = (next: Partial<ListFilters>) => setFilters(next)
  return (
    <div class="flex h-full min-h-0 flex-col">
      <h1 class="sr-only">{t('tickets.title')}</h1>
      <div class="flex shrink-0 flex-col gap-2 border-b border-line bg-raised py-2.5">
        <ViewBar value={filters().view} onChange={(view) => change({ view })} />
        <FilterBar filters={filters()} onChange={change} searchRef={(input) => (search = input)} />
      </div>
      <div class="flex min-h-0 flex-1">
        <div class="flex min-w-0 flex-1 flex-col bg-raised">
          <Show when={list.told?.building ? 'building' : list.told?.bounded ? 'bounded' : undefined}>
            {(what) => (
              <p role="status" class="border-b border-line px-4 py-2 text-sm text-muted">
                {t(what() === 'building' ? 'tickets.searchBuilding' : 'tickets.searchBounded')}
              </p>
            )}
          </Show>
          <div class="min-h-0 flex-1">
            <DataList
              {...list}
              label={t('tickets.title')}
              columns={columns()}
              card={(row) => <TicketCard ticket={row} />}
              rowLabel={(row) => `${groupNumber(row.number)} ${row.title}`}
              href={(row) => `/tickets/${row.id}`}
              onOpen={(row) => navigate(`/tickets/${row.id}`)}
              onPreview={(row) => setPreview((open) => (open === row.id ? undefined : row.id))}
              onSearch={() => search?.focus()}
              {...(!phone() && { selected: selected(), onSelected: setSelected })}
              empty={
                <EmptyState
                  icon={SearchX}
                  title={t('tickets.empty')}
                  detail={t('tickets.emptyHint')}
                  action={
                    <Show when={isFiltered(filters())}>
                      <Button onClick={() => change(noFilters)}>{t('tickets.clearFilters')}</Button>
                    </Show>
                  }
                />
              }
            />
          </div>
          <Show when={chosen().length > 0 || bulkBusy()}>
            <BulkBar tickets={chosen()} onClear={() => setSelected(new Set<string>())} onBusy={setBulkBusy} />
          </Show>
        </div>
        <Show when={!phone() && preview()} keyed>
          {(id) => <TicketPreview id={id} onClose={() => setPreview()} />}
        </Show>
      </div>
    </div>
  )
}
