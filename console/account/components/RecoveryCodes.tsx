import Copy from 'lucide-solid/icons/copy'
import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'

/** Recovery codes, shown this once, to be copied or written down. */
export const RecoveryCodes = (props: { codes: readonly string[] }) => {
  const { t } = useI18n()
  const copy = () =>
    void navigator.clipboard
      .writeText(props.codes.join('\n'))
      .then(() => showToast({ tone: 'ok', title: t('account.copied') }))
  return (
    <div class="flex flex-col items-start gap-2">
      <p>{t('account.codesHint')}</p>
      <ul
        aria-label={t('account.codes')}
        class="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md bg-sunken px-4 py-3 font-mono tabular-nums select-all"
      >
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <Button icon={Copy} class="pointer-coarse:min-h-11" onClick={copy}>
        {t('account.copyCodes')}
      </Button>
    </div>
  )
}
