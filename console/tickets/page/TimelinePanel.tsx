import { createSignal } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { RadioGroup } from '../../ui/fields/RadioGroup.tsx'
import { timelineFilters, type TimelineFilter } from '../tickets.models.ts'
import { Panel } from '../../ui/Panel.tsx'
import { TimelineList } from './TimelineList.tsx'

/** Everything that happened to the ticket, from the first contact on. */
export const TimelinePanel = (props: { ticketId: string }) => {
  const { t } = useI18n()
  const [filter, setFilter] = createSignal<TimelineFilter>('all')
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
      <TimelineList ticketId={props.ticketId} filter={filter()} />
    </Panel>
  )
}
