import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { TicketClock } from '../../tickets/marks/TicketClock.tsx'
import { TicketMarks, TicketPressure } from '../../tickets/marks/TicketMarks.tsx'
import { createTicketWords } from '../../tickets/create-ticket-words.ts'

/** An answer that waits: which request, whose answer, whether in time. */
export const ReviewRow = (props: { ticket: TicketListItem }) => {
  const words = createTicketWords()
  return (
    <span class="flex flex-col gap-1">
      <span class="line-clamp-2 font-medium">{props.ticket.title}</span>
      <span class="truncate text-sm text-muted">{words.unit(props.ticket.leadUnit)}</span>
      <span class="flex flex-wrap items-center gap-1.5">
        <TicketClock clock={props.ticket.clock} />
        <TicketPressure ticket={props.ticket} />
        <TicketMarks ticket={props.ticket} />
      </span>
    </span>
  )
}
