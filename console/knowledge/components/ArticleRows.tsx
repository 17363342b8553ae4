import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createKeysetQuery } from '../../shared/create-keyset-query.ts'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ToggleChip } from '../../ui/ToggleChip.tsx'
import { articlesOf } from '../knowledge.queries.ts'

/** What was found. Articles past their expiry are left out unless asked for. */
export const ArticleRows = (props: {
  q: string
  expired: boolean
  open: string
  onSearch: (q: string) => void
  onExpired: (expired: boolean) => void
  onOpen: (id: string) => void
}) => {
  const { t, inLocale } = useI18n()
  const list = createKeysetQuery(() => articlesOf({ q: props.q, expired: props.expired }))
  let search: HTMLInputElement | undefined
  createShortcuts(
    () => t('knowledge.title'),
    [{ keys: '/', label: () => t('keys.search'), run: () => search?.focus() }],
  )
  return (
    <>
      <div class="sticky top-0 flex flex-col gap-2 border-b border-line bg-surface px-4 py-2.5">
        <SearchBox
          label={t('knowledge.search')}
          keys="/"
          value={props.q}
          onSearch={(q) => props.onSearch(q)}
          ref={(input) => (search = input)}
        />
        <div>
          <ToggleChip
            label={t('knowledge.expired')}
            pressed={props.expired}
            onChange={(expired) => props.onExpired(expired)}
          />
        </div>
      </div>
      <Show when={!list.error} fallback={<ErrorPanel error={list.error} onRetry={list.retry} />}>
        <Show when={!list.loading} fallback={<Skeleton class="p-4" lines={10} />}>
          <ul class="p-2">
            <For each={list.rows} fallback={<li class="p-4 text-center text-muted">{t('knowledge.listEmpty')}</li>}>
              {(article) => (
                <li>
                  <button
                    type="button"
                    aria-current={props.open === article.id ? 'true' : undefined}
                    class="flex w-full flex-col gap-0.5 rounded-md px-3 py-2 text-start hover:bg-hover aria-[current=true]:bg-selected"
                    onClick={() => props.onOpen(article.id)}
                  >
                    <span class="font-medium">{article.title}</span>
                    <span class="line-clamp-2 text-sm text-muted">{article.excerpt}</span>
                    <span class="text-xs text-muted">
                      {article.unit ? inLocale(article.unit.name, article.unit.nameEn) : ''}
                      <Show when={article.expired}>
                        <span class="ml-2 text-warn">{t('knowledge.isExpired')}</span>
                      </Show>
                    </span>
                  </button>
                </li>
              )}
            </For>
          </ul>
          <Show when={list.hasMore}>
            <Button kind="quiet" class="mx-4 mb-4 text-muted" busy={list.loadingMore} onClick={list.onMore}>
              {t('threads.more')}
            </Button>
          </Show>
        </Show>
      </Show>
    </>
  )
}
