import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { CallDetail } from '../../softphone/softphone.api.ts'

/** Before the talk: what one should know when picking up. */
export const ScreenPop = (props: { call: CallDetail }) => {
  const { t, format } = useI18n()
  const last = () => props.call.earlier.find((contact) => contact.text.trim() !== '')
  return (
    <div class="flex flex-col gap-5 px-4 py-5">
      <Show
        when={props.call.openTickets.length > 0 || last()}
        fallback={<p class="text-lg text-muted">{t('desk.firstContact')}</p>}
      >
        <Show when={props.call.openTickets.length > 0}>
          <section>
            <h3 class="mb-1 text-sm font-medium text-muted">
              {t('desk.openTickets', { count: props.call.openTickets.length })}
            </h3>
            <ul>
              <For each={props.call.openTickets}>
                {(ticket) => (
                  <li>
                    <A
                      href={`/tickets/${ticket.id}`}
                      class="-mx-2 flex flex-wrap gap-x-3 rounded-md px-2 py-1.5 text-lg hover:bg-hover"
                    >
                      <span class="min-w-0 flex-1 truncate">{ticket.title}</span>
                      <span class="text-muted">{t(`state.${ticket.state}`)}</span>
                      <Show when={ticket.dueAt}>
                        {(due) => <span class="text-muted">{t('desk.due', { due: format().due(due()) })}</span>}
                      </Show>
                    </A>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <Show when={last()}>
          {(contact) => (
            <section>
              <h3 class="mb-1 text-sm font-medium text-muted">
                {t('desk.lastSaid', { when: format().ago(contact().startedAt) })}
              </h3>
              <p class="text-lg whitespace-pre-wrap">{contact().text}</p>
            </section>
          )}
        </Show>
      </Show>
    </div>
  )
}
