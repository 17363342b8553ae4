import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { toProblem } from '../shared/problem.ts'
import { Button } from '../ui/Button.tsx'
import { Banner } from '../ui/feedback/Banner.tsx'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import { Brand } from './Brand.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { SignInCode } from './SignInCode.tsx'
import { safeReturn } from './safe-return.ts'
import { createSessionQuery, createSignIn } from './session.ts'

/** The door: name and password, and a code where the account has a second factor. */
export const SignInPage = () => {
  const { t } = useI18n()
  const words = createProblemText()
  const session = createSessionQuery()
  const signIn = createSignIn()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ to?: string; ended?: string }>()
  const [username, setUsername] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [step, setStep] = createSignal<'password' | 'code'>('password')
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  let passwordInput: HTMLInputElement | undefined
  createEffect(() => (document.title = `${t('signIn.title')} · 一线 Yixian`))

  const enter = () => navigate(safeReturn(search.to), { replace: true })
  /** Back to the password, with the reason when there is one. */
  const startOver = (why?: unknown) => {
    setPassword('')
    setFailure(why)
    setStep('password')
    passwordInput?.focus()
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    setFailure(undefined)
    try {
      const next = await signIn.password(username().trim(), password())
      if (next === 'open') enter()
      else setStep('code')
    } catch (thrown) {
      // a refused password is typed again, a lost line keeps it
      if (toProblem(thrown).status !== 0) setPassword('')
      setFailure(thrown)
      passwordInput?.focus()
    } finally {
      setBusy(false)
    }
  }

  return (
    <Show when={!session.data} fallback={<Navigate href={safeReturn(search.to)} />}>
      <div class="relative flex min-h-dvh flex-col items-center justify-center bg-surface p-6">
        <div class="absolute top-3 right-3">
          <LanguageMenu />
        </div>
        <main class="w-full max-w-80">
          <header class="mb-8 flex flex-col items-center gap-3 text-center">
            <Brand class="size-12" />
            <div>
              <h1 class="text-xl font-semibold">{t('shell.product')}</h1>
              <p class="text-muted">{t('shell.productLine')}</p>
            </div>
          </header>
          <Show when={search.ended}>
            <Banner tone="info" class="mb-4 rounded-md">
              {t('signIn.again')}
            </Banner>
          </Show>
          <Show when={step() === 'code'}>
            <SignInCode send={signIn.code} onDone={enter} onOver={startOver} />
          </Show>
          <form
            hidden={step() === 'code'}
            class="flex flex-col gap-4 [&[hidden]]:hidden"
            onSubmit={(event) => void submit(event)}
          >
            <TextField
              label={t('signIn.username')}
              value={username()}
              onChange={setUsername}
              inputClass="h-10"
              input={{
                autocomplete: 'username',
                autocapitalize: 'none',
                spellcheck: false,
                autofocus: true,
                required: true,
              }}
            />
            <TextField
              label={t('signIn.password')}
              type="password"
              value={password()}
              onChange={setPassword}
              inputClass="h-10"
              input={{ autocomplete: 'current-password', required: true, ref: (input) => (passwordInput = input) }}
            />
            <Show when={failure()}>
              {(thrown) => (
                <p role="alert" class="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
                  {words(thrown()).title}
                  <Show when={words(thrown()).next}>{(next) => <span class="block">{next()}</span>}</Show>
                </p>
              )}
            </Show>
            <Button kind="primary" type="submit" busy={busy()} class="mt-2 min-h-10!">
              {t('signIn.submit')}
            </Button>
          </form>
          <p class="mt-6 text-center text-sm text-muted">{t('signIn.help')}</p>
        </main>
      </div>
    </Show>
  )
}
