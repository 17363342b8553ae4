import { A } from '@solidjs/router'
import { Show, type ParentProps } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { TicketClock } from '../marks/TicketClock.tsx'
import { TicketMarks, TicketPressure } from '../marks/TicketMarks.tsx'
import { TicketNumber } from '../marks/TicketNumber.tsx'

/** The top of a ticket that is worked on beside a queue: which one, how pressing, the way to its page; the acts as children. */
export const DetailHeader = (props: ParentProps<{ ticket: TicketDto; clock?: boolean }>) => (
  <header class="flex flex-wrap items-start gap-x-4 gap-y-2">
    <div class="min-w-0 flex-1 basis-72">
      <div class="flex flex-wrap items-center gap-2">
        <TicketNumber number={props.ticket.number} />
        <Show when={props.clock}>
          <TicketClock clock={props.ticket.clock} waiting={props.ticket.waiting} />
        </Show>
        <TicketPressure ticket={props.ticket} />
        <TicketMarks ticket={props.ticket} />
      </div>
      <h2 class="text-lg font-semibold">
        <A href={`/tickets/${props.ticket.id}`} class="hover:underline">
          {props.ticket.title}
        </A>
      </h2>
    </div>
    {props.children}
  </header>
)
