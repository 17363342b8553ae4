import Headphones from 'lucide-solid/icons/headphones'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import { useQuery } from '../../shared/use-query.ts'
import { agentsQuery } from '../../softphone/softphone.queries.ts'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { softTone, textTone } from '../../ui/tone.ts'
import { gridOf, presenceOrder, presenceTone } from '../wallboard.models.ts'
import { WallPanel } from './WallPanel.tsx'

/** Who is there and what each is doing, for how long. */
export const AgentGrid = () => {
  const { t, format } = useI18n()
  const now = createNow()
  const agents = useQuery(() => ({ ...agentsQuery(), refetchInterval: 15_000 }))
  const grid = () => gridOf(agents.data ?? [])
  const counts = () =>
    presenceOrder.flatMap((state) => {
      const count = grid().filter((agent) => agent.state === state).length
      return count > 0 ? [{ state, count }] : []
    })
  return (
    <WallPanel
      title={t('wallboard.agents')}
      aside={
        <span class="flex flex-wrap gap-x-4 text-lg max-sm:text-sm">
          <For each={counts()}>
            {({ state, count }) => (
              <span class={textTone[presenceTone[state]]}>
                {t('wallboard.agentCount', { state: t(`presence.${state}`), count })}
              </span>
            )}
          </For>
        </span>
      }
    >
      <Show
        when={grid().length > 0}
        fallback={<EmptyState icon={Headphones} title={t('wallboard.noAgents')} detail={t('wallboard.noAgentsHint')} />}
      >
        <ul class="grid min-h-0 content-start lg:h-0 lg:min-h-24 lg:grow grid-cols-[repeat(auto-fill,minmax(140px,1fr))] gap-2 overflow-y-auto max-sm:grid-cols-2">
          <For each={grid()}>
            {(agent) => (
              <li class={classes('flex min-w-0 flex-col rounded-md px-3 py-2', softTone[presenceTone[agent.state]])}>
                <span class="truncate text-lg font-semibold text-text">{agent.staff?.name ?? '—'}</span>
                <span class="flex justify-between gap-2 text-base">
                  <span class="truncate">{t(`presence.${agent.state}`)}</span>
                  <span>{format().duration(now() - Date.parse(agent.since))}</span>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </WallPanel>
  )
}
