import { Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { DescriptionList, type Fact } from '../../ui/DescriptionList.tsx'
import { createTicketWords } from '../create-ticket-words.ts'
import { ClockFacts } from './ClockExplained.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What the request is about, its limit, and its moments. */
export const FactsPanel = (props: { ticket: TicketDto }) => {
  const { t, format, maybe } = useI18n()
  const words = createTicketWords()
  const classification = (): Fact[] => {
    const { matter, kind, urgency, channel, respondent } = props.ticket
    return [
      { term: t('ticket.matter'), value: words.matterPath(matter) },
      ...(kind ? [{ term: t('ticket.kind'), value: t(`kind.${kind}`) }] : []),
      { term: t('ticket.urgency'), value: t(`urgency.${urgency}`) },
      { term: t('ticket.channel'), value: t(`channel.${channel}`) },
      ...(respondent ? [{ term: t('ticket.respondent'), value: words.unit(respondent) }] : []),
    ]
  }
  const dates = (): Fact[] => {
    const { createdAt, acceptedAt, dispatchedAt, answeredAt, closedAt, closeReason, outcome } = props.ticket
    const at = (term: string, moment: string | null): Fact[] =>
      moment ? [{ term, value: format().moment(moment) }] : []
    return [
      ...at(t('ticket.createdAt'), createdAt),
      ...at(t('ticket.acceptedAt'), acceptedAt),
      ...at(t('ticket.dispatchedAt'), dispatchedAt),
      ...at(t('ticket.answeredAt'), answeredAt),
      ...at(t('ticket.closedAt'), closedAt),
      ...(closeReason ? [{ term: t('ticket.outcome'), value: t(`closeReason.${closeReason}`) }] : []),
      ...(outcome
        ? [
            {
              term: t('ticket.outcome'),
              value: maybe(`decline.${outcome}`) ?? maybe(`terminate.${outcome}`) ?? outcome,
            },
          ]
        : []),
    ]
  }
  return (
    <>
      <Panel title={t('ticket.classification')}>
        <DescriptionList facts={classification()} />
      </Panel>
      <Show when={props.ticket.clock}>
        {(clock) => (
          <Panel title={t('clock.limit')}>
            <ClockFacts clock={clock()} />
          </Panel>
        )}
      </Show>
      <Panel title={t('ticket.dates')}>
        <DescriptionList facts={dates()} />
      </Panel>
    </>
  )
}
