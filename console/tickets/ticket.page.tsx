import { useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { ActionSheet } from './act/ActionSheet.tsx'
import { AnswersPanel } from './page/AnswersPanel.tsx'
import { CitizenPanel } from './page/CitizenPanel.tsx'
import { ErasedNotice } from './page/ErasedNotice.tsx'
import { FactsPanel } from './page/FactsPanel.tsx'
import { RecordingsPanel } from '../recordings/RecordingsPanel.tsx'
import { FollowUpPanel } from './page/FollowUpPanel.tsx'
import { RelatedPanel } from './page/RelatedPanel.tsx'
import { LeavingNotice } from './page/LeavingNotice.tsx'
import { RequestPanel } from './page/RequestPanel.tsx'
import { RequestsPanel } from './page/RequestsPanel.tsx'
import { TicketActions } from './act/TicketActions.tsx'
import { TicketHeader } from './page/TicketHeader.tsx'
import { LostNotice } from './page/LostNotice.tsx'
import { TimelinePanel } from './page/TimelinePanel.tsx'
import { TicketSkeleton } from './page/TicketSkeleton.tsx'
import { UnitsPanel } from './page/UnitsPanel.tsx'
import { groupNumber } from './tickets.models.ts'
import { ticketQuery } from './tickets.queries.ts'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'

/** One ticket: what was said, who has it, until when, what was answered, everything that happened, and what may be done now. */
export const TicketPage = () => {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {(id) => (
        <PageBoundary loading={<TicketSkeleton />}>
          <LoadedTicket id={id} />
        </PageBoundary>
      )}
    </Show>
  )
}

const LoadedTicket = (props: { id: string }) => {
  const { t } = useI18n()
  const query = useQuery(() => ticketQuery(props.id))
  createCrumbs(() => [
    { label: t('tickets.title'), href: '/tickets' },
    ...(known(query) ? [{ label: groupNumber(known(query)?.number ?? '') }] : []),
  ])
  return <Show when={query.data}>{(ticket) => <TicketView ticket={ticket()} />}</Show>
}

const TicketView = (props: { ticket: TicketDto }) => {
  const { t } = useI18n()
  const [action, setAction] = createSignal<TicketAction>()
  return (
    <article class="min-h-full">
      <TicketHeader
        ticket={props.ticket}
        actions={
          <TicketActions
            ticket={props.ticket}
            beside={['firstContact', 'sendBack', 'rejectReturn', 'urge', 'note']}
            onOpen={setAction}
          />
        }
      />
      <div class="mx-auto flex max-w-[1400px] flex-col gap-4 p-5 max-sm:p-3 md:grid md:grid-cols-[minmax(0,1fr)_340px] lg:grid-cols-[minmax(0,1fr)_380px]">
        <div class="flex min-w-0 flex-col gap-4 max-md:contents">
          <Show when={props.ticket.erasedAt}>{(at) => <ErasedNotice at={at()} />}</Show>
          <Show when={props.ticket.lostAt}>{(at) => <LostNotice at={at()} ticket={props.ticket} />}</Show>
          <LeavingNotice ticket={props.ticket} />
          <RequestPanel ticket={props.ticket} />
          <Show when={action()} keyed>
            {(chosen) => <ActionSheet ticket={props.ticket} action={chosen} onClose={() => setAction()} />}
          </Show>
          <RequestsPanel ticket={props.ticket} />
          <AnswersPanel ticket={props.ticket} />
          <FollowUpPanel ticket={props.ticket} />
          <RecordingsPanel ticketId={props.ticket.id} />
          <div class="max-md:order-last">
            <TimelinePanel ticketId={props.ticket.id} />
          </div>
        </div>
        <aside aria-label={t('ticket.facts')} class="flex min-w-0 flex-col gap-4 max-md:contents">
          <CitizenPanel ticket={props.ticket} />
          <UnitsPanel ticket={props.ticket} />
          <FactsPanel ticket={props.ticket} />
          <div class="flex flex-col gap-4 max-md:order-last">
            <RelatedPanel ticket={props.ticket} />
          </div>
        </aside>
      </div>
    </article>
  )
}
