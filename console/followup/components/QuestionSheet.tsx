import { createSignal, For, Show } from 'solid-js'
import type { FollowUpDto } from '../../../api/followup/followup.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import {
  answerQuestion,
  isDissatisfied,
  pressDigit,
  questions,
  spokenOf,
  startHearing,
  stepBack,
  takesDigit,
  type Question,
  type Spoken,
} from '../followup.models.ts'
import { QuestionRow } from './QuestionRow.tsx'

/** The three questions, one after the other, by digits or by pointer; made anew for each follow-up. */
export const QuestionSheet = (props: {
  followUp: FollowUpDto
  busy: boolean
  /** Its call is not over. */
  waits: boolean
  onSubmit: (spoken: Spoken) => void
}) => {
  const { t } = useI18n()
  const [hearing, setHearing] = createSignal(startHearing(props.followUp))
  const spoken = () => spokenOf(hearing())
  const value = (question: Question): number | undefined => {
    const { grade, [question === 'satisfied' ? 'contacted' : question]: said } = hearing()
    return question === 'satisfied' ? (grade ?? undefined) : said === null ? undefined : said ? 1 : 2
  }
  const submit = () => {
    const ready = spoken()
    if (ready && !props.busy && !props.waits) props.onSubmit(ready)
  }
  createShortcuts(
    () => t('followUp.keys'),
    [
      ...[1, 2, 3, 4, 5].map((digit) => ({
        keys: String(digit),
        asked: true as const,
        label: () => t('followUp.key.digit', { digit }),
        run: () => setHearing((now) => pressDigit(now, digit)),
        when: () => takesDigit(questions[hearing().at], digit),
      })),
      {
        keys: 'backspace',
        label: () => t('followUp.key.back'),
        run: () => setHearing(stepBack),
        when: () => hearing().at > 0,
      },
      {
        keys: 'mod+enter',
        label: () => t('followUp.submit'),
        run: submit,
        when: () => spoken() !== undefined && !props.waits,
      },
    ],
  )
  return (
    <form
      class="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <For each={questions}>
        {(question, at) => (
          <QuestionRow
            question={question}
            current={hearing().at === at()}
            value={value(question)}
            onAnswer={(digit) => setHearing((now) => answerQuestion(now, question, digit))}
          />
        )}
      </For>
      <Show when={hearing().grade !== null}>
        <TextArea
          label={isDissatisfied(hearing().grade) ? t('followUp.reason') : t('followUp.remark')}
          hint={isDissatisfied(hearing().grade) ? t('followUp.reasonHint') : undefined}
          rows={2}
          value={hearing().reason}
          input={{ maxLength: 2000 }}
          onChange={(reason) => setHearing((now) => ({ ...now, reason }))}
        />
      </Show>
      <div class="flex flex-wrap items-center justify-between gap-3">
        <p class="hidden text-sm text-muted pointer-fine:block">{t('followUp.keysHint')}</p>
        <Button
          kind="primary"
          type="submit"
          keys="mod+enter"
          busy={props.busy}
          disabled={spoken() === undefined || props.waits}
          class="max-sm:w-full"
        >
          {t('followUp.submit')}
        </Button>
      </div>
    </form>
  )
}
