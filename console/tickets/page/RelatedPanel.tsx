import { A } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import type { TicketDto, TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { isOpen } from '../../../api/vocabulary/ticket.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { known } from '../../shared/known.ts'
import { ErrorPanel } from '../../ui/feedback/ErrorPanel.tsx'
import { Skeleton } from '../../ui/feedback/Skeleton.tsx'
import { createAlike } from '../create-alike.ts'
import { groupNumber } from '../tickets.models.ts'
import { Panel } from '../../ui/Panel.tsx'
import { TicketState } from '../marks/TicketState.tsx'

/** The ticket this one went into, those that came into it, and those that may be about the same thing. */
export const RelatedPanel = (props: { ticket: TicketDto }) => {
  const { t } = useI18n()
  return (
    <>
      <Show when={props.ticket.mainTicket}>
        {(main) => (
          <Panel title={t('ticket.main')}>
            <TicketLink ticket={main()} />
          </Panel>
        )}
      </Show>
      <Show when={props.ticket.mergedTickets.length > 0}>
        <Panel title={t('ticket.merged')}>
          <ul class="flex flex-col gap-2">
            <For each={props.ticket.mergedTickets}>
              {(one) => (
                <li>
                  <TicketLink ticket={one} />
                </li>
              )}
            </For>
          </ul>
        </Panel>
      </Show>
      <AlikePanel ticket={props.ticket} />
    </>
  )
}

/** Stands last in its column: what comes, or turns out to be nothing, moves nothing else. */
const AlikePanel = (props: { ticket: TicketDto }) => {
  const { t, format } = useI18n()
  const query = createAlike(() => props.ticket)
  return (
    <Show
      when={isOpen(props.ticket.state) && (query.isLoading || query.isLoadingError || (known(query) ?? []).length > 0)}
    >
      <Panel title={t('ticket.alike')}>
        <Show
          when={!query.isLoadingError}
          fallback={<ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
        >
          <Show when={known(query)} fallback={<Skeleton lines={4} />}>
            {(found) => (
              <ul class="flex flex-col gap-2">
                <For each={found()}>
                  {(one) => (
                    <li>
                      <TicketLink
                        ticket={one.ticket}
                        more={[
                          // what is here for its citizen or place need not sound alike
                          ...(one.likeness >= 0.1
                            ? [t('ticket.alike.likeness', { share: format().percent(one.likeness, 0) })]
                            : []),
                          ...(one.samePlace ? [t('ticket.alike.samePlace')] : []),
                          ...(one.sameCitizen ? [t('ticket.alike.sameCitizen')] : []),
                        ].join(' · ')}
                      />
                    </li>
                  )}
                </For>
              </ul>
            )}
          </Show>
        </Show>
      </Panel>
    </Show>
  )
}

const TicketLink = (props: { ticket: TicketListItem; more?: JSX.Element }) => (
  <A href={`/tickets/${props.ticket.id}`} class="block rounded-sm hover:underline">
    <span class="line-clamp-2">{props.ticket.title}</span>
    <span class="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <span class="font-mono">{groupNumber(props.ticket.number)}</span>
      <TicketState state={props.ticket.state} plain />
      {props.more}
    </span>
  </A>
)
