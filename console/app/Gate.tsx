import { Navigate, useLocation } from '@solidjs/router'
import type { SessionDto } from '../../api/access/access.dto.ts'
import { createEffect, Match, Suspense, Switch, type JSX, type ParentProps } from 'solid-js'
import { localeIsKnown, matchLocale } from '../i18n/choose-locale.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { LiveProvider } from './live.tsx'
import type { Page } from './pages.types.ts'
import { createSessionQuery, SessionContext } from './session.ts'
import { Shell } from './Shell.tsx'

/**
 * Lets the signed-in through to the shell and sends others to sign in, with the way back in the address, and whether a session has ended.
 * `pending`: what somebody sees who must do something before anything else.
 */
export const Gate = (
  props: ParentProps<{ pages: readonly Page[]; softphone?: () => JSX.Element; pending?: () => JSX.Element }>,
) => {
  const session = createSessionQuery()
  const location = useLocation()
  const { setLocale } = useI18n()
  let opened = false
  createEffect(() => {
    if (session.data) opened = true
    const own = session.data?.staff.locale
    if (own && !localeIsKnown()) void setLocale(matchLocale([own]))
  })
  return (
    <Switch>
      <Match when={session.data === null}>
        <Navigate
          href={`/sign-in?to=${encodeURIComponent(`${location.pathname}${location.search}`)}${opened ? '&ended=true' : ''}`}
        />
      </Match>
      <Match when={session.data?.pending && session.data}>
        {(found) => (
          <SessionContext.Provider value={() => asLast(found)}>
            <Suspense>{props.pending?.()}</Suspense>
          </SessionContext.Provider>
        )}
      </Match>
      <Match when={session.data}>
        {(found) => (
          <SessionContext.Provider value={() => asLast(found)}>
            <LiveProvider>
              <Shell pages={props.pages} softphone={props.softphone?.()}>
                {props.children}
              </Shell>
            </LiveProvider>
          </SessionContext.Provider>
        )}
      </Match>
    </Switch>
  )
}

/** Reads the session; while the shell is being taken down after sign-out the last one still answers. */
let last: SessionDto | undefined
const asLast = (found: () => SessionDto): SessionDto => {
  try {
    last = found()
    return last
  } catch (thrown) {
    if (last) return last
    throw thrown
  }
}
