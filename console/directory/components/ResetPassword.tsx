import Copy from 'lucide-solid/icons/copy'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { resetPassword } from '../directory.api.ts'

/** Gives somebody a password for once, which is shown here and nowhere else. */
export const ResetPassword = (props: {
  staff: { id: string; name: string; username: string }
  onClose: () => void
}) => {
  const { t } = useI18n()
  const words = createProblemText()
  const [secondFactor, setSecondFactor] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const [made, setMade] = createSignal<string>()
  const reset = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      setMade((await resetPassword(props.staff.id, secondFactor())).oncePassword)
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  const copy = () =>
    void navigator.clipboard.writeText(made() ?? '').then(() => showToast({ tone: 'ok', title: t('account.copied') }))
  return (
    <Dialog
      open
      size="small"
      onClose={props.onClose}
      title={t('directory.resetTitle', { name: props.staff.name })}
      footer={
        <Show
          when={made()}
          fallback={
            <>
              <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
              <Button kind="danger" busy={busy()} onClick={() => void reset()}>
                {t('directory.reset')}
              </Button>
            </>
          }
        >
          <Button kind="primary" onClick={props.onClose}>
            {t('ui.close')}
          </Button>
        </Show>
      }
    >
      <Show
        when={made()}
        fallback={
          <div class="flex flex-col gap-3">
            <p>{t('directory.resetHint')}</p>
            <Checkbox
              label={t('directory.resetFactor')}
              hint={t('directory.resetFactorHint')}
              checked={secondFactor()}
              onChange={setSecondFactor}
            />
            <Show when={failure()}>
              <p role="alert" class="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
                {words(failure()).sentence}
              </p>
            </Show>
          </div>
        }
      >
        {(password) => (
          <div class="flex flex-col items-start gap-3" role="status">
            <p>{t('directory.resetDone', { account: props.staff.username })}</p>
            <p class="rounded-md bg-sunken px-4 py-2 font-mono text-lg select-all">{password()}</p>
            <Button icon={Copy} onClick={copy}>
              {t('directory.copyPassword')}
            </Button>
          </div>
        )}
      </Show>
    </Dialog>
  )
}
