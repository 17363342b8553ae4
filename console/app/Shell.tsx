import { useNavigate } from '@solidjs/router'
import Keyboard from 'lucide-solid/icons/keyboard'
import GoTo from 'lucide-solid/icons/corner-down-right'
import { createSignal, lazy, onCleanup, onMount, Show, Suspense, type JSX, type ParentProps } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { createShortcuts } from '../shared/create-shortcuts.ts'
import { databaseIsAway } from '../shared/database-watch.ts'
import { holdTyping, type Typed } from '../shared/hold-typing.ts'
import { Banner } from '../ui/feedback/Banner.tsx'
import { ToastRegion } from '../ui/overlays/Toast.tsx'
import { createCommands } from './commands.ts'
import { useLive } from './live.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import type { Page } from './pages.types.ts'
import { IdleWatch } from './IdleWatch.tsx'
import { Rail } from './Rail.tsx'
import { mayOpen, useSession } from './session.ts'
import { TopBar } from './TopBar.tsx'

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette.tsx')).CommandPalette }))
const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog }))

/** The frame around every page: rail, bar, page; search on ⌘K, keys on `?`, a quiet bar while the line is down. */
export const Shell = (props: ParentProps<{ pages: readonly Page[]; softphone?: JSX.Element }>) => {
  const { t } = useI18n()
  const session = useSession()
  const live = useLive()
  const navigate = useNavigate()
  const [panel, setPanel] = createSignal<'palette' | 'shortcuts'>()
  let typed: Typed = () => ''
  const search = () => {
    if (panel() === 'palette') return
    typed = holdTyping()
    setPanel('palette')
  }
  const close = () => {
    typed()
    setPanel()
  }
  onCleanup(() => typed())
  const open = () => props.pages.filter((page) => page.rail && mayOpen(session(), page))

  // not needed for the first look at a page, and there before anybody can press their keys
  onMount(() => {
    const timer = setTimeout(() => void Promise.all([CommandPalette.preload(), ShortcutsDialog.preload()]), 300)
    onCleanup(() => clearTimeout(timer))
  })
  createCommands(() => ({
    title: t('shell.pages'),
    commands: [
      ...open().map((page) => ({
        id: page.path,
        label: t(page.title),
        icon: page.rail?.icon ?? GoTo,
        keys: page.rail?.keys ?? '',
        run: () => navigate(page.path),
      })),
      { id: 'account', label: t('account.title'), icon: GoTo, run: () => navigate('/account') },
      { id: 'settings', label: t('settings.title'), icon: GoTo, run: () => navigate('/settings') },
      { id: 'keys', label: t('keys.title'), icon: Keyboard, keys: '?', run: () => setPanel('shortcuts') },
    ],
  }))
  createShortcuts(
    () => t('keys.global'),
    [
      { keys: 'mod+k', label: () => t('shell.search'), run: search },
      { keys: '?', label: () => t('keys.help'), run: () => setPanel('shortcuts') },
      { keys: 'f1', label: () => t('keys.help'), run: () => setPanel('shortcuts') },
      ...props.pages.flatMap((page) =>
        page.rail === undefined
          ? []
          : [
              {
                keys: page.rail.keys,
                label: () => t('keys.goTo', { page: t(page.title) }),
                run: () => navigate(page.path),
                when: () => open().includes(page),
              },
            ],
      ),
    ],
  )

  return (
    <div class="flex h-dvh min-h-0 max-sm:flex-col">
      <a
        href="#page"
        class="sr-only z-50 rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('shell.skip')}
      </a>
      <Rail pages={open()} />
      <div class="flex min-h-0 min-w-0 flex-1 flex-col">
        <TopBar onSearch={search} softphone={props.softphone} />
        <main id="page" tabIndex={-1} class="relative min-h-0 min-w-0 flex-1 overflow-auto outline-none">
          <PageBoundary>{props.children}</PageBoundary>
        </main>
        {/* below the page, so that nothing on it moves */}
        <IdleWatch />
        <Show when={databaseIsAway()}>
          <Banner tone="warn" class="animate-rise border-t border-line">
            {t('shell.databaseAway')}
          </Banner>
        </Show>
        <Show when={live.connection() === 'reconnecting'}>
          <Banner tone="warn" class="animate-rise border-t border-line">
            {t('shell.reconnecting')}
          </Banner>
        </Show>
      </div>
      <Suspense>
        <Show when={panel() === 'palette'}>
          <CommandPalette open typed={() => typed()} onClose={close} />
        </Show>
        <Show when={panel() === 'shortcuts'}>
          <ShortcutsDialog open onClose={() => setPanel()} />
        </Show>
      </Suspense>
      <ToastRegion />
    </div>
  )
}
