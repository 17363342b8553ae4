import { useLocation, useNavigate } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { createNow } from '../shared/create-now.ts'
import { createShortcuts } from '../shared/create-shortcuts.ts'
import { CallControls } from './components/CallControls.tsx'
import { MissedRing } from './components/MissedRing.tsx'
import { PresenceMenu } from './components/PresenceMenu.tsx'
import { RingActions } from './components/RingActions.tsx'
import { createPhone } from './phone.ts'
import { callerName } from './phone.models.ts'

/** The telephone in the bar of every page: state, time, and when it rings who it is. Grows in the bar and covers nothing. */
export const SoftphonePill = () => {
  const { t, format } = useI18n()
  const phone = createPhone()
  const now = createNow()
  const navigate = useNavigate()
  const location = useLocation()
  const timer = () => {
    const since = phone.since()
    return since === undefined ? '' : format().duration(now() - Date.parse(since))
  }
  const name = () => {
    const call = phone.call()
    return call ? callerName(call, t('softphone.withheld')) : ''
  }
  const toDesk = (id: string | undefined) => id !== undefined && navigate(`/desk?open=call:${id}`)
  const answer = async () => {
    const id = phone.call()?.id
    if ((await phone.answer()) && location.pathname !== '/desk') toDesk(id)
  }
  /** While the tabs are still agreeing who has it, a press is not lost: the line is waited for. */
  const here = () => phone.tab() !== 'elsewhere'
  const when = (act: Parameters<typeof phone.may>[0]) => () => here() && phone.may(act)

  createShortcuts(
    () => t('keys.call'),
    [
      { keys: 'alt+a', label: () => t('softphone.answer'), run: () => void answer(), when: when('answer') },
      {
        keys: 'alt+r',
        label: () => t('softphone.readyOrBreak'),
        run: () => void phone.switchTo(phone.may('ready') ? 'ready' : 'break'),
        when: () => here() && (phone.may('ready') || phone.may('break')),
      },
      {
        keys: 'alt+m',
        label: () => t('softphone.mute'),
        run: () => void phone.act(phone.call()?.muted ? 'unmute' : 'mute'),
        when: when('mute'),
      },
      {
        keys: 'alt+h',
        label: () => t('softphone.hold'),
        run: () => void phone.act(phone.may('hold') ? 'hold' : 'resume'),
        when: () => here() && (phone.may('hold') || phone.may('resume')),
      },
      { keys: 'alt+e', label: () => t('softphone.end'), run: () => void phone.act('end'), when: when('end') },
    ],
  )
  const busy = () => phone.call() !== undefined && phone.mood() !== 'ringing'

  return (
    <div class="flex min-w-0 items-center gap-1" role="group" aria-label={t('softphone.title')}>
      <MissedRing phone={phone} disabled={!here()} />
      <Switch fallback={<PresenceMenu phone={phone} timer={timer()} />}>
        <Match when={phone.mood() === 'ringing'}>
          <RingActions
            phone={phone}
            name={name()}
            line={phone.call()?.line ?? null}
            disabled={!here()}
            onAnswer={() => void answer()}
          />
        </Match>
        <Match when={busy()}>
          <PresenceMenu phone={phone} timer={timer()} name={name()} onOpen={() => toDesk(phone.call()?.id)} />
          <Show when={here()}>
            <div class="flex items-center max-md:hidden">
              <CallControls phone={phone} look="icons" />
            </div>
          </Show>
        </Match>
      </Switch>
    </div>
  )
}
