import { A } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import type { TicketDto, TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { groupNumber } from '../tickets.models.ts'
import { Panel } from '../../ui/Panel.tsx'
import { TicketState } from '../marks/TicketState.tsx'

/** The ticket this one went into, those that came into it, and those that may be about the same thing. */
export const RelatedPanel = (props: { ticket: TicketDto }) => {
  const { t, format } = useI18n()
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
      <Show when={props.ticket.lookAlikes.length > 0}>
        <Panel title={t('ticket.alike')}>
          <ul class="flex flex-col gap-2">
            <For each={props.ticket.lookAlikes}>
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
        </Panel>
      </Show>
    </>
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
