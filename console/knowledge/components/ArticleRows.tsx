import BookOpen from 'lucide-solid/icons/book-open'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createKeysetQuery } from '../../shared/create-keyset-query.ts'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { RowList } from '../../ui/lists/RowList.tsx'
import { SearchBox } from '../../ui/fields/SearchBox.tsx'
import { ToggleChip } from '../../ui/filters/ToggleChip.tsx'
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
      <RowList
        list={list}
        open={props.open}
        onOpen={(id) => props.onOpen(id)}
        row={(article) => (
          <>
            <span class="font-medium">{article.title}</span>
            <span class="line-clamp-2 text-sm text-muted">{article.excerpt}</span>
            <span class="text-xs text-muted">
              {article.unit ? inLocale(article.unit.name, article.unit.nameEn) : ''}
              <Show when={article.expired}>
                <span class="ml-2 text-warn">{t('knowledge.isExpired')}</span>
              </Show>
            </span>
          </>
        )}
        empty={
          <EmptyState
            icon={BookOpen}
            title={t(props.q === '' ? 'knowledge.nothingYet' : 'knowledge.listEmpty')}
            detail={t(props.q === '' ? 'knowledge.nothingYetHint' : 'knowledge.listEmptyHint')}
          />
        }
      />
    </>
  )
}
