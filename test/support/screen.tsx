import { MemoryRouter, Route, createMemoryHistory, type RouteDefinition } from '@solidjs/router'
import { QueryClientProvider } from '@tanstack/solid-query'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import type { JSX } from 'solid-js'
import { render } from 'solid-js/web'
import { vi } from 'vitest'
import { toaster } from '@kobalte/core/toast'
import type { SessionDto } from '../../api/access/access.dto.ts'
import { LiveProvider } from '../../console/app/live.tsx'
import { PageBoundary } from '../../console/app/PageBoundary.tsx'
import { createQueryClient } from '../../console/app/query-client.ts'
import { SessionContext } from '../../console/app/session.ts'
import { fillText } from '../../console/i18n/fill-text.ts'
import { I18nProvider } from '../../console/i18n/i18n.tsx'
import type { Locale, Params, TextKey } from '../../console/i18n/i18n.types.ts'
import { en } from '../../console/i18n/en/index.ts'
import { zhCN } from '../../console/i18n/zh-CN/index.ts'
import { ToastRegion } from '../../console/ui/overlays/Toast.tsx'
import { FakeEventSource } from './fake-server.ts'

const dictionaries = { 'zh-CN': zhCN, en }

/** A part of the console on the screen, and whoever sits before it. */
export interface Shown {
  user: UserEvent
  /** What the console says in the language it is shown in. */
  t: (key: TextKey, params?: Params) => string
  /** Where the console is now. */
  path: () => string
}

const disposals: (() => void)[] = []

const usualWidth = 1024
/** The window of a document without a layout is set from outside it; the types of the browser know no such thing. */
const resize = (width: number): void =>
  (globalThis as unknown as { happyDOM: { setViewport: (size: { width: number }) => void } }).happyDOM.setViewport({
    width,
  })

/** Who sits before the screen, unless a test says otherwise. */
export const someone = (over: Partial<SessionDto> = {}): SessionDto => ({
  staff: {
    id: 'staff-1',
    username: 'agent1',
    name: '孙文静',
    roles: ['agent'],
    unitId: 'city',
    unitName: '热线管理中心',
    unitNameEn: 'Hotline',
    unitLevel: 'city',
    locale: 'zh-CN',
  },
  sample: true,
  permissions: [],
  pending: null,
  idleMinutes: 60,
  liveSeq: 3,
  ...over,
})

interface Screen {
  locale?: Locale
  path?: string
  width?: number
}

/** Draws into a document without a layout, with texts, the cache of server data and addresses, as `main.tsx` does it. */
const draw = async (
  router: (history: ReturnType<typeof createMemoryHistory>) => JSX.Element,
  { locale = 'zh-CN', path = '/', width = usualWidth }: Screen,
): Promise<Shown> => {
  resize(width)
  const dictionary = dictionaries[locale]
  vi.stubGlobal('EventSource', FakeEventSource)
  const root = document.body.appendChild(document.createElement('div'))
  const queries = createQueryClient()
  const history = createMemoryHistory()
  history.set({ value: path })
  disposals.push(
    render(
      () => (
        <I18nProvider initial={{ locale, dictionary }}>
          <QueryClientProvider client={queries}>{router(history)}</QueryClientProvider>
        </I18nProvider>
      ),
      root,
    ),
    () => queries.clear(),
  )
  // the router draws its first page a turn later
  await new Promise((resolve) => setTimeout(resolve))
  return {
    user: userEvent.setup({ delay: null }),
    t: (key, params = {}) => fillText(dictionary[key], params, locale),
    path: () => history.get(),
  }
}

/**
 * Shows a part of the console as the shell does it. `path`: where the console stands; `route`: the pattern its address is read by.
 * `width`: of the window, px.
 */
export const show = (
  part: () => JSX.Element,
  { route = '*', session = someone(), ...screen }: Screen & { route?: string; session?: SessionDto } = {},
): Promise<Shown> =>
  draw(
    (history) => (
      <MemoryRouter history={history}>
        <Route
          path={route}
          component={() => (
            <SessionContext.Provider value={() => session}>
              <LiveProvider>
                {part()}
                <ToastRegion />
              </LiveProvider>
            </SessionContext.Provider>
          )}
        />
      </MemoryRouter>
    ),
    screen,
  )

/** Shows whole pages behind their addresses, with gate and shell. */
export const showRoutes = (routes: RouteDefinition[], screen: Screen = {}): Promise<Shown> =>
  draw(
    (history) => (
      <MemoryRouter history={history} root={(props) => <PageBoundary>{props.children}</PageBoundary>}>
        {routes}
      </MemoryRouter>
    ),
    screen,
  )

/** Takes everything off the screen, and forgets what this browser kept. */
export const clearScreen = (): void => {
  for (const dispose of disposals.splice(0)) dispose()
  toaster.clear()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  FakeEventSource.opened = []
  localStorage.clear()
  sessionStorage.clear()
}
