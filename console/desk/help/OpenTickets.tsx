import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { useDesk } from '../desk.context.ts'
import { citizenContactsQuery, citizenTicketsQuery } from '../../citizens/citizens.queries.ts'
import { HelpPart } from './HelpPart.tsx'
import { AddToTicket } from '../form/AddToTicket.tsx'
import { useQuery } from '../../shared/use-query.ts'

const shownTickets = 5
const shownContacts = 4

/** The citizen's tickets with when they are due, and what they said before. */
export const OpenTickets = (props: { citizenId: string }) => {
  const { t, format } = useI18n()
  const desk = useDesk()
  const tickets = useQuery(() => citizenTicketsQuery(props.citizenId))
  const contacts = useQuery(() => citizenContactsQuery(props.citizenId))
  const earlier = () =>
    (contacts.data?.items ?? [])
      .filter((one) => one.id !== desk.contactId() && one.text.trim() !== '')
      .slice(0, shownContacts)
  return (
    <>
      <HelpPart title={t('desk.tickets')}>
        <ul class="flex flex-col gap-1">
          <For
            each={(tickets.data?.items ?? []).slice(0, shownTickets)}
            fallback={<li class="text-sm text-muted">{t('desk.noTickets')}</li>}
          >
            {(ticket) => (
              <li class="-mx-2 rounded-md px-2 py-1 hover:bg-hover">
                <A href={`/tickets/${ticket.id}`} class="block rounded-sm">
                  <span class="block truncate font-medium">{ticket.title}</span>
                  <span class="flex gap-2 text-sm text-muted">
                    <span>{t(`state.${ticket.state}`)}</span>
                    <Show when={ticket.closedAt === null && ticket.dueAt}>
                      {(due) => <span>{t('desk.due', { due: format().due(due()) })}</span>}
                    </Show>
                  </span>
                </A>
                <Show when={ticket.closedAt === null && desk.work()} keyed>
                  {(work) => <AddToTicket ticketId={ticket.id} number={ticket.number} work={work} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </HelpPart>
      <Show when={earlier().length > 0}>
        <HelpPart title={t('desk.earlier')}>
          <ol class="flex flex-col gap-2">
            <For each={earlier()}>
              {(contact) => (
                <li>
                  <p class="text-sm text-muted">
                    {[format().ago(contact.startedAt), contact.handledBy?.name].filter(Boolean).join(' · ')}
                  </p>
                  <p class="line-clamp-2">{contact.text}</p>
                </li>
              )}
            </For>
          </ol>
        </HelpPart>
      </Show>
    </>
  )
}
