import BookOpen from 'lucide-solid/icons/book-open'
import { Show } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { createUrlState } from '../shared/create-url-state.ts'
import { flagParam, searchParam, textParam } from '../shared/url-state.models.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ArticleRows } from './components/ArticleRows.tsx'
import { ArticleView } from './components/ArticleView.tsx'

/** The knowledge base: search left, the article right; on a phone one after the other. */
export const KnowledgePage = () => {
  const { t } = useI18n()
  const [url, setUrl] = createUrlState({ q: searchParam(), expired: flagParam(), article: textParam() })
  createCrumbs(() => [
    { label: t('knowledge.title'), ...(url().article !== '' && { href: '/knowledge' }) },
    ...(url().article === '' ? [] : [{ label: t('knowledge.article') }]),
  ])
  return (
    <div class="flex h-full min-h-0 sm:grid sm:grid-cols-[minmax(260px,400px)_minmax(0,1fr)]">
      <section
        aria-label={t('knowledge.title')}
        class="min-h-0 flex-1 overflow-y-auto border-r border-line"
        classList={{ 'max-sm:hidden': url().article !== '' }}
      >
        <ArticleRows
          q={url().q}
          expired={url().expired}
          open={url().article}
          onSearch={(q) => setUrl({ q })}
          onExpired={(expired) => setUrl({ expired })}
          onOpen={(article) => setUrl({ article })}
        />
      </section>
      <section
        aria-label={t('knowledge.article')}
        class="min-h-0 flex-1 overflow-y-auto bg-raised"
        classList={{ 'max-sm:hidden': url().article === '' }}
      >
        <PageBoundary>
          <Show
            when={url().article}
            keyed
            fallback={<EmptyState icon={BookOpen} title={t('knowledge.none')} detail={t('knowledge.noneHint')} />}
          >
            {(id) => <ArticleView id={id} />}
          </Show>
        </PageBoundary>
      </section>
    </div>
  )
}
