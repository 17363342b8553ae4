import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { groupNumber } from '../tickets.models.ts'

/** The ticket number as it is said on the phone, four by four; a click copies its digits. */
export const TicketNumber = (props: { number: string }) => {
  const { t } = useI18n()
  const [copied, setCopied] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const copy = async () => {
    await navigator.clipboard.writeText(props.number)
    setCopied(true)
    clearTimeout(timer)
    timer = setTimeout(() => setCopied(false), 2000)
  }
  onCleanup(() => clearTimeout(timer))
  return (
    <button
      type="button"
      aria-label={t('tickets.copyNumber', { number: groupNumber(props.number) })}
      class="inline-flex min-h-6 items-center gap-1.5 rounded-sm text-sm text-muted hover:text-text max-sm:min-h-11"
      onClick={() => void copy()}
    >
      <span class="font-mono whitespace-nowrap">{groupNumber(props.number)}</span>
      <Show when={copied()} fallback={<Copy size={14} aria-hidden="true" />}>
        <Check size={14} aria-hidden="true" />
        <span role="status">{t('ui.copied')}</span>
      </Show>
    </button>
  )
}
