import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../../ui/classes.ts'
import type { Question } from '../followup.models.ts'

/** One question with its answers; each answer shows the digit that gives it. */
export const QuestionRow = (props: {
  question: Question
  current: boolean
  value: number | undefined
  onAnswer: (digit: number) => void
}) => {
  const { t, maybe } = useI18n()
  const digits = () => (props.question === 'satisfied' ? [5, 4, 3, 2, 1] : [1, 2])
  const word = (digit: number) =>
    props.question === 'satisfied'
      ? (maybe(`grade.${digit}`) ?? String(digit))
      : t(`followUp.${digit === 1 ? 'yes' : 'no'}.${props.question}`)
  return (
    <fieldset
      class={classes('rounded-md border px-4 py-3', props.current ? 'border-accent bg-accent-soft' : 'border-line')}
    >
      <legend class="sr-only">{t(`followUp.ask.${props.question}`)}</legend>
      <p aria-hidden="true" class="mb-2 text-lg font-medium">
        {t(`followUp.ask.${props.question}`)}
      </p>
      <div class="flex flex-wrap gap-2">
        <For each={digits()}>
          {(digit) => (
            <button
              type="button"
              aria-pressed={props.value === digit}
              aria-keyshortcuts={props.current ? String(digit) : undefined}
              class="inline-flex min-h-control items-center gap-2 rounded-md border border-line-strong bg-raised px-3 whitespace-nowrap hover:bg-hover aria-pressed:border-accent-fill aria-pressed:bg-accent-fill aria-pressed:font-medium aria-pressed:text-on-fill"
              onClick={() => props.onAnswer(digit)}
            >
              <kbd aria-hidden="true" class="font-sans text-xs opacity-75">
                {digit}
              </kbd>
              {word(digit)}
            </button>
          )}
        </For>
      </div>
    </fieldset>
  )
}
