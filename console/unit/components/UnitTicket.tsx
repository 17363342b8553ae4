import { createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createIsNarrow } from '../../shared/create-media-query.ts'
import { createNow } from '../../shared/create-now.ts'
import { useQuery } from '../../shared/use-query.ts'
import { ActionSheet } from '../../tickets/act/ActionSheet.tsx'
import { AnswersPanel } from '../../tickets/page/AnswersPanel.tsx'
import { CitizenPanel } from '../../tickets/page/CitizenPanel.tsx'
import { FactsPanel } from '../../tickets/page/FactsPanel.tsx'
import { FollowUpPanel } from '../../tickets/page/FollowUpPanel.tsx'
import { RequestPanel } from '../../tickets/page/RequestPanel.tsx'
import { RequestsPanel } from '../../tickets/page/RequestsPanel.tsx'
import { TicketActions } from '../../tickets/act/TicketActions.tsx'
import { TicketClock } from '../../tickets/marks/TicketClock.tsx'
import { TicketMarks, TicketPressure } from '../../tickets/marks/TicketMarks.tsx'
import { TicketNumber } from '../../tickets/marks/TicketNumber.tsx'
import { TicketState } from '../../tickets/marks/TicketState.tsx'
import { TimelinePanel } from '../../tickets/page/TimelinePanel.tsx'
import { UnitsPanel } from '../../tickets/page/UnitsPanel.tsx'
import { ticketQuery } from '../../tickets/tickets.queries.ts'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { SendQueue } from '../create-send-queue.ts'
import { contactDue, reportDue } from '../unit.models.ts'
import { fieldActs, UnitSheet } from './UnitSheet.tsx'

/** One ticket on the unit's desk: the clock, what to do next, the request, the citizen, and what has been done. Made anew for each. */
export const UnitTicket = (props: { id: string; queue: SendQueue; onDone: (after: TicketDto) => void }) => {
  const ticket = useQuery(() => ticketQuery(props.id))
  return (
    <Show when={ticket.data}>{(data) => <Opened ticket={data()} queue={props.queue} onDone={props.onDone} />}</Show>
  )
}

const Opened = (props: { ticket: TicketDto; queue: SendQueue; onDone: (after: TicketDto) => void }) => {
  const { t, format } = useI18n()
  const [sheet, setSheet] = createSignal<TicketAction>()
  const waiting = () => props.queue.waiting().find(({ ticketId }) => ticketId === props.ticket.id)
  const may = (act: TicketAction) => props.ticket.actions.some(({ action }) => action === act)
  const session = useSession()
  const narrow = createIsNarrow()
  const now = createNow(60_000)
  const late = (at: string) => now() > Date.parse(at)
  const close = () => setSheet()
  return (
    <div class="flex min-h-full flex-col">
      <header class="flex flex-col gap-2 border-b border-line bg-raised px-5 py-4 max-sm:px-4 max-sm:py-3">
        <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <TicketNumber number={props.ticket.number} />
          <TicketState state={props.ticket.state} />
          <TicketPressure ticket={props.ticket} />
          <TicketMarks ticket={props.ticket} />
        </div>
        <h2 class="text-xl font-semibold">{props.ticket.title}</h2>
        <div class="flex flex-wrap items-center justify-between gap-3">
          <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TicketClock clock={props.ticket.partClock ?? props.ticket.clock} size="large" />
            <Show when={props.ticket.partClock}>
              <span class="text-sm text-muted">{t('unit.partLimit')}</span>
            </Show>
          </span>
          <Show when={!narrow()}>
            <TicketActions
              ticket={props.ticket}
              onOpen={setSheet}
              onDone={props.onDone}
              beside={['firstContact', 'extend', 'returnTicket']}
            />
          </Show>
        </div>
      </header>
      <div class="flex flex-1 flex-col gap-4 p-5 max-sm:gap-3 max-sm:p-3">
        <Show when={waiting()}>
          {(one) => (
            <Banner tone="warn" class="rounded-md">
              {t('unit.thisWaits', { action: t(`action.${one().action}`) })}
            </Banner>
          )}
        </Show>
        <Show when={sheet()} keyed>
          {(action) => (
            <Dynamic
              component={fieldActs.includes(action) ? UnitSheet : ActionSheet}
              ticket={props.ticket}
              action={action}
              queue={props.queue}
              onClose={close}
              onDone={props.onDone}
            />
          )}
        </Show>
        <Show when={sheet() === undefined && may('firstContact') && contactDue(props.ticket)}>
          {(at) => (
            <Banner
              tone={late(at()) ? 'warn' : 'info'}
              class="rounded-md"
              action={<Button onClick={() => setSheet('firstContact')}>{t('unit.recordContact')}</Button>}
            >
              {t(late(at()) ? 'unit.contactLate' : 'unit.contactBy', { at: format().due(at()) })}
            </Banner>
          )}
        </Show>
        <Show when={sheet() === undefined && reportDue(props.ticket, session().staff.unitId)}>
          {(at) => (
            <Banner
              tone={late(at()) ? 'warn' : 'info'}
              class="rounded-md"
              action={
                <Show when={may('report')}>
                  <Button onClick={() => setSheet('report')}>{t('unit.writeReport')}</Button>
                </Show>
              }
            >
              {t(late(at()) ? 'unit.reportLate' : 'unit.reportBy', { at: format().due(at()) })}
            </Banner>
          )}
        </Show>
        <div class="grid items-start gap-4 max-sm:gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div class="flex min-w-0 flex-col gap-4 max-sm:gap-3">
            <RequestPanel ticket={props.ticket} />
            <AnswersPanel ticket={props.ticket} />
            <RequestsPanel ticket={props.ticket} />
            <FollowUpPanel ticket={props.ticket} />
          </div>
          <div class="flex min-w-0 flex-col gap-4 max-sm:gap-3">
            <CitizenPanel
              ticket={props.ticket}
              note={t(props.ticket.citizen ? 'unit.callNote' : 'unit.callNoteHidden')}
            />
            <UnitsPanel ticket={props.ticket} />
            <FactsPanel ticket={props.ticket} />
          </div>
        </div>
        <TimelinePanel ticketId={props.ticket.id} />
      </div>
      {/* an open sheet has buttons of its own */}
      <Show when={narrow() && sheet() === undefined}>
        <div class="sticky bottom-0 z-10 flex justify-end border-t border-line bg-raised px-4 py-2">
          <TicketActions ticket={props.ticket} onOpen={setSheet} onDone={props.onDone} />
        </div>
      </Show>
    </div>
  )
}
