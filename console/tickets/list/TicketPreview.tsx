import { A } from '@solidjs/router'
import Maximize2 from 'lucide-solid/icons/maximize-2'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { PageBoundary } from '../../app/PageBoundary.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { useQuery } from '../../shared/use-query.ts'
import { buttonBase, buttonLook } from '../../ui/Button.tsx'
import { DescriptionList } from '../../ui/DescriptionList.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { createTicketWords } from '../create-ticket-words.ts'
import { ticketQuery } from '../tickets.queries.ts'
import { AnswerText } from '../page/AnswersPanel.tsx'
import { TicketClock } from '../marks/TicketClock.tsx'
import { TicketMarks, TicketPressure } from '../marks/TicketMarks.tsx'
import { TicketNumber } from '../marks/TicketNumber.tsx'
import { DetailSkeleton } from '../page/TicketSkeleton.tsx'
import { TicketState } from '../marks/TicketState.tsx'

/** The essentials of a ticket beside the list. Space shows and hides it, Escape closes it. */
export const TicketPreview = (props: { id: string; onClose: () => void }) => {
  const { t } = useI18n()
  createShortcuts(() => t('tickets.preview'), [{ keys: 'esc', label: () => t('ui.close'), run: () => props.onClose() }])
  return (
    <aside
      aria-label={t('tickets.preview')}
      class="flex w-[26rem] shrink-0 flex-col overflow-y-auto border-l border-line bg-surface"
    >
      <div class="flex items-center justify-end gap-1 px-4 pt-2">
        <A
          href={`/tickets/${props.id}`}
          aria-label={t('tickets.openPage')}
          class={`${buttonBase} ${buttonLook.quiet} w-8 px-0! text-muted`}
        >
          <Maximize2 size={16} aria-hidden="true" />
        </A>
        <IconButton label={t('ui.close')} icon={X} keys="esc" onClick={() => props.onClose()} />
      </div>
      <PageBoundary loading={<DetailSkeleton />}>
        <Essentials id={props.id} />
      </PageBoundary>
    </aside>
  )
}

const Essentials = (props: { id: string }) => {
  const { t } = useI18n()
  const words = createTicketWords()
  const query = useQuery(() => ticketQuery(props.id))
  return (
    <Show when={query.data}>
      {(ticket) => (
        <>
          <header class="flex flex-col gap-1.5 border-b border-line px-4 pb-3">
            <TicketNumber number={ticket().number} />
            <h2 class="text-lg font-semibold">{ticket().title}</h2>
            <div class="flex flex-wrap items-center gap-1.5">
              <TicketState state={ticket().state} />
              <TicketPressure ticket={ticket()} />
              <TicketMarks ticket={ticket()} />
            </div>
            <TicketClock clock={ticket().clock} waiting={ticket().waiting} />
          </header>
          <div class="flex flex-col gap-4 px-4 py-3">
            <p class="wrap-anywhere whitespace-pre-wrap">{ticket().request}</p>
            <DescriptionList
              facts={[
                { term: t('ticket.place'), value: ticket().place ?? t('ticket.noPlace') },
                { term: t('ticket.matter'), value: words.matterPath(ticket().matter) },
                { term: t('tickets.column.unit'), value: words.unit(ticket().leadUnit) },
              ]}
            />
            <Show when={ticket().answers.at(-1)}>{(answer) => <AnswerText answer={answer()} ticket={ticket()} />}</Show>
          </div>
        </>
      )}
    </Show>
  )
}
