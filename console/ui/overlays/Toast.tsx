import { Toast as KobalteToast, toaster } from '@kobalte/core/toast'
import X from 'lucide-solid/icons/x'
import { onCleanup, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { serverNow } from '../../shared/server-time.ts'
import { Button } from '../Button.tsx'
import { IconButton } from '../IconButton.tsx'
import { textTone, type Tone } from '../tone.ts'
import { toneIcon } from '../tone-icon.ts'

/** News that goes by itself, in a word or two. */
export interface ToastMessage {
  tone: Exclude<Tone, 'neutral' | 'accent'>
  title: string
  detail?: string | undefined
  /** `keys`: presses the button while the message is there. */
  action?: { label: string; run: () => void; keys?: string }
  /** It holds until then, ms since 1970, and goes at that moment, however long somebody points at it. */
  until?: number
}

/** Says what has just happened. Goes by itself after 6 s (bad news stays until closed); never the only place for what must not be missed. */
export const showToast = (message: ToastMessage): void => {
  // an item of the list, which holds the news that is read out
  toaster.show((row) => (
    <li>
      <ToastCard id={row.toastId} message={message} />
    </li>
  ))
}

const ToastCard = (props: { id: number; message: ToastMessage }) => {
  const { t } = useI18n()
  const close = () => toaster.dismiss(props.id)
  const act = () => {
    props.message.action?.run()
    close()
  }
  const { action, until } = props.message
  if (action?.keys !== undefined)
    createShortcuts(() => t('ui.messages'), [{ keys: action.keys, label: () => action.label, run: act }])
  if (until !== undefined) {
    const timer = setTimeout(close, Math.max(0, until - serverNow()))
    onCleanup(() => clearTimeout(timer))
  }
  return (
    <KobalteToast
      as="div"
      toastId={props.id}
      persistent={props.message.tone === 'bad' || until !== undefined}
      duration={6000}
      priority={props.message.tone === 'bad' ? 'high' : 'low'}
      class="floating flex w-full items-start gap-2 py-2 pr-2 pl-3"
    >
      <Dynamic
        component={toneIcon[props.message.tone]}
        size={16}
        class={`mt-2 shrink-0 ${textTone[props.message.tone]}`}
        aria-hidden="true"
      />
      <div class="min-w-0 flex-1 py-1.5">
        <KobalteToast.Title class="font-medium">{props.message.title}</KobalteToast.Title>
        <Show when={props.message.detail}>
          <KobalteToast.Description class="text-sm text-muted">{props.message.detail}</KobalteToast.Description>
        </Show>
      </div>
      <Show when={props.message.action}>
        {(offered) => (
          <Button kind="quiet" class="text-accent!" keys={offered().keys ?? ''} onClick={act}>
            {offered().label}
          </Button>
        )}
      </Show>
      <IconButton label={t('ui.close')} icon={X} onClick={close} />
    </KobalteToast>
  )
}

/**
 * Where toasts appear; once, last in the shell: over the column of help, which has no act at its end; where a page has one column, at the side where
 * its acts are not; on a phone between page and rail, where they cover no button.
 */
export const ToastRegion = () => {
  const { t } = useI18n()
  return (
    // the library's own key for going there is Alt+T, which passes a call on
    <KobalteToast.Region aria-label={t('ui.messages')} limit={4} swipeDirection="right" hotkey={['F8']}>
      <KobalteToast.List class="fixed right-2 bottom-4 z-50 flex w-86 flex-col gap-2 outline-none max-lg:right-auto max-lg:left-18 max-sm:static max-sm:w-auto max-sm:not-empty:p-2" />
    </KobalteToast.Region>
  )
}
