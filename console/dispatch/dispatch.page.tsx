import { Match, Switch } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { known } from '../shared/known.ts'
import { createUrlState } from '../shared/create-url-state.ts'
import { choiceParam } from '../shared/url-state.models.ts'
import { useQuery } from '../shared/use-query.ts'
import { countsQuery, extensionsList, returnsList, ticketList } from '../tickets/tickets.queries.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { DispatchQueue } from './components/DispatchQueue.tsx'
import { ExtensionQueue } from './components/ExtensionQueue.tsx'
import { ReturnQueue } from './components/ReturnQueue.tsx'

const tabs = ['queue', 'returns', 'extensions'] as const
const queue = { view: 'dispatch', state: 'awaitingDispatch', sort: 'clock', size: '100' }

/** The dispatcher's desk: what waits for a unit, what units want to return, where they want more time. */
export const DispatchPage = () => {
  const { t } = useI18n()
  const [filters, setFilters] = createUrlState({ tab: choiceParam(tabs, 'queue') })
  const waiting = createKeysetQuery(() => ticketList(queue))
  const returns = createKeysetQuery(() => returnsList())
  const extensions = createKeysetQuery(() => extensionsList())
  const counts = useQuery(() => countsQuery())
  createCrumbs(() => [{ label: t('dispatch.title') }])

  const lists = { queue: waiting, returns, extensions }
  /** How many are in a list; unknown until it has come. The queue is counted by the server: it may be longer than what was read. */
  const countOf = (tab: keyof typeof lists): { count?: number } => {
    const list = lists[tab]
    if (list.loading || list.error) return {}
    const all = tab === 'queue' && list.hasMore ? known(counts)?.counts['dispatch'] : undefined
    return { count: all === undefined ? list.rows.length : all - returns.rows.length }
  }
  return (
    <div class="flex h-full min-h-0 flex-col">
      <h1 class="sr-only">{t('dispatch.title')}</h1>
      <Tabs
        label={t('dispatch.tabs')}
        class="shrink-0 bg-raised px-4!"
        tabs={tabs.map((value) => ({ value, label: t(`dispatch.tab.${value}`), ...countOf(value) }))}
        value={filters().tab}
        onChange={(tab) => setFilters({ tab })}
      />
      <Switch>
        <Match when={filters().tab === 'queue'}>
          <DispatchQueue list={waiting} />
        </Match>
        <Match when={filters().tab === 'returns'}>
          <ReturnQueue list={returns} />
        </Match>
        <Match when={filters().tab === 'extensions'}>
          <ExtensionQueue list={extensions} />
        </Match>
      </Switch>
    </div>
  )
}
