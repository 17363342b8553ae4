import { For, Show } from 'solid-js'
import type { MatterRef, TicketDto, UnitRef } from '../../../api/tickets/ticket.dto.ts'
import type { DispatchPlanDto } from '../../../api/tickets/units/dispatch-plan.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createTicketWords } from '../../tickets/create-ticket-words.ts'

interface Choice {
  term: string
  matter: MatterRef | null
  unit: UnitRef | null
  why: string
}

/** The matter of a ticket and why it has it; where a person and the program chose differently both stand side by side, each with its reasons and its unit. */
export const MatterChoices = (props: { ticket: TicketDto; plan: DispatchPlanDto | undefined }) => {
  const { t, format, inLocale } = useI18n()
  const words = createTicketWords()
  const guessed = (guess: { confidence: number; why: readonly string[] }) =>
    [
      t('plan.guess', { share: format().percent(guess.confidence, 0) }),
      ...(guess.why.length > 0
        ? [t('plan.guessWhy', { words: guess.why.slice(0, 4).join(inLocale('、', ', ')) })]
        : []),
    ].join(' · ')
  const chosenWhy = () => {
    const by = props.ticket.decidedBy === 'threshold' ? 'machine' : 'person'
    const guess = props.plan?.guess
    const unit = props.plan?.why
    return [t(`dispatch.chosenBy.${by}`), ...(guess ? [guessed(guess)] : []), ...(unit ? [t(`why.${unit}`)] : [])].join(
      ' · ',
    )
  }
  const choices = (): Choice[] => {
    const other = props.plan?.otherChoice
    if (!other) return []
    return [
      { term: t('dispatch.chosen'), matter: props.ticket.matter, unit: props.plan?.lead ?? null, why: chosenWhy() },
      { term: t('dispatch.proposed'), matter: other.matter, unit: other.lead, why: guessed(other) },
    ]
  }
  return (
    <Show
      when={choices().length > 0}
      fallback={
        <p class="mb-2">
          <span class="text-muted">{t('ticket.matter')} </span>
          <span class="font-medium">{words.matterPath(props.ticket.matter)}</span>
          <Show when={props.ticket.kind}>
            {(kind) => <span class="text-muted">{` · ${t(`kind.${kind()}`)}`}</span>}
          </Show>
        </p>
      }
    >
      <ul aria-label={t('dispatch.choices')} class="mb-2 grid gap-2 sm:grid-cols-2">
        <For each={choices()}>
          {(choice) => (
            <li class="min-w-0 rounded-md border border-line px-3 py-2">
              <p class="text-sm text-muted">{choice.term}</p>
              <p class="font-medium wrap-anywhere">{words.matterPath(choice.matter)}</p>
              <p class="wrap-anywhere">{choice.unit ? words.unit(choice.unit) : t('dispatch.noUnit')}</p>
              <p class="text-sm wrap-anywhere text-muted">{choice.why}</p>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
