import { For, Show } from 'solid-js'
import type { TicketDto, TicketFollowUpDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { DescriptionList, type Fact } from '../../ui/DescriptionList.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What the citizen said when asked, round by round, the last first: contacted, solved, satisfied are three separate things. */
export const FollowUpPanel = (props: { ticket: TicketDto }) => {
  const { t } = useI18n()
  const rows = () => props.ticket.followUps.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  return (
    <Show when={rows().length > 0}>
      <Panel title={t('ticket.followUp')}>
        <div class="flex flex-col divide-y divide-line">
          <For each={rows()}>{(row) => <FollowUp row={row} />}</For>
        </div>
      </Panel>
    </Show>
  )
}

const FollowUp = (props: { row: TicketFollowUpDto }) => {
  const { t, maybe, format } = useI18n()
  const yesNo = (value: boolean | null) =>
    value === null ? t('ticket.unanswered') : t(value ? 'ticket.yes' : 'ticket.no')
  const facts = (): Fact[] => {
    const { contacted, solved, grade, reason } = props.row
    return [
      { term: t('ticket.followUp.contacted'), value: yesNo(contacted) },
      { term: t('ticket.followUp.solved'), value: yesNo(solved) },
      {
        term: t('ticket.followUp.grade'),
        value: grade === null ? t('ticket.unanswered') : (maybe(`grade.${grade}`) ?? String(grade)),
      },
      ...(reason ? [{ term: t('ticket.followUp.reason'), value: reason }] : []),
    ]
  }
  return (
    <div class="flex flex-col gap-2 py-2.5 first:pt-0 last:pb-0">
      <p class="flex flex-wrap items-center gap-2 text-sm text-muted">
        <Badge tone={props.row.state === 'answered' ? 'ok' : 'neutral'}>
          {t(`ticket.followUp.${props.row.state}`)}
        </Badge>
        {t(`ticket.followUp.by.${props.row.channel}`)}
        <Show when={props.row.listedFor !== 'noTexts' && props.row.listedFor}>
          {(reason) => <Badge tone="warn">{t(`followUp.listed.${reason()}`)}</Badge>}
        </Show>
        <Show when={props.row.withoutCall === true}>
          <Badge tone="warn">{t('followUp.withoutCall.result')}</Badge>
        </Show>
        <time datetime={props.row.doneAt ?? props.row.createdAt}>
          {format().moment(props.row.doneAt ?? props.row.createdAt)}
        </time>
      </p>
      <Show when={props.row.state === 'answered'}>
        <DescriptionList facts={facts()} />
      </Show>
    </div>
  )
}
