import { useI18n } from '../../i18n/i18n.tsx'
import { createFieldError } from '../../ui/fields/create-field-error.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import type { IntakeWork } from '../create-intake.ts'

/** Answer on the spot: what the citizen is told; the ticket closes with it. */
export const AnswerSheet = (props: {
  work: IntakeWork
  /** Is given the field of the answer. */
  field: (element: HTMLTextAreaElement) => void
  onAnswer: () => void
  onClose: () => void
}) => {
  const { t } = useI18n()
  const fieldError = createFieldError()
  const form = () => props.work.form()
  return (
    <Sheet
      title={t('desk.answerNow')}
      onClose={() => props.onClose()}
      notice={form().replyWanted ? t('desk.answerTells') : t('desk.answerTellsNobody')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            keys="mod+enter"
            busy={props.work.busy()}
            disabled={form().answer.trim() === '' || form().text.trim() === ''}
            onClick={() => props.onAnswer()}
          >
            {t('desk.answerAndClose')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('desk.answer')}
        hint={t('desk.answerHint')}
        rows={4}
        value={form().answer}
        error={fieldError(props.work.problem(), 'answer')}
        onChange={(answer) => props.work.write({ answer })}
        input={{ ref: (element) => props.field(element) }}
      />
    </Sheet>
  )
}
