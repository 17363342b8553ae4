import Users from 'lucide-solid/icons/users'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import type { Phone } from '../../softphone/phone.ts'
import { ListPart } from './ListPart.tsx'

/** How many wait and how many are ready, in one line whatever comes. */
export const QueueSummary = (props: { phone: Phone }) => {
  const { t } = useI18n()
  const board = () => props.phone.board()
  return (
    <div class="px-2 text-sm" role="status">
      <p class="flex items-center gap-1.5 text-muted">
        <Users size={14} aria-hidden="true" />
        <Show when={(board()?.waiting.length ?? 0) > 0} fallback={t('desk.queueEmpty')}>
          {t('desk.queue', { count: board()?.waiting.length ?? 0 })}
        </Show>
        <span class="ml-auto">{t('desk.agentsReady', { count: board()?.agents.ready ?? 0 })}</span>
      </p>
    </div>
  )
}

/** Where they wait, and how long the longest of each line; at the end of the column, where it pushes nothing. */
export const QueueLines = (props: { phone: Phone }) => {
  const { t, format, inLocale } = useI18n()
  const now = createNow()
  const waited = (since: string | null) => (since === null ? '' : format().duration(now() - Date.parse(since)))
  return (
    <Show when={(props.phone.board()?.queues ?? []).length > 0}>
      <ListPart title={t('desk.queues')}>
        <ul class="px-2 text-sm">
          <For each={props.phone.board()?.queues ?? []}>
            {(queue) => (
              <li class="mt-1 flex justify-between gap-2">
                <span class="truncate">
                  {queue.line ? inLocale(queue.line.name, queue.line.nameEn) : t('desk.unknownLine')}
                </span>
                <span class="shrink-0 whitespace-nowrap">
                  {t('desk.queueLine', { count: queue.waiting, longest: waited(queue.longestSince) })}
                </span>
              </li>
            )}
          </For>
        </ul>
      </ListPart>
    </Show>
  )
}
