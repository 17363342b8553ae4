import MapPin from 'lucide-solid/icons/map-pin'
import { Show } from 'solid-js'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { TicketClock } from '../../tickets/marks/TicketClock.tsx'
import { TicketMarks, TicketPressure } from '../../tickets/marks/TicketMarks.tsx'
import { TicketState } from '../../tickets/marks/TicketState.tsx'
import { createTicketWords } from '../../tickets/create-ticket-words.ts'

/** A ticket as the unit sees it in its pile: what, where, how long still. */
export const UnitCard = (props: { ticket: TicketListItem; ownUnitId: string }) => {
  const { t } = useI18n()
  const words = createTicketWords()
  return (
    <span class="flex min-w-0 flex-col gap-1.5">
      <span class="flex items-start justify-between gap-3">
        <span class="line-clamp-2 font-medium max-sm:text-lg">{props.ticket.title}</span>
        <TicketState state={props.ticket.state} />
      </span>
      <Show when={props.ticket.partClock ?? props.ticket.clock}>
        {(clock) => (
          <span class="flex flex-wrap items-center gap-x-2">
            <TicketClock clock={clock()} />
            <Show when={props.ticket.partClock}>
              <span class="text-sm text-muted">{t('unit.partLimit')}</span>
            </Show>
          </span>
        )}
      </Show>
      <span class="flex min-w-0 items-center gap-1.5 text-sm text-muted">
        <Show when={props.ticket.place} fallback={<span class="truncate">{words.matter(props.ticket.matter)}</span>}>
          {(place) => (
            <>
              <MapPin size={14} class="shrink-0" aria-hidden="true" />
              <span class="truncate">{place()}</span>
            </>
          )}
        </Show>
        <Show when={props.ticket.leadUnit?.id !== props.ownUnitId}>
          <span class="ml-auto shrink-0">{words.unit(props.ticket.leadUnit)}</span>
        </Show>
      </span>
      <span class="flex flex-wrap gap-1.5 empty:hidden">
        <TicketPressure ticket={props.ticket} />
        <TicketMarks ticket={props.ticket} />
      </span>
    </span>
  )
}
