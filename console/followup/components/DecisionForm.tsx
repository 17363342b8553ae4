import { createSignal } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'

/** What a supervisor settles: done again, or left as it is, with the reason. */
export const DecisionForm = (props: {
  busy: boolean
  mayRedo: boolean
  onDecide: (decision: 'redo' | 'keep', reason: string) => void
}) => {
  const { t } = useI18n()
  const [reason, setReason] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  const decide = (decision: 'redo' | 'keep') => {
    setMissing(reason().trim() === '')
    if (!missing()) props.onDecide(decision, reason().trim())
  }
  return (
    <div class="flex flex-col gap-3">
      <p class="text-muted">{props.mayRedo ? t('followUp.decideHint') : t('followUp.tooLate')}</p>
      <TextArea
        label={t('followUp.decide.reason')}
        required
        rows={2}
        value={reason()}
        error={missing() ? t('act.missing', { field: t('followUp.decide.reason') }) : undefined}
        input={{ maxLength: 2000 }}
        onChange={setReason}
      />
      <div class="flex justify-end gap-2">
        <Button busy={props.busy} onClick={() => decide('keep')}>
          {t('followUp.keep')}
        </Button>
        <Button kind="primary" busy={props.busy} disabled={!props.mayRedo} onClick={() => decide('redo')}>
          {t('followUp.redo')}
        </Button>
      </div>
    </div>
  )
}
