import { A } from '@solidjs/router'
import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { stateRows } from '../wallboard.models.ts'
import { WallPanel } from './WallPanel.tsx'

/** Open tickets by state; each leads to its list. */
export const StateBars = (props: { byState: Readonly<Record<string, number>> }) => {
  const { t, format } = useI18n()
  const rows = () => stateRows(props.byState)
  const most = () => Math.max(1, ...rows().map(({ count }) => count))
  const total = () => rows().reduce((sum, { count }) => sum + count, 0)
  return (
    <WallPanel title={t('wallboard.states', { count: format().number(total()) })}>
      <ul class="grid flex-1 grid-cols-[auto_1fr_auto] content-between gap-x-4">
        <For each={rows()} fallback={<li class="col-span-3 text-muted">{t('wallboard.noTickets')}</li>}>
          {({ state, count }) => (
            <li class="col-span-3 grid grid-cols-subgrid">
              <A
                href={`/tickets?state=${state}`}
                class="col-span-3 grid min-h-7 grid-cols-subgrid items-center rounded-sm text-lg leading-7 hover:bg-hover max-sm:min-h-11 max-sm:text-base"
              >
                <span class="whitespace-nowrap">{t(`state.${state}`)}</span>
                <span class="h-2.5 overflow-hidden rounded-full bg-sunken">
                  <span
                    class="block h-full rounded-full bg-accent-fill"
                    style={{ width: `${(100 * count) / most()}%` }}
                  />
                </span>
                <span class="text-end font-semibold">{format().number(count)}</span>
              </A>
            </li>
          )}
        </For>
      </ul>
    </WallPanel>
  )
}
