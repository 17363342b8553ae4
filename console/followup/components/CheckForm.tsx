import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'

/** A supervisor looks at a result that came without a call: it stands, or the citizen is asked again; that is said why. */
export const CheckForm = (props: { busy: boolean; own: boolean; onCheck: (accept: boolean, note: string) => void }) => {
  const { t } = useI18n()
  const [note, setNote] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  const check = (accept: boolean) => {
    setMissing(!accept && note().trim() === '')
    if (!missing()) props.onCheck(accept, note())
  }
  return (
    <section aria-label={t('followUp.checkTitle')} class="mt-4 flex flex-col gap-3 border-t border-line pt-4">
      <h3 class="font-medium">{t('followUp.checkTitle')}</h3>
      <Show when={!props.own} fallback={<p class="text-muted">{t('followUp.checkOwn')}</p>}>
        <p class="text-muted">{t('followUp.checkHint')}</p>
        <TextArea
          label={t('followUp.check.note')}
          rows={2}
          value={note()}
          error={missing() ? t('act.missing', { field: t('followUp.check.note') }) : undefined}
          input={{ maxLength: 2000 }}
          onChange={setNote}
        />
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="danger" busy={props.busy} onClick={() => check(false)}>
            {t('followUp.reject')}
          </Button>
          <Button kind="primary" busy={props.busy} onClick={() => check(true)}>
            {t('followUp.accept')}
          </Button>
        </div>
      </Show>
    </section>
  )
}
