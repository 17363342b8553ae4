import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, Match, Switch } from 'solid-js'
import { Brand } from '../app/Brand.tsx'
import { LanguageMenu } from '../app/LanguageMenu.tsx'
import { sessionKey, signOut, useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { Button } from '../ui/Button.tsx'
import { ToastRegion } from '../ui/overlays/Toast.tsx'
import { PasswordForm } from './components/PasswordForm.tsx'
import { SecondFactorSetup } from './components/SecondFactorSetup.tsx'

/** What must be done before anything else: a password of one's own, the second factor that the role needs. */
export const PendingPage = () => {
  const { t } = useI18n()
  const session = useSession()
  const queries = useQueryClient()
  const title = () => t(session().pending === 'password' ? 'account.mustChange' : 'account.mustSetUp')
  createEffect(() => (document.title = `${title()} · 一线 Yixian`))
  const done = () => void queries.invalidateQueries({ queryKey: sessionKey })
  return (
    <div class="relative flex min-h-dvh flex-col items-center bg-surface p-6 pt-[8vh]">
      <div class="absolute top-3 right-3">
        <LanguageMenu />
      </div>
      <main class="flex w-full max-w-xl flex-col gap-5">
        <header class="flex items-start gap-3">
          <Brand class="size-10 shrink-0" />
          <div>
            <h1 class="text-xl font-semibold">{title()}</h1>
            <p class="text-muted">
              {t(session().pending === 'password' ? 'account.mustChangeWhy' : 'account.mustSetUpWhy', {
                name: session().staff.name,
              })}
            </p>
          </div>
        </header>
        <Switch>
          <Match when={session().pending === 'password'}>
            <PasswordForm owner={session().staff} onChanged={done} />
          </Match>
          <Match when={session().pending === 'secondFactor'}>
            <SecondFactorSetup onDone={done} />
          </Match>
        </Switch>
        <Button kind="quiet" class="self-start pointer-coarse:min-h-11" onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Button>
      </main>
      <ToastRegion />
    </div>
  )
}
