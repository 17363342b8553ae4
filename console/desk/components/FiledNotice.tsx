import { A } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { Show, type JSX } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { buttonBase, buttonLook } from '../../ui/Button.tsx'
import { ticketQuery } from '../desk.queries.ts'
import { sayable } from '../ticket-number.models.ts'

/** Filed: the number, large enough to be read out, and what becomes of it. */
export const FiledNotice = (props: { ticketId: string; actions?: JSX.Element }) => {
  const { t } = useI18n()
  const ticket = useQuery(() => ticketQuery(props.ticketId))
  return (
    <Show when={ticket.data}>
      {(filed) => (
        <div role="status" class="flex flex-col items-center gap-2 px-6 py-12 text-center">
          <CircleCheck size={28} class="text-ok" aria-hidden="true" />
          <p class="text-lg font-semibold">{t('desk.filed')}</p>
          <p class="text-2xl font-semibold tracking-wide select-all">{sayable(filed().number)}</p>
          <p class="max-w-lg text-balance text-muted">{filed().title}</p>
          <Show when={t(`state.${filed().state}`) !== t('desk.filed')}>
            <p class="text-muted">{t(`state.${filed().state}`)}</p>
          </Show>
          <div class="mt-2 flex flex-wrap justify-center gap-2">
            <A href={`/tickets/${filed().id}`} class={`${buttonBase} ${buttonLook.secondary}`}>
              {t('desk.openTicket')}
            </A>
            {props.actions}
          </div>
        </div>
      )}
    </Show>
  )
}
