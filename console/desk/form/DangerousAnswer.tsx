import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'

/** Asks before a request in danger is answered and closed; whoever presses Enter goes back. */
export const DangerousAnswer = (props: { open: boolean; onClose: () => void; onAnswer: () => void }) => {
  const { t } = useI18n()
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      size="small"
      title={t('desk.dangerAnswer')}
      description={t('desk.dangerAnswerHint')}
      footer={
        <>
          <Button kind="danger" onClick={() => props.onAnswer()}>
            {t('desk.dangerAnswerAnyway')}
          </Button>
          <Button onClick={() => props.onClose()}>{t('desk.dangerAnswerBack')}</Button>
        </>
      }
    />
  )
}
