import Maximize from 'lucide-solid/icons/maximize'
import Moon from 'lucide-solid/icons/moon'
import Sun from 'lucide-solid/icons/sun'
import { Show } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { createUrlState } from '../shared/create-url-state.ts'
import { known } from '../shared/known.ts'
import { choiceParam } from '../shared/url-state.models.ts'
import { useQuery } from '../shared/use-query.ts'
import { agentsQuery } from '../softphone/softphone.queries.ts'
import { ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Bar } from '../ui/feedback/Skeleton.tsx'
import { AgentGrid } from './components/AgentGrid.tsx'
import { BigNumbers } from './components/BigNumbers.tsx'
import { IntakeSparkline } from './components/IntakeSparkline.tsx'
import { QueueBars } from './components/QueueBars.tsx'
import { StateBars } from './components/StateBars.tsx'
import { WallSkeleton } from './components/WallSkeleton.tsx'
import { createLiveRefresh } from './create-live-refresh.ts'
import { wallboardQuery } from './insight.queries.ts'

/** The hall on one screen, to be read from five metres; dark unless the address says otherwise. A low screen scrolls, nothing is cut. */
export const WallboardPage = () => {
  const { t, format } = useI18n()
  createCrumbs(() => [{ label: t('wallboard.title') }])
  const [view, setView] = createUrlState({ theme: choiceParam(['dark', 'light'], 'dark') })
  const board = useQuery(() => ({ ...wallboardQuery(), throwOnError: false }))
  createLiveRefresh(
    ['ticket', 'call', 'queue', 'presence', 'alert'],
    [wallboardQuery().queryKey, agentsQuery().queryKey],
  )
  const dark = () => view().theme === 'dark'
  let wall: HTMLDivElement | undefined
  return (
    <div
      ref={wall}
      data-theme={view().theme}
      class="flex min-h-full flex-col gap-4 bg-surface p-4 max-sm:gap-2 max-sm:p-2"
    >
      <header class="flex items-center gap-2">
        <h2 class="text-xl font-semibold">{t('wallboard.title')}</h2>
        <span class="ml-auto text-lg text-muted max-sm:text-sm">
          <Show when={known(board)}>{(data) => t('wallboard.at', { time: format().timeWithSeconds(data().at) })}</Show>
        </span>
        <IconButton
          label={dark() ? t('wallboard.theme.light') : t('wallboard.theme.dark')}
          icon={dark() ? Sun : Moon}
          onClick={() => setView({ theme: dark() ? 'light' : 'dark' })}
        />
        <IconButton
          label={t('wallboard.fullScreen')}
          icon={Maximize}
          class="max-sm:hidden"
          onClick={() => void wall?.requestFullscreen()}
        />
      </header>
      <Show
        when={known(board)}
        fallback={
          <Show when={board.isLoadingError} fallback={<WallSkeleton />}>
            <ErrorPanel error={board.error} onRetry={() => void board.refetch()} />
          </Show>
        }
      >
        {(data) => (
          <>
            <BigNumbers board={data()} />
            <div class="grid min-h-0 flex-1 gap-4 max-sm:gap-2 lg:grid-cols-[2fr_1fr_1fr] lg:grid-rows-[minmax(min-content,3fr)_minmax(min-content,2fr)]">
              <PageBoundary loading={<Bar class="min-h-40" />}>
                <AgentGrid />
              </PageBoundary>
              <QueueBars queues={data().calls.queues} />
              <StateBars byState={data().tickets.byState} />
              <IntakeSparkline intake={data().intake} class="lg:col-span-3" />
            </div>
          </>
        )}
      </Show>
    </div>
  )
}
