import { Show, type JSX } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { ClockExplained } from './ClockExplained.tsx'
import { TicketClock } from '../marks/TicketClock.tsx'
import { TicketMarks, TicketPressure } from '../marks/TicketMarks.tsx'
import { TicketNumber } from '../marks/TicketNumber.tsx'
import { TicketState } from '../marks/TicketState.tsx'

/** Number, title, state, the clock in words, and the acts; stays at the top while the page scrolls. */
export const TicketHeader = (props: { ticket: TicketDto; actions: JSX.Element }) => (
  <header class="z-20 border-b border-line bg-raised px-5 py-3 sm:sticky sm:top-0 max-sm:px-4">
    <div class="mx-auto flex max-w-[1400px] flex-wrap items-center gap-x-6 gap-y-2">
      <div class="flex min-w-0 flex-1 basis-96 flex-col gap-1">
        <div class="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <TicketNumber number={props.ticket.number} />
          <TicketState state={props.ticket.state} />
          <TicketPressure ticket={props.ticket} />
          <TicketMarks ticket={props.ticket} />
        </div>
        <h1 class="line-clamp-2 text-lg font-semibold" title={props.ticket.title}>
          {props.ticket.title}
        </h1>
      </div>
      <Show
        when={props.ticket.clock}
        fallback={
          // A unit that lost the ticket is not told how its limit stands; it is not that none runs.
          <Show when={props.ticket.lostAt === null}>
            <TicketClock clock={null} waiting={props.ticket.waiting} />
          </Show>
        }
      >
        {(clock) => <ClockExplained clock={clock()} />}
      </Show>
      <div class="ml-auto flex justify-end">{props.actions}</div>
    </div>
  </header>
)
