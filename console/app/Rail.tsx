import { A, useLocation } from '@solidjs/router'
import { createEffect, For, on, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../i18n/i18n.tsx'
import { Tooltip } from '../ui/overlays/Tooltip.tsx'
import { Brand } from './Brand.tsx'
import type { Page } from './pages.types.ts'

/** The way between pages: a rail on the left, on phones a bar at the bottom with words. */
export const Rail = (props: { pages: readonly Page[] }) => {
  const { t } = useI18n()
  const location = useLocation()
  const here = (page: Page) => location.pathname === page.path || location.pathname.startsWith(`${page.path}/`)
  let list: HTMLUListElement | undefined
  // on a phone the bar scrolls sideways: the page one is on stays in sight
  createEffect(
    on(
      () => location.pathname,
      () => list?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    ),
  )
  return (
    <nav
      aria-label={t('shell.navigation')}
      class="flex shrink-0 bg-sunken max-sm:order-last max-sm:border-t max-sm:border-line max-sm:pb-[env(safe-area-inset-bottom)] sm:w-14 sm:flex-col sm:items-center sm:border-r sm:border-line"
    >
      <A href="/" aria-label={t('shell.product')} class="my-2.5 rounded-lg max-sm:hidden">
        <Brand />
      </A>
      <ul ref={list} class="flex flex-1 max-sm:justify-around max-sm:overflow-x-auto sm:flex-col sm:gap-1 sm:pt-1">
        <For each={props.pages}>
          {(page) => (
            <li class="shrink-0">
              <Tooltip text={t(page.title)} {...(page.rail && { keys: page.rail.keys })}>
                <A
                  href={page.path}
                  aria-label={t(page.title)}
                  aria-current={here(page) ? 'page' : undefined}
                  class="flex items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent max-sm:h-14 max-sm:min-w-15 max-sm:px-1 max-sm:whitespace-nowrap max-sm:flex-col max-sm:gap-0.5 max-sm:rounded-none max-sm:text-[11px] max-sm:aria-[current=page]:bg-transparent sm:size-10"
                >
                  <Show when={page.rail}>
                    {(rail) => <Dynamic component={rail().icon} size={20} strokeWidth={1.75} aria-hidden="true" />}
                  </Show>
                  <span class="sm:hidden">{t(page.title)}</span>
                </A>
              </Tooltip>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
