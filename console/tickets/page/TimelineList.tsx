import { For, Show } from 'solid-js'
import type { TimelineEntryDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createKeysetQuery } from '../../shared/create-keyset-query.ts'
import { ErrorPanel } from '../../ui/feedback/ErrorPanel.tsx'
import { LoadMore } from '../../ui/lists/LoadMore.tsx'
import { Skeleton } from '../../ui/feedback/Skeleton.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { fitsFilter, type TimelineFilter } from '../tickets.models.ts'
import { timelineList } from '../tickets.queries.ts'
import { TimelineRow } from './TimelineRow.tsx'

/** What happened to a ticket, oldest first: all of it, the talk, or the official acts. */
export const TimelineList = (props: { ticketId: string; filter: TimelineFilter }) => {
  const { t } = useI18n()
  const list = createKeysetQuery<TimelineEntryDto>(() => timelineList(props.ticketId))
  const shown = () => list.rows.filter((entry) => fitsFilter(entry, props.filter))
  return (
    <Show when={!list.error} fallback={<ErrorPanel error={list.error} onRetry={list.retry} />}>
      <Show when={!list.loading} fallback={<Skeleton lines={8} />}>
        <Show when={shown().length > 0} fallback={<p class="py-4 text-muted">{t('timeline.empty')}</p>}>
          <Timeline label={t('ticket.timeline')}>
            <For each={shown()}>{(entry) => <TimelineRow entry={entry} />}</For>
          </Timeline>
        </Show>
        <LoadMore list={list} label={t('timeline.more')} />
      </Show>
    </Show>
  )
}
