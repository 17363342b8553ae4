import { createSignal } from 'solid-js'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { createAsking } from '../create-asking.ts'
import { Refusal } from './Refusal.tsx'

/** Asks for the password once more before something is changed. `run` does it and may refuse. */
export const PasswordPrompt = (props: {
  submit: string
  danger?: boolean
  run: (password: string) => Promise<unknown>
  onCancel?: () => void
}) => {
  const { t } = useI18n()
  const session = useSession()
  const asking = createAsking()
  const [password, setPassword] = createSignal('')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    await asking.ask(() => props.run(password()))
    setPassword('')
  }
  return (
    <form class="flex max-w-96 flex-col gap-3" onSubmit={(event) => void submit(event)}>
      <input type="text" autocomplete="username" value={session().staff.username} readOnly hidden />
      <TextField
        label={t('account.current')}
        type="password"
        value={password()}
        onChange={setPassword}
        input={{
          autocomplete: 'current-password',
          required: true,
          ref: (input) => queueMicrotask(() => input.focus()),
        }}
      />
      <Refusal text={asking.refusal()} />
      <div class="flex flex-wrap gap-2">
        <Button
          kind={props.danger ? 'danger' : 'primary'}
          type="submit"
          busy={asking.busy()}
          class="pointer-coarse:min-h-11"
        >
          {props.submit}
        </Button>
        {props.onCancel && (
          <Button kind="quiet" class="pointer-coarse:min-h-11" onClick={() => props.onCancel?.()}>
            {t('ui.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
