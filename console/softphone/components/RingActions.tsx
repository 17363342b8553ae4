import Phone from 'lucide-solid/icons/phone'
import PhoneIncoming from 'lucide-solid/icons/phone-incoming'
import PhoneOff from 'lucide-solid/icons/phone-off'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Phone as Telephone } from '../phone.ts'

/** It rings: who, on which line, and the two answers. */
export const RingActions = (props: {
  phone: Telephone
  name: string
  line: { name: string; nameEn: string } | null
  disabled: boolean
  onAnswer: () => void
}) => {
  const { t, inLocale } = useI18n()
  return (
    <>
      <p role="alert" data-takes-bar class="flex min-w-0 items-center gap-1.5 rounded-md bg-ok-soft px-2 py-1 text-ok">
        <PhoneIncoming
          size={16}
          class="shrink-0 max-sm:hidden motion-safe:animate-[breathe_1s_ease-in-out_infinite]"
          aria-hidden="true"
        />
        <span class="sr-only">{t('softphone.incoming')}</span>
        <span class="truncate font-medium">{props.name}</span>
        <Show when={props.line}>
          {(line) => (
            <span class="max-w-40 truncate text-sm max-xl:hidden">{inLocale(line().name, line().nameEn)}</span>
          )}
        </Show>
      </p>
      <Show when={!props.disabled} fallback={<span class="text-sm text-muted">{t('softphone.elsewhere')}</span>}>
        <Button
          kind="answer"
          icon={Phone}
          keys="alt+a"
          busy={props.phone.pending() === 'answer'}
          onClick={() => props.onAnswer()}
        >
          <span class="max-sm:sr-only">{t('softphone.answer')}</span>
        </Button>
        <IconButton
          label={t('softphone.decline')}
          icon={PhoneOff}
          kind="secondary"
          disabled={props.phone.pending() !== undefined}
          onClick={() => void props.phone.act('decline')}
        />
      </Show>
    </>
  )
}
