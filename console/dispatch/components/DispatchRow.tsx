import ArrowRight from 'lucide-solid/icons/arrow-right'
import { Show } from 'solid-js'
import type { DispatchPlanDto } from '../../../api/tickets/units/dispatch-plan.dto.ts'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { TicketMarks, TicketPressure } from '../../tickets/marks/TicketMarks.tsx'
import { WaitingTime } from '../../ui/WaitingTime.tsx'
import { createTicketWords } from '../../tickets/create-ticket-words.ts'

/** A ticket of the queue and where it would go. */
export const DispatchRow = (props: { ticket: TicketListItem; plan: DispatchPlanDto | undefined }) => {
  const { t, format } = useI18n()
  const words = createTicketWords()
  const share = (confidence: number) => format().percent(confidence, 0)
  return (
    <span class="flex flex-col gap-1">
      <span class="flex items-start gap-2">
        <span class="line-clamp-2 min-w-0 flex-1 font-medium">{props.ticket.title}</span>
        <Show when={props.ticket.waiting}>{(waiting) => <WaitingTime waiting={waiting()} />}</Show>
      </span>
      <span class="flex flex-wrap items-center gap-1.5 text-sm">
        <TicketPressure ticket={props.ticket} />
        <TicketMarks ticket={props.ticket} />
        <span class="flex min-w-0 flex-1 basis-80 items-center gap-1.5">
          <span class="min-w-0 shrink-[2] truncate text-muted">{words.matter(props.ticket.matter)}</span>
          <ArrowRight size={14} class="shrink-0 text-muted" aria-hidden="true" />
          <Show
            when={props.plan?.lead}
            fallback={<span class="truncate text-warn">{props.plan ? t('dispatch.needsChoice') : '…'}</span>}
          >
            {(lead) => <span class="min-w-0 truncate">{words.unit(lead())}</span>}
          </Show>
          <Show when={props.plan?.guess}>
            {(guess) => (
              <span class="ml-auto shrink-0 whitespace-nowrap text-muted">
                <span class="max-sm:sr-only">{t('dispatch.confidence', { share: share(guess().confidence) })}</span>
                <span class="sm:hidden" aria-hidden="true">
                  {share(guess().confidence)}
                </span>
              </span>
            )}
          </Show>
        </span>
      </span>
    </span>
  )
}
