import { Match, Show, Switch } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { createCan } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'
import { ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { Skeleton } from '../ui/feedback/Skeleton.tsx'
import { HealthList } from './components/HealthList.tsx'
import { HeldPanel } from './components/HeldPanel.tsx'
import { RetentionPanel } from './components/RetentionPanel.tsx'
import { StraysPanel } from './components/StraysPanel.tsx'
import { countOf } from './operations.models.ts'
import { healthQuery, heldQuery, retentionQuery } from './operations.queries.ts'

/** How the program is doing, in words: what is fine, what needs a look, what must be acted on now, and what waits for an administrator's word. */
export const OperationsPage = () => {
  const { t, format } = useI18n()
  const may = createCan()
  createCrumbs(() => [{ label: t('operations.title') }])
  const health = useQuery(() => healthQuery())
  const held = useQuery(() => heldQuery())
  const retention = useQuery(() => retentionQuery())
  const found = () => known(health)
  const title = () => {
    const items = found()?.items
    if (!items) return t('operations.title')
    const [broken, attention] = [countOf(items, 'broken'), countOf(items, 'attention')]
    if (broken > 0) return t('operations.someBroken', { count: broken })
    return attention > 0 ? t('operations.someAttention', { count: attention }) : t('operations.allFine')
  }
  const waits = () => {
    const all = known(held)
    return all && (all.hold !== null || all.topics.length > 0) ? all : undefined
  }
  /** What stands below comes when what stands above it has its room. */
  const placed = () => !health.isPending && !held.isPending
  return (
    <div class="mx-auto flex max-w-[1100px] flex-col gap-5 p-5 max-sm:p-4">
      <header>
        <h2 class="text-xl font-semibold">{title()}</h2>
        <p class="min-h-5 text-muted">
          <Show when={found()}>{(all) => t('operations.checkedAt', { time: format().timeWithSeconds(all().at) })}</Show>
        </p>
      </header>
      <Switch fallback={<Skeleton class="h-96" />}>
        <Match when={found()}>{(all) => <HealthList items={all().items} />}</Match>
        <Match when={health.error}>
          {(error) => <ErrorPanel error={error()} onRetry={() => void health.refetch()} />}
        </Match>
      </Switch>
      <Show when={placed()}>
        <Show when={waits()}>{(all) => <HeldPanel held={all()} mayDecide={may('operations.manage')} />}</Show>
        <Show when={may('operations.manage')}>
          <StraysPanel />
        </Show>
        <Show when={known(retention)}>{(all) => <RetentionPanel items={all().items} />}</Show>
      </Show>
    </div>
  )
}
