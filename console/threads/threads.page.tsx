import { useNavigate } from '@solidjs/router'
import MessageSquare from 'lucide-solid/icons/message-square'
import { Show } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { nextRow } from '../shared/next-row.ts'
import { createUrlState } from '../shared/create-url-state.ts'
import { flagParam, textParam } from '../shared/url-state.models.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ThreadRows } from './components/ThreadRows.tsx'
import { ThreadPane } from './ThreadPane.tsx'
import { threadList } from './threads.queries.ts'

/** All conversations by text: those that wait first, or every one. On a phone the list, then the conversation. */
export const ThreadsPage = () => {
  const { t } = useI18n()
  const navigate = useNavigate()
  const [url, setUrl] = createUrlState({ all: flagParam(), citizen: textParam() })
  const list = createKeysetQuery(() => threadList(!url().all))
  /** In the queue of those who wait the next one opens; the last one stays open, and among all conversations nobody is moved. */
  const settled = (citizenId: string) => {
    if (url().all || url().citizen !== citizenId) return
    const next = nextRow(list.rows, citizenId)
    if (next) setUrl({ citizen: next.id })
  }
  createCrumbs(() => [
    { label: t('threads.title'), ...(url().citizen !== '' && { href: '/threads' }) },
    ...(url().citizen === '' ? [] : [{ label: t('threads.conversation') }]),
  ])
  return (
    <div class="flex h-full min-h-0 sm:grid sm:grid-cols-[minmax(240px,340px)_minmax(0,1fr)]">
      <section
        aria-label={t('threads.title')}
        class="min-h-0 flex-1 overflow-y-auto border-r border-line"
        classList={{ 'max-sm:hidden': url().citizen !== '' }}
      >
        <ThreadRows
          list={list}
          all={url().all}
          open={url().citizen}
          onAll={(all) => setUrl({ all })}
          onOpen={(citizen) => setUrl({ citizen })}
        />
      </section>
      <section
        aria-label={t('threads.conversation')}
        class="min-h-0 flex-1 bg-raised"
        classList={{ 'max-sm:hidden': url().citizen === '' }}
      >
        <PageBoundary>
          <Show
            when={url().citizen}
            keyed
            fallback={<EmptyState icon={MessageSquare} title={t('threads.none')} detail={t('threads.noneHint')} />}
          >
            {(citizen) => (
              <ThreadPane
                citizenId={citizen}
                onDraft={(id) => navigate(`/desk?open=draft:${id}`)}
                onSettled={() => settled(citizen)}
              />
            )}
          </Show>
        </PageBoundary>
      </section>
    </div>
  )
}
