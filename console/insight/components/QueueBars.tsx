import { For, Show } from 'solid-js'
import type { WallboardDto } from '../../../api/insight/insight.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import { classes } from '../../ui/classes.ts'
import { textTone } from '../../ui/tone.ts'
import { linesQuery } from '../insight.queries.ts'
import { queueRows, waitTone } from '../wallboard.models.ts'
import { WallPanel } from './WallPanel.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** A bar for each line: how many wait, and how long the first of them has. */
export const QueueBars = (props: { queues: WallboardDto['calls']['queues'] }) => {
  const { t, format, inLocale } = useI18n()
  const now = createNow()
  const lines = useQuery(linesQuery)
  const rows = () => queueRows(known(lines) ?? [], props.queues)
  const most = () => Math.max(5, ...rows().map(({ waiting }) => waiting))
  const waited = (oldestAt: string | null) => (oldestAt === null ? 0 : Math.max(0, now() - Date.parse(oldestAt)))
  return (
    <WallPanel title={t('wallboard.queues')}>
      <ul class="flex flex-1 flex-col justify-between gap-1.5">
        <For each={rows()} fallback={<li class="text-muted">{known(lines) && t('wallboard.noLines')}</li>}>
          {(row) => {
            const name = () => (row.line ? inLocale(row.line.name, row.line.nameEn) : t('wallboard.otherLine'))
            return (
              <li
                aria-label={t('wallboard.queueRow', { line: name(), count: row.waiting })}
                class="flex flex-col gap-0.5"
              >
                <span class="flex items-baseline gap-3">
                  <span class="min-w-0 flex-1 truncate text-lg">{name()}</span>
                  <Show when={row.waiting > 0}>
                    <span class={classes('text-base', textTone[waitTone(row.waiting, waited(row.oldestAt))])}>
                      {format().duration(waited(row.oldestAt))}
                    </span>
                  </Show>
                  <span class={classes('text-xl font-semibold', row.waiting === 0 && 'text-muted')}>{row.waiting}</span>
                </span>
                <span class="h-1.5 overflow-hidden rounded-full bg-sunken">
                  <span
                    class="block h-full rounded-full bg-accent-fill transition-[width] duration-150"
                    style={{ width: `${(100 * row.waiting) / most()}%` }}
                  />
                </span>
              </li>
            )
          }}
        </For>
      </ul>
    </WallPanel>
  )
}
