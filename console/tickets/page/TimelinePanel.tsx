import { createSignal, For, Show } from 'solid-js'
import type { TimelineEntryDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createKeysetQuery } from '../../shared/create-keyset-query.ts'
import { ErrorPanel } from '../../ui/feedback/ErrorPanel.tsx'
import { LoadMore } from '../../ui/lists/LoadMore.tsx'
import { RadioGroup } from '../../ui/fields/RadioGroup.tsx'
import { Skeleton } from '../../ui/feedback/Skeleton.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { fitsFilter, timelineFilters, type TimelineFilter } from '../tickets.models.ts'
import { timelineList } from '../tickets.queries.ts'
import { Panel } from '../../ui/Panel.tsx'
import { TimelineRow } from './TimelineRow.tsx'

/** Everything that happened to the ticket, from the first contact on. */
export const TimelinePanel = (props: { ticketId: string }) => {
  const { t } = useI18n()
  const [filter, setFilter] = createSignal<TimelineFilter>('all')
  const list = createKeysetQuery<TimelineEntryDto>(() => timelineList(props.ticketId))
  const shown = () => list.rows.filter((entry) => fitsFilter(entry, filter()))
  return (
    <Panel
      title={t('ticket.timeline')}
      aside={
        <RadioGroup
          label={t('timeline.filter')}
          hideLabel
          look="segments"
          value={filter()}
          options={timelineFilters.map((value) => ({ value, label: t(`timeline.filter.${value}`) }))}
          onChange={setFilter}
        />
      }
    >
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
    </Panel>
  )
}
