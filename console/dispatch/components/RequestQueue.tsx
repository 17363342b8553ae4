import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import type { TicketDto, TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { PageBoundary } from '../../app/PageBoundary.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import type { KeysetList } from '../../shared/create-keyset-query.ts'
import { createIsNarrow } from '../../shared/create-media-query.ts'
import { useQuery } from '../../shared/use-query.ts'
import { ActionSheet } from '../../tickets/act/ActionSheet.tsx'
import { DeskQueue } from '../../tickets/list/DeskQueue.tsx'
import { DeskSplit } from '../../tickets/list/DeskSplit.tsx'
import { DetailHeader } from '../../tickets/page/DetailHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { LeavingNotice } from '../../tickets/page/LeavingNotice.tsx'
import { RequestPanel } from '../../tickets/page/RequestPanel.tsx'
import { TicketActions } from '../../tickets/act/TicketActions.tsx'
import { TicketClock } from '../../tickets/marks/TicketClock.tsx'
import { TicketMarks, TicketPressure } from '../../tickets/marks/TicketMarks.tsx'
import { UnitsPanel } from '../../tickets/page/UnitsPanel.tsx'
import { createDeskRows } from '../../tickets/create-desk-rows.ts'
import { createTicketWords } from '../../tickets/create-ticket-words.ts'
import { byPressure, groupNumber } from '../../tickets/tickets.models.ts'
import { ticketQuery } from '../../tickets/tickets.queries.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { DetailSkeleton } from '../../tickets/page/TicketSkeleton.tsx'

interface Asked {
  id: string
  ticket: TicketListItem
}
interface RequestQueueProps<T extends Asked> {
  label: string
  list: KeysetList<T>
  /** What the unit asks, in one line of the queue. */
  line: (row: T) => string
  /** The request itself, beside the ticket. */
  request: (row: T) => JSX.Element
  /** The acts that decide it; each has a button. */
  decisions: readonly TicketAction[]
  empty: JSX.Element
}

/** What units ask of the hotline, the most pressing first; decided beside the ticket, then the next one opens. */
export const RequestQueue = <T extends Asked>(props: RequestQueueProps<T>) => {
  const { t } = useI18n()
  const narrow = createIsNarrow()
  const sorted = createMemo(() => props.list.rows.toSorted((a, b) => byPressure(a.ticket, b.ticket)))
  const rows = createDeskRows<T>({ rows: sorted, resetKey: () => props.label })
  return (
    <DeskSplit
      queue={
        <DeskQueue
          label={props.label}
          rows={rows}
          row={(row) => <RequestRow ticket={row.ticket} line={props.line(row)} />}
          rowLabel={(row) => `${groupNumber(row.ticket.number)} ${row.ticket.title}`}
          list={props.list}
          ticketOf={(row) => row.ticket.id}
          empty={props.empty}
        />
      }
    >
      {/* keyed by id: a refreshed row must not close the sheet that is being filled in */}
      <Show
        when={!narrow() && rows.current()?.id}
        keyed
        fallback={
          <Show when={rows.shown().length > 0}>
            <EmptyState title={t('dispatch.pick')} />
          </Show>
        }
      >
        {(id) => {
          const row = () => rows.shown().find((shown) => shown.row.id === id)?.row
          return (
            <Show when={row()?.ticket.id} keyed>
              {(ticketId) => (
                <PageBoundary loading={<DetailSkeleton />}>
                  <RequestDetail
                    ticketId={ticketId}
                    title={props.label}
                    request={<Show when={row()}>{(asked) => props.request(asked())}</Show>}
                    decisions={props.decisions}
                    onDone={() => rows.finish(id)}
                    onBack={() => rows.bringBack(id)}
                  />
                </PageBoundary>
              )}
            </Show>
          )
        }}
      </Show>
    </DeskSplit>
  )
}

const RequestRow = (props: { ticket: TicketListItem; line: string }) => {
  const { t } = useI18n()
  const words = createTicketWords()
  return (
    <span class="flex flex-col gap-1">
      <span class="flex items-start gap-2">
        <span class="line-clamp-2 min-w-0 flex-1 font-medium">{props.ticket.title}</span>
        <TicketClock clock={props.ticket.clock} />
      </span>
      <span class="flex flex-wrap items-center gap-1.5 empty:hidden">
        <TicketPressure ticket={props.ticket} />
        <TicketMarks ticket={props.ticket} />
      </span>
      <span class="truncate text-sm text-muted">
        {t('ticket.said', { label: words.unit(props.ticket.leadUnit), text: props.line })}
      </span>
    </span>
  )
}

const RequestDetail = (props: {
  ticketId: string
  title: string
  request: JSX.Element
  decisions: readonly TicketAction[]
  onDone: () => void
  onBack: () => void
}) => {
  const query = useQuery(() => ticketQuery(props.ticketId))
  const [action, setAction] = createSignal<TicketAction>()
  const done = (after: TicketDto) => {
    const decided = [...after.returns, ...after.extensions].every(({ state }) => state !== 'pending')
    if (decided || after.leaving) props.onDone()
  }
  return (
    <Show when={query.data}>
      {(ticket) => (
        <div class="mx-auto flex max-w-3xl flex-col gap-4 p-5">
          <DetailHeader ticket={ticket()} clock>
            <TicketActions ticket={ticket()} beside={props.decisions} onOpen={setAction} onDone={done} />
          </DetailHeader>
          <LeavingNotice ticket={ticket()} onBack={props.onBack} />
          <Panel title={props.title}>{props.request}</Panel>
          <Show when={action()} keyed>
            {(chosen) => (
              <ActionSheet
                ticket={ticket()}
                action={chosen}
                onClose={() => setAction()}
                onDone={done}
                onBack={props.onBack}
              />
            )}
          </Show>
          <RequestPanel ticket={ticket()} />
          <UnitsPanel ticket={ticket()} />
        </div>
      )}
    </Show>
  )
}
