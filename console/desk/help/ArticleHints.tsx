import { createSignal, For, Show } from 'solid-js'
import { articleHintsQuery, articleQuery } from '../../knowledge/knowledge.queries.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import type { IntakeWork } from '../create-intake.ts'
import { HelpPart } from './HelpPart.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

const most = 3

/** What the hotline knows about the matter (the taken one, else the likeliest); read in place and put into the answer. */
export const ArticleHints = (props: { work: IntakeWork }) => {
  const { t } = useI18n()
  const code = () => props.work.form().matterCode ?? props.work.proposal()?.matters[0]?.code ?? ''
  const articles = useQuery(() => ({ ...articleHintsQuery(code(), most), enabled: code() !== '', throwOnError: false }))
  const [opened, setOpened] = createSignal<string>()
  const found = () => known(articles)?.items ?? []
  return (
    <HelpPart title={t('desk.knowledge')}>
      <Show when={found().length > 0} fallback={<p class="text-sm text-muted">{t('desk.noKnowledge')}</p>}>
        <ul class="flex flex-col gap-1">
          <For each={found()}>
            {(article) => (
              <li>
                <button
                  type="button"
                  aria-expanded={opened() === article.id}
                  class="-mx-2 block w-[calc(100%+16px)] rounded-md px-2 py-1 text-start hover:bg-hover"
                  onClick={() => setOpened((now) => (now === article.id ? undefined : article.id))}
                >
                  <span class="block font-medium">{article.title}</span>
                  <Show when={opened() !== article.id}>
                    <span class="line-clamp-2 text-sm text-muted">{article.excerpt}</span>
                  </Show>
                </button>
                <Show when={opened() === article.id}>
                  <ArticleBody id={article.id} work={props.work} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </HelpPart>
  )
}

const ArticleBody = (props: { id: string; work: IntakeWork }) => {
  const { t } = useI18n()
  const article = useQuery(() => ({ ...articleQuery(props.id), throwOnError: false }))
  const insert = (body: string) =>
    props.work.write({ answer: [props.work.form().answer.trimEnd(), body].filter(Boolean).join('\n') })
  return (
    <Show when={known(article)}>
      {(read) => (
        <div class="flex flex-col items-start gap-2 pb-1">
          <p class="max-h-72 overflow-y-auto text-sm whitespace-pre-wrap">{read().body}</p>
          <Button class="min-h-7! px-2! text-sm" onClick={() => insert(read().body)}>
            {t('desk.insertAnswer')}
          </Button>
        </div>
      )}
    </Show>
  )
}
