import { A } from '@solidjs/router'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { onMount, Show } from 'solid-js'
import { createCan } from '../../app/session.ts'
import type { IntakeSource } from '../../contacts/intake.models.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { buttonBase, buttonLook } from '../../ui/Button.tsx'
import { known } from '../../shared/known.ts'
import { ErrorPanel } from '../../ui/feedback/ErrorPanel.tsx'
import { ticketQuery } from '../desk.queries.ts'
import { FurtherRequest } from './FurtherRequest.tsx'
import { sayable } from '../../shared/ticket-number.models.ts'
import { useQuery } from '../../shared/use-query.ts'

/** The form that had the focus is gone: the keyboard goes on from here. */
const takeOver = (notice: HTMLElement) =>
  onMount(() => document.activeElement === document.body && notice.focus({ preventScroll: true }))

/** Filed: the number, large enough to be read out, and what becomes of it. It is there at once; the call beside it waits for nothing. */
export const FiledNotice = (props: { ticketId: string; source: IntakeSource }) => {
  const { t } = useI18n()
  const can = createCan()
  const ticket = useQuery(() => ({ ...ticketQuery(props.ticketId), throwOnError: false }))
  return (
    <div
      ref={takeOver}
      role="status"
      tabIndex={-1}
      class="flex flex-col items-center gap-2 px-6 py-12 text-center outline-none"
    >
      <CircleCheck size={28} class="text-ok" aria-hidden="true" />
      <p class="text-lg font-semibold">{t('desk.filed')}</p>
      <Show when={ticket.isLoadingError}>
        <ErrorPanel error={ticket.error} onRetry={() => void ticket.refetch()} />
      </Show>
      <Show when={known(ticket)}>
        {(filed) => (
          <>
            <p class="text-2xl font-semibold tracking-wide select-all">{sayable(filed().number)}</p>
            <p class="max-w-lg text-balance text-muted">{filed().title}</p>
            <Show when={t(`state.${filed().state}`) !== t('desk.filed')}>
              <p class="text-muted">{t(`state.${filed().state}`)}</p>
            </Show>
          </>
        )}
      </Show>
      <div class="mt-2 flex flex-wrap justify-center gap-2">
        <A href={`/tickets/${props.ticketId}`} class={`${buttonBase} ${buttonLook.secondary}`}>
          {t('desk.openTicket')}
        </A>
        <Show when={can('ticket.file')}>
          <FurtherRequest source={props.source} />
        </Show>
      </div>
    </div>
  )
}
