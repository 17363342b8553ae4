import ShieldCheck from 'lucide-solid/icons/shield-check'
import ShieldOff from 'lucide-solid/icons/shield-off'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch } from 'solid-js'
import type { SecondFactorDto } from '../../../api/access/account/account.dto.ts'
import { sessionKey } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { Button } from '../../ui/Button.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { endSecondFactor, renewRecoveryCodes } from '../account.api.ts'
import { secondFactorQuery } from '../account.queries.ts'
import { PasswordPrompt } from './PasswordPrompt.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SecondFactorSetup } from './SecondFactorSetup.tsx'

/** One's second factor: set up, new recovery codes, off. */
export const SecondFactorPanel = () => {
  const factor = useQuery(secondFactorQuery)
  return <Show when={factor.data}>{(data) => <Factor state={data()} />}</Show>
}

const Factor = (props: { state: SecondFactorDto }) => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const [doing, setDoing] = createSignal<'setup' | 'renew' | 'end'>()
  const [codes, setCodes] = createSignal<string[]>()
  const stop = () => setDoing(undefined)
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: secondFactorQuery().queryKey }),
      queries.invalidateQueries({ queryKey: sessionKey }),
    ])
  const done = async (title: string) => {
    await refresh()
    stop()
    showToast({ tone: 'ok', title })
  }
  return (
    <div class="flex flex-col gap-3">
      <p class="flex flex-wrap items-center gap-2">
        <StateTag
          icon={props.state.on ? ShieldCheck : ShieldOff}
          tone={props.state.on ? 'ok' : 'neutral'}
          label={t(props.state.on ? 'account.on' : 'account.off')}
        />
        <Show when={props.state.on}>
          <span class={props.state.recoveryCodesLeft < 3 ? 'text-warn' : 'text-muted'}>
            {t('account.codesLeft', { count: props.state.recoveryCodesLeft })}
          </span>
        </Show>
      </p>
      <p class="text-muted">{t(props.state.required ? 'account.factorRequired' : 'account.factorHint')}</p>
      <Switch>
        <Match when={doing() === 'setup'}>
          <SecondFactorSetup onDone={() => void done(t('account.factorOn'))} onCancel={stop} />
        </Match>
        <Match when={doing() === 'renew'}>
          <PasswordPrompt
            submit={t('account.renew')}
            run={async (password) => {
              setCodes(await renewRecoveryCodes(password))
              await done(t('account.renewed'))
            }}
            onCancel={stop}
          />
        </Match>
        <Match when={doing() === 'end'}>
          <PasswordPrompt
            danger
            submit={t('account.turnOff')}
            run={async (password) => {
              await endSecondFactor(password)
              setCodes(undefined)
              await done(t('account.factorOff'))
            }}
            onCancel={stop}
          />
        </Match>
        <Match when={!props.state.on}>
          <Button class="self-start pointer-coarse:min-h-11" onClick={() => setDoing('setup')}>
            {t('account.setUp')}
          </Button>
        </Match>
        <Match when={props.state.on}>
          <Show when={codes()}>{(list) => <RecoveryCodes codes={list()} />}</Show>
          <div class="flex flex-wrap gap-2">
            <Button class="pointer-coarse:min-h-11" onClick={() => setDoing('renew')}>
              {t('account.renew')}
            </Button>
            <Show when={!props.state.required}>
              <Button kind="quiet" class="pointer-coarse:min-h-11" onClick={() => setDoing('end')}>
                {t('account.turnOff')}
              </Button>
            </Show>
          </div>
        </Match>
      </Switch>
    </div>
  )
}
