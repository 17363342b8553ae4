import { createSignal, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { toProblem } from '../shared/problem.ts'
import { Button } from '../ui/Button.tsx'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { TextField } from '../ui/fields/TextField.tsx'

/** The second step of signing in: a code of the app, or a recovery code. `onOver`: the sign-in has ended, the password is asked for again. */
export const SignInCode = (props: {
  send: (code: string, recovery: boolean) => Promise<void>
  onDone: () => void
  onOver: (why?: unknown) => void
}) => {
  const { t } = useI18n()
  const words = createProblemText()
  const [code, setCode] = createSignal('')
  const [recovery, setRecovery] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  let field: HTMLInputElement | undefined

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    setFailure(undefined)
    try {
      await props.send(recovery() ? code().trim() : code().replaceAll(/\s/g, ''), recovery())
      props.onDone()
    } catch (thrown) {
      if (toProblem(thrown).code === 'auth.code-expired') return props.onOver(thrown)
      if (toProblem(thrown).status !== 0) setCode('')
      setFailure(thrown)
      field?.focus()
    } finally {
      setBusy(false)
    }
  }
  const change = () => {
    setRecovery(!recovery())
    setCode('')
    setFailure(undefined)
    field?.focus()
  }
  return (
    <form class="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t(recovery() ? 'signIn.recoveryCode' : 'account.code')}
        hint={t(recovery() ? 'signIn.recoveryHint' : 'signIn.codeHint')}
        value={code()}
        onChange={setCode}
        inputClass="h-10 tabular-nums"
        input={{
          autocomplete: recovery() ? 'off' : 'one-time-code',
          inputMode: recovery() ? 'text' : 'numeric',
          autocapitalize: 'none',
          spellcheck: false,
          required: true,
          minLength: 6,
          maxLength: 20,
          ref: (input) => {
            field = input
            queueMicrotask(() => input.focus())
          },
        }}
      />
      <Show when={failure()}>
        {(thrown) => (
          <p role="alert" class="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
            {words(thrown()).sentence}
          </p>
        )}
      </Show>
      <Button kind="primary" type="submit" busy={busy()} class="mt-2 min-h-10!">
        {t('signIn.confirm')}
      </Button>
      <div class="flex flex-wrap justify-between gap-2">
        <Button kind="quiet" class="pointer-coarse:min-h-11" onClick={change}>
          {t(recovery() ? 'signIn.useApp' : 'signIn.useRecovery')}
        </Button>
        <Button kind="quiet" class="pointer-coarse:min-h-11" onClick={() => props.onOver()}>
          {t('signIn.back')}
        </Button>
      </div>
    </form>
  )
}
