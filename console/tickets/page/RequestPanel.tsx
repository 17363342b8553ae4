import MapPin from 'lucide-solid/icons/map-pin'
import { Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createTicketWords } from '../create-ticket-words.ts'
import { AttachmentList } from './AttachmentList.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The request as it was said, where, and what came with it. */
export const RequestPanel = (props: { ticket: TicketDto }) => {
  const { t } = useI18n()
  const words = createTicketWords()
  const areas = () => [props.ticket.district, props.ticket.street].flatMap((unit) => (unit ? [words.unit(unit)] : []))
  /** Files of answers stand with their answer. */
  const own = () => {
    const answered = new Set(props.ticket.answers.flatMap(({ attachmentIds }) => attachmentIds))
    return props.ticket.attachments.filter(({ id }) => !answered.has(id))
  }
  return (
    <Panel title={t('ticket.request')}>
      <p class="text-lg wrap-anywhere whitespace-pre-wrap">{props.ticket.request}</p>
      <p class="mt-3 flex items-start gap-1.5 text-muted">
        <MapPin size={16} class="mt-0.5 shrink-0" aria-hidden="true" />
        <span>
          <span class="sr-only">{t('ticket.place')}: </span>
          <span class={props.ticket.place ? 'text-text' : ''}>{props.ticket.place ?? t('ticket.noPlace')}</span>
          <Show when={areas().length > 0}>
            <span class="ml-2">{areas().join(' › ')}</span>
          </Show>
          <Show when={props.ticket.lat !== null && props.ticket.lon !== null}>
            <span class="ml-2 font-mono text-sm whitespace-nowrap">
              {props.ticket.lat?.toFixed(5)}, {props.ticket.lon?.toFixed(5)}
            </span>
          </Show>
        </span>
      </p>
      <Show when={own().length > 0}>
        <AttachmentList files={own()} class="mt-3" />
      </Show>
    </Panel>
  )
}
