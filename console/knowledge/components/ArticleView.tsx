import Copy from 'lucide-solid/icons/copy'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { articleQuery } from '../knowledge.queries.ts'
import { useQuery } from '../../shared/use-query.ts'

/** One article, with who keeps it right and until when it holds. */
export const ArticleView = (props: { id: string }) => {
  const { t, format, inLocale } = useI18n()
  const article = useQuery(() => articleQuery(props.id))
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    showToast({ tone: 'ok', title: t('ui.copied') })
  }
  return (
    <Show when={article.data}>
      {(read) => (
        <article class="mx-auto flex max-w-3xl flex-col gap-4 px-6 py-6">
          <Show when={read().expired}>
            <Banner tone="warn" class="rounded-md">
              {t('knowledge.expiredHint')}
            </Banner>
          </Show>
          <header class="flex items-start justify-between gap-4">
            <h2 class="text-xl font-semibold">{read().title}</h2>
            <Button icon={Copy} onClick={() => void copy(read().body)}>
              {t('ui.copy')}
            </Button>
          </header>
          <p class="text-sm text-muted">
            {[
              ...(read().unit
                ? [t('knowledge.keptBy', { unit: inLocale(read().unit?.name ?? '', read().unit?.nameEn ?? '') })]
                : []),
              t('knowledge.validUntil', { day: format().day(read().validUntil) }),
              t('knowledge.updated', { day: format().day(read().updatedAt) }),
            ].join(' · ')}
          </p>
          <div class="text-lg whitespace-pre-wrap">{read().body}</div>
        </article>
      )}
    </Show>
  )
}
