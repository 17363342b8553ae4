import { useQueryClient } from '@tanstack/solid-query'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { Panel } from '../ui/Panel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { ownSessionsQuery } from './account.queries.ts'
import { PasswordForm } from './components/PasswordForm.tsx'
import { SecondFactorPanel } from './components/SecondFactorPanel.tsx'
import { SessionsPanel } from './components/SessionsPanel.tsx'

/** One's own account: password, second factor, where one is signed in. */
export const AccountPage = () => {
  const { t } = useI18n()
  const session = useSession()
  const queries = useQueryClient()
  createCrumbs(() => [{ label: t('account.title') }])
  const changed = () => {
    showToast({ tone: 'ok', title: t('account.passwordChanged'), detail: t('account.othersEnded') })
    void queries.invalidateQueries({ queryKey: ownSessionsQuery().queryKey })
  }
  return (
    <div class="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-6">
      <Panel title={t('account.password')}>
        <PasswordForm owner={session().staff} onChanged={changed} />
      </Panel>
      <Panel title={t('account.factor')}>
        <PageBoundary>
          <SecondFactorPanel />
        </PageBoundary>
      </Panel>
      <Panel title={t('account.sessions')}>
        <PageBoundary>
          <SessionsPanel />
        </PageBoundary>
      </Panel>
    </div>
  )
}
