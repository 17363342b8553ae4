import { Show } from 'solid-js'
import type { TicketListRow } from '../../api/tickets/ticket.dto.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createNow } from '../shared/create-now.ts'
import type { Column } from '../ui/lists/data-list.models.ts'
import { TicketClockBar } from './marks/TicketClock.tsx'
import { FoundPart } from './marks/FoundPart.tsx'
import { TicketMarks, TicketPressure } from './marks/TicketMarks.tsx'
import { TicketState } from './marks/TicketState.tsx'
import { createTicketWords } from './create-ticket-words.ts'
import { groupNumber } from './tickets.models.ts'

/** The columns of a ticket list, most important first; narrow lists leave out the rest. */
export const createTicketColumns = (): (() => readonly Column<TicketListRow>[]) => {
  const { t, format, inLocale } = useI18n()
  const words = createTicketWords()
  const now = createNow(60_000)
  return () => [
    {
      id: 'number',
      header: t('tickets.number'),
      width: '124px',
      from: 720,
      cell: (row) => <span class="font-mono text-muted">{groupNumber(row.number)}</span>,
    },
    {
      id: 'title',
      header: t('tickets.column.title'),
      width: 'minmax(0,2.4fr)',
      cell: (row) => (
        <span class="flex min-w-0 items-center gap-1.5">
          <span class="truncate font-medium" classList={{ 'max-w-1/2 shrink-0': row.found !== null }} title={row.title}>
            {row.title}
          </span>
          <FoundPart found={row.found} class="min-w-0 flex-1 truncate text-muted" />
          <span class="flex shrink-0 items-center gap-1">
            <TicketPressure ticket={row} />
            <TicketMarks ticket={row} />
          </span>
        </span>
      ),
    },
    {
      id: 'matter',
      header: t('tickets.column.matter'),
      width: 'minmax(0,1fr)',
      from: 1040,
      cell: (row) => (
        <span class={row.matter ? '' : 'text-muted'} title={words.matterPath(row.matter)}>
          {words.matter(row.matter)}
        </span>
      ),
    },
    {
      id: 'unit',
      header: t('tickets.column.unit'),
      width: 'minmax(0,1.2fr)',
      from: 760,
      cell: (row) => (
        <span class={row.leadUnit ? '' : 'text-muted'} title={words.unit(row.leadUnit)}>
          {words.unit(row.leadUnit)}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('tickets.column.state'),
      width: inLocale('108px', '148px'),
      cell: (row) => <TicketState state={row.state} plain />,
    },
    {
      id: 'clock',
      header: t('tickets.column.clock'),
      width: inLocale('168px', '184px'),
      cell: (row) => <TicketClockBar clock={row.clock} waiting={row.waiting} />,
    },
    {
      id: 'updated',
      header: t('tickets.column.updated'),
      width: '148px',
      from: 1100,
      align: 'end',
      cell: (row) => (
        <time datetime={row.updatedAt} class="text-muted">
          {format().ago(row.updatedAt, now())}
        </time>
      ),
    },
  ]
}

/** A ticket on a phone. */
export const TicketCard = (props: { ticket: TicketListRow }) => {
  const words = createTicketWords()
  return (
    <div class="flex min-w-0 flex-col gap-1.5">
      <div class="flex items-start gap-2">
        <span class="line-clamp-2 min-w-0 flex-1 text-base font-medium">{props.ticket.title}</span>
        <TicketState state={props.ticket.state} />
      </div>
      <FoundPart found={props.ticket.found} class="truncate text-sm text-muted" />
      <div class="flex min-w-0 gap-2 text-sm text-muted">
        <span class="font-mono whitespace-nowrap">{groupNumber(props.ticket.number)}</span>
        <span class="truncate">
          {words.matter(props.ticket.matter)} · {words.unit(props.ticket.leadUnit)}
        </span>
      </div>
      <div class="flex flex-wrap items-center gap-1.5">
        <Show when={props.ticket.clock ?? props.ticket.waiting}>
          <span class="mr-auto">
            <TicketClockBar clock={props.ticket.clock} waiting={props.ticket.waiting} />
          </span>
        </Show>
        <TicketPressure ticket={props.ticket} />
        <TicketMarks ticket={props.ticket} />
      </div>
    </div>
  )
}
