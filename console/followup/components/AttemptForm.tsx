import { createSignal, For } from 'solid-js'
import { attemptOutcomes, type AttemptOutcome } from '../../../api/vocabulary/follow-up.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'

/** A call that got no answers: one press, with a note if there is something to say. */
export const AttemptForm = (props: { busy: boolean; onAttempt: (outcome: AttemptOutcome, note: string) => void }) => {
  const { t } = useI18n()
  const [note, setNote] = createSignal('')
  return (
    <section aria-label={t('followUp.attempt')} class="flex flex-col gap-2 border-t border-line pt-3">
      <h3 class="text-sm font-medium">{t('followUp.attempt')}</h3>
      <div class="flex flex-wrap items-end gap-2">
        <TextField
          label={t('followUp.attempt.note')}
          hideLabel
          class="min-w-40 flex-1"
          value={note()}
          onChange={setNote}
          input={{ maxLength: 2000, placeholder: t('followUp.attempt.note') }}
        />
        <For each={attemptOutcomes}>
          {(outcome) => (
            <Button disabled={props.busy} onClick={() => props.onAttempt(outcome, note())}>
              {t(`followUp.attempt.${outcome}`)}
            </Button>
          )}
        </For>
      </div>
      <p class="text-sm text-muted">{t('followUp.attempt.hint')}</p>
    </section>
  )
}
