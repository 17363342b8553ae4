import Siren from 'lucide-solid/icons/siren'
import { For, Show } from 'solid-js'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { createTicketWords } from '../create-ticket-words.ts'

/** Danger and urgency; nothing for an ordinary ticket. */
export const TicketPressure = (props: { ticket: Pick<TicketListItem, 'danger' | 'urgency'> }) => {
  const { t } = useI18n()
  return (
    <>
      <Show when={props.ticket.danger}>
        {(danger) => <StateTag icon={Siren} tone="bad" label={t(`danger.${danger()}`)} />}
      </Show>
      <Show when={props.ticket.urgency !== 'normal'}>
        <Badge tone={props.ticket.urgency === 'critical' ? 'bad' : 'warn'}>
          {t(`urgency.${props.ticket.urgency}`)}
        </Badge>
      </Show>
    </>
  )
}

/** Supervised, designated, urged, redone … as quiet words. */
export const TicketMarks = (props: { ticket: TicketListItem }) => {
  const words = createTicketWords()
  return <For each={words.marks(props.ticket)}>{(mark) => <Badge>{mark}</Badge>}</For>
}
