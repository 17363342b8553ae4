import CircleAlert from 'lucide-solid/icons/circle-alert'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createMemo, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { toProblem } from '../../shared/problem.ts'
import { Button } from '../Button.tsx'

/**
 * What a problem says in the reader's language: `problem.<code>`, or the server's own title for a code without a text.
 * `sentence`: both in one line, for the place beneath a field.
 */
export const createProblemText = () => {
  const { maybe, inLocale } = useI18n()
  return (thrown: unknown): { title: string; next: string | undefined; sentence: string } => {
    const { code, ...problem } = toProblem(thrown)
    const title = maybe(`problem.${code}`) ?? problem.title
    const next = maybe(`problem.${code}.next`)
    return { title, next, sentence: next === undefined ? title : [title, next].join(inLocale('。', '. ')) }
  }
}

/** Something did not come: what happened, what to do next, and the number to give to whoever looks into it. */
export const ErrorPanel = (props: { error: unknown; onRetry?: () => void }) => {
  const { t } = useI18n()
  const words = createProblemText()
  const problem = createMemo(() => toProblem(props.error))
  return (
    <div role="alert" class="flex items-start gap-3 p-5">
      <CircleAlert size={18} class="mt-0.5 shrink-0 text-bad" aria-hidden="true" />
      <div class="flex min-w-0 flex-col items-start gap-1">
        <p class="font-medium">{words(problem()).title}</p>
        <Show when={words(problem()).next}>{(next) => <p class="text-muted">{next()}</p>}</Show>
        <Show when={problem().requestId}>
          {(id) => <p class="font-mono text-xs text-muted select-all">{t('ui.requestId', { id: id() })}</p>}
        </Show>
        {/* What is not there is not there the second time either. */}
        <Show when={problem().status !== 404 && props.onRetry}>
          {(retry) => (
            <Button icon={RotateCw} class="mt-2" onClick={() => retry()()}>
              {t('ui.retry')}
            </Button>
          )}
        </Show>
      </div>
    </div>
  )
}
