import { For, Show } from 'solid-js'
import type { AnswerDto, TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { createTicketWords } from '../create-ticket-words.ts'
import { AttachmentList } from './AttachmentList.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The answers of all rounds, the newest first; absent where there is none. `title` and `answers`: where only some are meant. */
export const AnswersPanel = (props: { ticket: TicketDto; title?: string; answers?: readonly AnswerDto[] }) => {
  const { t } = useI18n()
  const answers = () => newestFirst(props.answers ?? props.ticket.answers)
  return (
    <Show when={answers().length > 0}>
      <Panel title={props.title ?? t('ticket.answers')}>
        <div class="flex flex-col divide-y divide-line">
          <For each={answers()}>
            {(answer) => (
              <div class="py-3 first:pt-0 last:pb-0">
                <AnswerText answer={answer} ticket={props.ticket} />
              </div>
            )}
          </For>
        </div>
      </Panel>
    </Show>
  )
}

export const newestFirst = (answers: readonly AnswerDto[]): AnswerDto[] =>
  answers.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))

const tones = { submitted: 'info', passed: 'ok', sentBack: 'warn' } as const

/** One answer: to the citizen, to the hotline, its files, and what the reviewer said. `asCitizen`: what the citizen is told of it and no more. */
export const AnswerText = (props: { answer: AnswerDto; ticket: TicketDto; asCitizen?: boolean }) => {
  const { t, format } = useI18n()
  const words = createTicketWords()
  const files = () => props.ticket.attachments.filter(({ id }) => props.answer.attachmentIds.includes(id))
  return (
    <article class="flex flex-col gap-2">
      <header class="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-muted">
        <span class="text-base font-medium text-text">{words.unit(props.answer.unit)}</span>
        <span>{props.answer.createdBy}</span>
        <time datetime={props.answer.createdAt}>{format().moment(props.answer.createdAt)}</time>
        <Show when={props.answer.round > 0}>
          <span>{t('ticket.answer.round', { round: props.answer.round + 1 })}</span>
        </Show>
        <Badge tone={tones[props.answer.state]} class="ml-auto">
          {t(`ticket.answer.${props.answer.state}`)}
        </Badge>
      </header>
      <div>
        <h3 class="text-sm text-muted">{t('ticket.answer.toCitizen')}</h3>
        <p class="wrap-anywhere whitespace-pre-wrap">{props.answer.text}</p>
      </div>
      <Show when={!props.asCitizen && props.answer.result}>
        <div>
          <h3 class="text-sm text-muted">{t('ticket.answer.toHotline')}</h3>
          <p class="wrap-anywhere whitespace-pre-wrap">{props.answer.result}</p>
        </div>
      </Show>
      <Show when={files().length > 0}>
        <AttachmentList files={files()} />
      </Show>
      <Show when={!props.asCitizen && props.answer.note}>
        {(note) => (
          <p class="rounded-md bg-sunken px-3 py-2">
            {t('ticket.said', {
              label: `${t('ticket.answer.note')} ${props.answer.reviewedBy ?? ''}`.trim(),
              text: note(),
            })}
          </p>
        )}
      </Show>
    </article>
  )
}
