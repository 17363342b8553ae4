import { A } from '@solidjs/router'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import Search from 'lucide-solid/icons/search'
import { For, Show, type JSX } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { classes } from '../ui/classes.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Tooltip } from '../ui/overlays/Tooltip.tsx'
import { crumbs } from './crumbs.ts'
import { LanguageMenu } from './LanguageMenu.tsx'
import { NotificationBell } from './NotificationBell.tsx'
import { useSession } from './session.ts'
import { UserMenu } from './UserMenu.tsx'

/** Where we are, the search, the softphone, and what is ours. On a phone a call that rings or was missed takes the room of search and sample mark. */
export const TopBar = (props: { onSearch: () => void; softphone?: JSX.Element }) => {
  const { t } = useI18n()
  const session = useSession()
  return (
    <header class="group/bar flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface pr-3 pl-4 max-sm:h-14 max-sm:pr-1.5">
      <div class="flex min-w-0 flex-1 items-center gap-2">
        <Show when={crumbs().at(-2)?.href}>
          {(href) => (
            <A
              href={href()}
              aria-label={t('shell.backTo', { page: crumbs().at(-2)?.label ?? '' })}
              class="-ml-3 inline-flex size-11 shrink-0 items-center justify-center rounded-md hover:bg-hover sm:hidden"
            >
              <ArrowLeft size={18} aria-hidden="true" />
            </A>
          )}
        </Show>
        <Show when={crumbs().length > 0}>
          <ol class="flex min-w-0 items-center gap-1">
            <For each={crumbs()}>
              {(crumb, at) => (
                <li
                  class={
                    at() === crumbs().length - 1
                      ? 'flex min-w-0 items-center gap-1 font-medium'
                      : 'flex shrink-0 items-center gap-1 text-muted max-sm:hidden'
                  }
                >
                  <Show when={at() > 0}>
                    <ChevronRight size={14} class="shrink-0 text-muted max-sm:hidden" aria-hidden="true" />
                  </Show>
                  <Show
                    when={crumb.href && at() < crumbs().length - 1}
                    fallback={<h1 class="truncate">{crumb.label}</h1>}
                  >
                    <A href={crumb.href ?? '/'} class="rounded-sm hover:text-text hover:underline">
                      {crumb.label}
                    </A>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <Show when={session().sample}>
          <Tooltip text={t('shell.sampleHint')}>
            <span
              tabIndex={0}
              class={classes(
                'ml-1 shrink-0 rounded-sm border border-line-strong border-dashed px-1.5 text-xs text-muted max-sm:group-has-[[data-takes-bar]]/bar:hidden',
                crumbs().length > 1 && 'max-sm:hidden',
              )}
            >
              <span class="max-sm:hidden">{t('shell.sample')}</span>
              <span class="sm:hidden">{t('shell.sampleShort')}</span>
            </span>
          </Tooltip>
        </Show>
      </div>
      <button
        type="button"
        aria-label={t('shell.searchHint')}
        aria-keyshortcuts="Meta+K Control+K"
        class="flex h-8 items-center gap-2 rounded-md border border-line bg-sunken px-2.5 text-muted hover:border-line-strong max-sm:size-11 max-sm:shrink-0 max-sm:group-has-[[data-takes-bar]]/bar:hidden max-sm:justify-center max-sm:border-0 max-sm:bg-transparent md:w-64 lg:w-88"
        onClick={() => props.onSearch()}
      >
        <Search size={16} aria-hidden="true" class="shrink-0" />
        <span class="hidden min-w-0 flex-1 truncate text-start text-sm md:inline">{t('shell.searchHint')}</span>
        <KeyHint keys="mod+k" class="max-md:hidden!" />
      </button>
      <div class="flex items-center justify-end gap-1 sm:flex-1">
        {props.softphone}
        <NotificationBell />
        <span class="max-sm:hidden">
          <LanguageMenu />
        </span>
        <UserMenu />
      </div>
    </header>
  )
}
