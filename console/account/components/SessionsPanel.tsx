import Monitor from 'lucide-solid/icons/monitor'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { leave } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { Button } from '../../ui/Button.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { endAllSessions, endSession } from '../account.api.ts'
import { ownSessionsQuery } from '../account.queries.ts'
import { browserName } from '../browser-name.ts'
import { createAsking } from '../create-asking.ts'
import { Refusal } from './Refusal.tsx'

/** Where one is signed in; each can be ended, or all at once. */
export const SessionsPanel = () => {
  const { t, format } = useI18n()
  const queries = useQueryClient()
  const sessions = useQuery(ownSessionsQuery)
  const asking = createAsking()
  const [sure, setSure] = createSignal(false)
  const end = (id: string) =>
    void asking.ask(async () => {
      await endSession(id)
      await queries.invalidateQueries({ queryKey: ownSessionsQuery().queryKey })
    })
  const endAll = () =>
    void asking.ask(async () => {
      await endAllSessions()
      leave()
    })
  return (
    <div class="flex flex-col gap-3">
      <p class="text-muted">{t('account.sessionsHint')}</p>
      <ul class="flex flex-col divide-y divide-line" aria-label={t('account.sessions')}>
        <For each={sessions.data}>
          {(one) => (
            <li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <div class="min-w-0 flex-1">
                <p class="flex flex-wrap items-center gap-2 font-medium">
                  {browserName(one.browser) || t('account.unknownBrowser')}
                  <Show when={one.current}>
                    <StateTag icon={Monitor} tone="info" label={t('account.thisOne')} />
                  </Show>
                </p>
                <p class="text-sm wrap-anywhere text-muted tabular-nums">
                  {[
                    one.address,
                    t('account.opened', { at: format().moment(one.openedAt) }),
                    t('account.used', { at: format().ago(one.usedAt) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <Show when={!one.current}>
                <Button class="pointer-coarse:min-h-11" onClick={() => end(one.id)}>
                  {t('account.end')}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Refusal text={asking.refusal()} />
      <Show
        when={sure()}
        fallback={
          <Button kind="quiet" class="self-start pointer-coarse:min-h-11" onClick={() => setSure(true)}>
            {t('account.endAll')}
          </Button>
        }
      >
        <div role="group" aria-label={t('account.endAll')} class="flex flex-wrap items-center gap-2">
          <span>{t('account.endAllSure')}</span>
          <Button
            kind="danger"
            busy={asking.busy()}
            class="pointer-coarse:min-h-11"
            ref={(button) => queueMicrotask(() => button.focus())}
            onClick={endAll}
          >
            {t('account.endAll')}
          </Button>
          <Button kind="quiet" class="pointer-coarse:min-h-11" onClick={() => setSure(false)}>
            {t('ui.cancel')}
          </Button>
        </div>
      </Show>
    </div>
  )
}
