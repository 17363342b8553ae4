import { For, Show } from 'solid-js'
import type { AssignmentDto, TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { createTicketWords } from '../create-ticket-words.ts'
import { TicketClock } from './TicketClock.tsx'
import { Panel } from './Panel.tsx'

const order = { lead: 0, co: 1, copied: 2 } as const

/** Who has the ticket now, in which part, and how far they are; earlier rounds stand in the timeline. */
export const UnitsPanel = (props: { ticket: TicketDto }) => {
  const { t } = useI18n()
  const shown = () => {
    const active = props.ticket.assignments.filter(({ state }) => state === 'active')
    const last = props.ticket.assignments.at(-1)?.round
    const rows = active.length > 0 ? active : props.ticket.assignments.filter(({ round }) => round === last)
    return rows.toSorted((a, b) => order[a.role] - order[b.role])
  }
  const why = () => props.ticket.whyUnit
  const instruction = () => shown().find(({ role }) => role === 'lead')?.instruction
  return (
    <Panel title={t('ticket.units')}>
      <ul class="flex flex-col gap-2.5">
        <For each={shown()} fallback={<li class="text-muted">{t('ticket.noUnits')}</li>}>
          {(row) => <AssignmentRow row={row} />}
        </For>
      </ul>
      <Show when={why()}>
        {(reason) => (
          <p class="mt-2.5 border-t border-line pt-2.5 text-sm text-muted">
            {t('ticket.said', { label: t('ticket.whyUnit'), text: t(`why.${reason()}`) })}
            <Show when={props.ticket.decidedBy === 'person' || props.ticket.decidedBy === 'threshold'}>
              {` · ${t(props.ticket.decidedBy === 'person' ? 'ticket.decidedBy.person' : 'ticket.decidedBy.threshold')}`}
            </Show>
          </p>
        )}
      </Show>
      <Show when={instruction()}>
        {(text) => (
          <p class="mt-2 text-sm whitespace-pre-wrap">
            {t('ticket.said', { label: t('ticket.instruction'), text: text() })}
          </p>
        )}
      </Show>
    </Panel>
  )
}

const AssignmentRow = (props: { row: AssignmentDto }) => {
  const { t, format } = useI18n()
  const words = createTicketWords()
  const steps = (): string[] => {
    const { role, dueAt, signedAt, signBy, contactedAt, contactBy, returnBy, answeredAt, endedAt } = props.row
    const at = (moment: string) => format().moment(moment)
    if (role === 'copied') return []
    return [
      ...(signedAt
        ? [t('ticket.unit.signed', { at: at(signedAt) })]
        : signBy && !endedAt
          ? [t('ticket.unit.signBy', { at: format().due(signBy) })]
          : []),
      ...(contactedAt
        ? [t('ticket.unit.contacted', { at: at(contactedAt) })]
        : contactBy && !endedAt
          ? [t('ticket.unit.contactBy', { at: format().due(contactBy) })]
          : []),
      ...(returnBy && !endedAt ? [t('ticket.unit.returnBy', { at: format().due(returnBy) })] : []),
      ...(answeredAt
        ? [t(role === 'co' ? 'ticket.unit.reported' : 'ticket.unit.answered', { at: at(answeredAt) })]
        : role === 'co' && dueAt && !endedAt
          ? [t('ticket.unit.reportBy', { at: format().due(dueAt) })]
          : []),
      ...(endedAt ? [t('ticket.unit.ended')] : []),
    ]
  }
  return (
    <li class="flex items-start gap-2">
      <Badge tone={props.row.role === 'lead' ? 'accent' : 'neutral'} class="mt-0 shrink-0 rounded-sm!">
        {t(`assignment.${props.row.role}`)}
      </Badge>
      <span class="min-w-0">
        <span class={props.row.role === 'lead' ? 'font-medium' : ''}>{words.unit(props.row.unit)}</span>
        <For each={steps()}>{(step) => <span class="block text-sm text-muted">{step}</span>}</For>
        <Show when={props.row.clock?.state !== 'met' && props.row.clock}>
          {(clock) => <TicketClock clock={clock()} />}
        </Show>
      </span>
    </li>
  )
}
