import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { beginSecondFactor, confirmSecondFactor } from '../account.api.ts'
import { createAsking } from '../create-asking.ts'
import { PasswordPrompt } from './PasswordPrompt.tsx'
import { QrCode } from './QrCode.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { Refusal } from './Refusal.tsx'

interface Setup {
  uri: string
  recoveryCodes: string[]
}

/** The secret as somebody types it into an app: groups of four. */
const secretOf = (uri: string) => (new URL(uri).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Sets up a second factor: the password, then the picture for the app, the recovery codes, and a first code. `onDone`: it is on. */
export const SecondFactorSetup = (props: { onDone: () => void; onCancel?: () => void }) => {
  const { t } = useI18n()
  const [setup, setSetup] = createSignal<Setup>()
  return (
    <Show
      when={setup()}
      fallback={
        <PasswordPrompt
          submit={t('account.next.step')}
          run={async (password) => setSetup(await beginSecondFactor(password))}
          {...(props.onCancel && { onCancel: props.onCancel })}
        />
      }
    >
      {(made) => <FirstCode setup={made()} onDone={props.onDone} />}
    </Show>
  )
}

const FirstCode = (props: { setup: Setup; onDone: () => void }) => {
  const { t } = useI18n()
  const asking = createAsking()
  const [code, setCode] = createSignal('')
  const [kept, setKept] = createSignal(false)
  /** Enter was pressed before the codes were said to be kept. */
  const [early, setEarly] = createSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setEarly(!kept())
    if (!kept()) return
    if (await asking.ask(() => confirmSecondFactor(code().replaceAll(/\s/g, '')))) props.onDone()
    else setCode('')
  }
  return (
    <form class="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
      <div class="flex flex-wrap items-start gap-4">
        <QrCode text={props.setup.uri} label={t('account.qr')} />
        <div class="flex min-w-0 flex-[1_1_14rem] flex-col gap-2">
          <p>{t('account.scan')}</p>
          <p class="text-muted">{t('account.typeSecret')}</p>
          <p class="font-mono wrap-anywhere select-all">{secretOf(props.setup.uri)}</p>
        </div>
      </div>
      <RecoveryCodes codes={props.setup.recoveryCodes} />
      <Checkbox label={t('account.codesKept')} checked={kept()} onChange={setKept} />
      <TextField
        label={t('account.code')}
        hint={t('account.codeHint')}
        class="max-w-56"
        value={code()}
        onChange={setCode}
        inputClass="tabular-nums"
        input={{ autocomplete: 'one-time-code', inputMode: 'numeric', required: true, maxLength: 7 }}
      />
      <Refusal text={early() && !kept() ? t('account.keepCodes') : asking.refusal()} />
      <Button kind="primary" type="submit" busy={asking.busy()} class="self-start pointer-coarse:min-h-11">
        {t('account.turnOn')}
      </Button>
    </form>
  )
}
