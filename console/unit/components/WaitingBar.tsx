import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { SendQueue } from '../create-send-queue.ts'

/** What was written without a line and waits on this device. */
export const WaitingBar = (props: { queue: SendQueue }) => {
  const { t } = useI18n()
  return (
    <Show when={props.queue.waiting().length > 0}>
      <Banner
        tone="warn"
        class="border-b border-line"
        action={
          <Button busy={props.queue.sending()} onClick={() => props.queue.sendNow()}>
            {t('unit.sendNow')}
          </Button>
        }
      >
        {t('unit.waitingToSend', { count: props.queue.waiting().length })}
      </Banner>
    </Show>
  )
}
