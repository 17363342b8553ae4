import ChevronDown from 'lucide-solid/icons/chevron-down'
import Coffee from 'lucide-solid/icons/coffee'
import Headphones from 'lucide-solid/icons/headphones'
import MonitorCheck from 'lucide-solid/icons/monitor-check'
import NotebookPen from 'lucide-solid/icons/notebook-pen'
import PanelTop from 'lucide-solid/icons/panel-top'
import Pause from 'lucide-solid/icons/pause'
import Phone from 'lucide-solid/icons/phone'
import PhoneCall from 'lucide-solid/icons/phone-call'
import PhoneOff from 'lucide-solid/icons/phone-off'
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../../i18n/i18n.tsx'
import type { IconComponent } from '../../ui/icon.ts'
import { Menu, type MenuItem } from '../../ui/overlays/Menu.tsx'
import { textTone, type Tone } from '../../ui/tone.ts'
import type { Mood } from '../phone.models.ts'
import type { Phone as Telephone } from '../phone.ts'

const look: Record<Mood, { icon: IconComponent; tone: Tone }> = {
  offline: { icon: PhoneOff, tone: 'neutral' },
  ready: { icon: Headphones, tone: 'ok' },
  break: { icon: Coffee, tone: 'warn' },
  ringing: { icon: Phone, tone: 'ok' },
  dialling: { icon: PhoneCall, tone: 'info' },
  talking: { icon: Phone, tone: 'info' },
  held: { icon: Pause, tone: 'warn' },
  wrapUp: { icon: NotebookPen, tone: 'warn' },
}

/** State, time and what it can be changed to. */
export const PresenceMenu = (props: { phone: Telephone; timer: string; name?: string; onOpen?: () => void }) => {
  const { t } = useI18n()
  const mood = () => props.phone.mood()
  const free = (): MenuItem[] =>
    (['ready', 'break', 'offline'] as const).map((state) => ({
      label: t(`softphone.to.${state}`),
      icon: look[state].icon,
      checked: mood() === state,
      disabled: mood() !== state && !props.phone.may(state),
      run: () => mood() !== state && void props.phone.switchTo(state),
      ...(state !== 'offline' && mood() !== state && { keys: 'alt+r' }),
    }))
  const here = (): MenuItem[] => [
    ...(props.onOpen ? [{ label: t('softphone.openCall'), icon: PanelTop, run: props.onOpen }] : []),
    ...(props.phone.tab() === 'elsewhere'
      ? [{ label: t('softphone.take'), hint: t('softphone.takeHint'), icon: MonitorCheck, run: props.phone.take }]
      : []),
  ]
  /** Ready, but the carrier does not know this browser: calls would not ring. */
  const broken = () => props.phone.tab() === 'mine' && ['lost', 'refused'].includes(props.phone.line.state() ?? '')
  const words = () => t(`softphone.mood.${mood()}`)
  return (
    <Menu
      label={[words(), props.timer, props.name].filter(Boolean).join(' ')}
      placement="bottom-end"
      triggerClass="min-w-0 px-2! font-normal!"
      trigger={
        <>
          <Dynamic
            component={look[mood()].icon}
            size={16}
            class={`shrink-0 ${textTone[look[mood()].tone]}`}
            aria-hidden="true"
          />
          <span class="font-medium max-sm:sr-only">{words()}</span>
          <Show when={mood() !== 'offline'}>
            <span class="text-muted">{props.timer}</span>
          </Show>
          <Show when={props.name}>
            <span class="truncate max-xl:hidden">{props.name}</span>
          </Show>
          <Show when={broken()}>
            <span class="rounded-sm bg-bad-soft px-1.5 text-sm text-bad">{t('softphone.noLine')}</span>
          </Show>
          <ChevronDown size={14} class="-mr-1 shrink-0 text-muted" aria-hidden="true" />
        </>
      }
      header={
        // not a <Show>: one that shows nothing is still something to the menu, which draws a line for it
        props.phone.tab() === 'elsewhere' || broken() ? (
          <p class="max-w-64 text-sm text-muted">
            {broken() ? t('softphone.noLineHint') : t('softphone.elsewhereHint')}
          </p>
        ) : undefined
      }
      groups={[['offline', 'ready', 'break'].includes(mood()) ? free() : [], here()]}
    />
  )
}
