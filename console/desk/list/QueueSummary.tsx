import Users from 'lucide-solid/icons/users'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import type { Phone } from '../../softphone/phone.ts'

/** How many wait, and how long the longest. */
export const QueueSummary = (props: { phone: Phone }) => {
  const { t, format, inLocale } = useI18n()
  const now = createNow()
  const board = () => props.phone.board()
  const waited = (since: string | null) => (since === null ? '' : format().duration(now() - Date.parse(since)))
  return (
    <div class="px-2 text-sm" role="status">
      <p class="flex items-center gap-1.5 text-muted">
        <Users size={14} aria-hidden="true" />
        <Show when={(board()?.waiting.length ?? 0) > 0} fallback={t('desk.queueEmpty')}>
          {t('desk.queue', { count: board()?.waiting.length ?? 0 })}
        </Show>
        <span class="ml-auto">{t('desk.agentsReady', { count: board()?.agents.ready ?? 0 })}</span>
      </p>
      <For each={board()?.queues ?? []}>
        {(queue) => (
          <p class="mt-1 flex justify-between gap-2 pl-5">
            <span class="truncate">
              {queue.line ? inLocale(queue.line.name, queue.line.nameEn) : t('desk.unknownLine')}
            </span>
            <span class="shrink-0 whitespace-nowrap">
              {t('desk.queueLine', { count: queue.waiting, longest: waited(queue.longestSince) })}
            </span>
          </p>
        )}
      </For>
    </div>
  )
}
