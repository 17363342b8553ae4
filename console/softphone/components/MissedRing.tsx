import PhoneMissed from 'lucide-solid/icons/phone-missed'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Phone } from '../phone.ts'

/** A call rang here and nobody took it, so that no more come: it stays until the agent says what now. */
export const MissedRing = (props: { phone: Phone; disabled: boolean }) => {
  const { t, format } = useI18n()
  return (
    <Show when={props.phone.missedAt()}>
      {(at) => (
        <div
          role="status"
          data-takes-bar
          class="flex min-w-0 items-center gap-2 rounded-md bg-warn-soft px-2 py-0.5 text-warn"
        >
          <PhoneMissed size={16} class="shrink-0" aria-hidden="true" />
          <span class="truncate max-lg:sr-only">{t('softphone.missed', { time: format().time(at()) })}</span>
          <Show when={!props.disabled && props.phone.may('ready')}>
            <Button
              kind="secondary"
              busy={props.phone.pending() === 'ready'}
              onClick={() => void props.phone.switchTo('ready')}
            >
              {t('softphone.missedReady')}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  )
}
