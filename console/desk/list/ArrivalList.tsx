import { A } from '@solidjs/router'
import Globe from 'lucide-solid/icons/globe'
import MessageSquare from 'lucide-solid/icons/message-square'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import Phone from 'lucide-solid/icons/phone'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../../i18n/i18n.tsx'
import { arrivalsQuery, countsQuery } from '../desk.queries.ts'
import { ListPart } from './ListPart.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'
import type { Still } from '../../shared/create-still.ts'

const icons = { call: Phone, sms: MessageSquare, web: Globe } as const

/** Requests by text and web that no threshold settled: a person accepts them on their page. */
export const ArrivalList = (props: { still: Still }) => {
  const { t, format } = useI18n()
  const tickets = useQuery(() => arrivalsQuery())
  const shown = props.still(() => tickets.data ?? [])
  const counts = useQuery(() => ({ ...countsQuery(), throwOnError: false }))
  const total = () => known(counts)?.counts['intake']
  return (
    <ListPart title={t('desk.todo.intake')} count={total()}>
      <ul>
        <For each={shown()} fallback={<li class="px-2 text-sm text-muted">{t('desk.noArrivals')}</li>}>
          {(ticket) => (
            <li>
              <A
                href={`/tickets/${ticket.id}`}
                class="flex min-h-row items-center gap-1.5 rounded-md px-2 hover:bg-hover"
              >
                <Show
                  when={ticket.danger}
                  fallback={
                    <span role="img" aria-label={t(`channel.${ticket.channel}`)} class="shrink-0 text-muted">
                      <Dynamic component={icons[ticket.channel]} size={14} aria-hidden="true" />
                    </span>
                  }
                >
                  {(danger) => (
                    <span role="img" aria-label={t(`danger.${danger()}`)} class="shrink-0 text-bad">
                      <OctagonAlert size={14} aria-hidden="true" />
                    </span>
                  )}
                </Show>
                <span class="min-w-0 flex-1 truncate">{ticket.title}</span>
                <time
                  datetime={ticket.createdAt}
                  title={format().moment(ticket.createdAt)}
                  class="shrink-0 text-xs text-muted"
                >
                  {format().brief(ticket.createdAt)}
                </time>
              </A>
            </li>
          )}
        </For>
      </ul>
    </ListPart>
  )
}
