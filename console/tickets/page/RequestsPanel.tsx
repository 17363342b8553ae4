import { For, Show, type JSX } from 'solid-js'
import type { ExtensionDto, ReturnRequestDto, TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { createTicketWords } from '../create-ticket-words.ts'
import { Panel } from '../../ui/Panel.tsx'

/** What units asked of the hotline: to return the ticket, to have more time; the newest first. */
export const RequestsPanel = (props: { ticket: TicketDto }) => {
  const { t } = useI18n()
  const rows = () =>
    [
      ...props.ticket.returns.map((row) => ({ at: row.createdAt, show: () => <ReturnRequest request={row} /> })),
      ...props.ticket.extensions.map((row) => ({ at: row.createdAt, show: () => <ExtensionRequest request={row} /> })),
    ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Show when={rows().length > 0}>
      <Panel title={t('ticket.requests')}>
        <ul class="flex flex-col divide-y divide-line">
          <For each={rows()}>{(row) => <li class="py-2.5 first:pt-0 last:pb-0">{row.show()}</li>}</For>
        </ul>
      </Panel>
    </Show>
  )
}

const Asked = (props: {
  title: string
  state: ReturnRequestDto['state'] | ExtensionDto['state']
  at: string
  by: string
  reason: string
  note: string | null
  children?: JSX.Element
}) => {
  const { t, format } = useI18n()
  return (
    <div class="flex flex-col gap-1">
      <p class="flex flex-wrap items-center gap-x-2">
        <span class="font-medium">{props.title}</span>
        <Badge tone={props.state === 'pending' ? 'warn' : 'neutral'}>{t(`ticket.asked.${props.state}`)}</Badge>
        <span class="text-sm text-muted">
          {props.by} {format().moment(props.at)}
        </span>
      </p>
      <p class="whitespace-pre-wrap">{props.reason}</p>
      {props.children}
      <Show when={props.note}>
        {(note) => <p class="text-sm text-muted">{t('ticket.asked.note', { note: note() })}</p>}
      </Show>
    </div>
  )
}

export const ReturnRequest = (props: { request: ReturnRequestDto }) => {
  const { t } = useI18n()
  const words = createTicketWords()
  const row = () => props.request
  return (
    <Asked
      title={t('ticket.return.by', { unit: words.unit(row().unit) })}
      state={row().state}
      at={row().createdAt}
      by={row().createdBy}
      reason={row().reason}
      note={row().note}
    >
      <p class="text-sm text-muted">{t('ticket.return.basis', { basis: row().basis })}</p>
      <Show when={row().suggestedUnit}>
        {(unit) => <p class="text-sm">{t('ticket.return.suggested', { unit: words.unit(unit()) })}</p>}
      </Show>
    </Asked>
  )
}

export const ExtensionRequest = (props: { request: ExtensionDto }) => {
  const { t, format } = useI18n()
  const words = createTicketWords()
  const row = () => props.request
  return (
    <Asked
      title={t('ticket.extension.by', { unit: words.unit(row().unit), days: row().workingDays })}
      state={row().state}
      at={row().createdAt}
      by={row().createdBy}
      reason={row().reason}
      note={row().note}
    >
      <p class="text-sm text-muted">
        <Show when={row().newDueAt} fallback={t('clock.dueNow', { at: format().due(row().oldDueAt) })}>
          {(at) => t('clock.dueMoved', { from: format().due(row().oldDueAt), to: format().due(at()) })}
        </Show>
      </p>
    </Asked>
  )
}
