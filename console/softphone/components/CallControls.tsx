import Mic from 'lucide-solid/icons/mic'
import MicOff from 'lucide-solid/icons/mic-off'
import Pause from 'lucide-solid/icons/pause'
import PhoneOff from 'lucide-solid/icons/phone-off'
import Play from 'lucide-solid/icons/play'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { ariaKeys } from '../../shared/create-shortcuts.ts'
import type { IconComponent } from '../../ui/icon.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tooltip } from '../../ui/overlays/Tooltip.tsx'
import type { Phone } from '../phone.ts'
import { TransferMenu } from './TransferMenu.tsx'

/** Mute, hold, transfer, end: as icons in the bar, with words at the call itself. */
export const CallControls = (props: { phone: Phone; look: 'icons' | 'words' }) => {
  const { t } = useI18n()
  const muted = () => props.phone.call()?.muted === true
  const held = () => props.phone.may('resume')
  return (
    <>
      <Show when={props.phone.may('mute')}>
        <Control
          look={props.look}
          label={muted() ? t('softphone.unmute') : t('softphone.mute')}
          icon={muted() ? MicOff : Mic}
          keys="alt+m"
          pressed={muted()}
          busy={props.phone.pending() === 'mute'}
          run={() => void props.phone.act(muted() ? 'unmute' : 'mute')}
        />
        <Control
          look={props.look}
          label={held() ? t('softphone.resume') : t('softphone.hold')}
          icon={held() ? Play : Pause}
          keys="alt+h"
          pressed={held()}
          busy={['hold', 'resume'].includes(props.phone.pending() ?? '')}
          run={() => void props.phone.act(held() ? 'resume' : 'hold')}
        />
        <Show when={props.look === 'words'}>
          <TransferMenu phone={props.phone} />
        </Show>
      </Show>
      <Show when={props.phone.may('end')}>
        <Control
          look={props.look}
          label={t('softphone.end')}
          icon={PhoneOff}
          keys="alt+e"
          danger
          busy={props.phone.pending() === 'end'}
          run={() => void props.phone.act('end')}
        />
      </Show>
    </>
  )
}

const Control = (props: {
  look: 'icons' | 'words'
  label: string
  icon: IconComponent
  keys: string
  pressed?: boolean
  danger?: boolean
  busy: boolean
  run: () => void
}) => (
  <Show
    when={props.look === 'words'}
    fallback={
      <IconButton
        label={props.label}
        icon={props.icon}
        keys={props.keys}
        disabled={props.busy}
        class={props.danger ? 'text-bad!' : ''}
        {...(props.pressed !== undefined && { pressed: props.pressed })}
        onClick={() => props.run()}
      />
    }
  >
    <Tooltip text={props.label} keys={props.keys}>
      <Button
        kind={props.danger ? 'danger' : 'secondary'}
        icon={props.icon}
        busy={props.busy}
        aria-pressed={props.pressed}
        aria-keyshortcuts={ariaKeys(props.keys)}
        class={props.pressed ? 'bg-selected! text-accent!' : ''}
        onClick={() => props.run()}
      >
        {props.label}
      </Button>
    </Tooltip>
  </Show>
)
