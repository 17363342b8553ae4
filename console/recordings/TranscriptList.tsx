import { For, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { Skeleton } from '../ui/feedback/Skeleton.tsx'
import { transcriptQuery } from './recordings.queries.ts'

/** What was said in the calls of a ticket, line by line; each call is headed by its day. */
export const TranscriptList = (props: { ticketId: string }) => {
  const { t, format } = useI18n()
  const lines = useQuery(() => ({ ...transcriptQuery(props.ticketId), throwOnError: false }))
  const all = () => known(lines) ?? []
  const opensCall = (at: number) => all()[at - 1]?.callId !== all()[at]?.callId
  return (
    <Show
      when={!lines.isLoadingError}
      fallback={<ErrorPanel error={lines.error} onRetry={() => void lines.refetch()} />}
    >
      <Show when={known(lines)} fallback={<Skeleton lines={6} />}>
        <Show
          when={all().length > 0}
          fallback={<EmptyState title={t('dispatch.noTranscript')} detail={t('dispatch.noTranscriptHint')} />}
        >
          <ol class="flex flex-col gap-1.5">
            <For each={all()}>
              {(line, at) => (
                <>
                  <Show when={opensCall(at())}>
                    <li class="pt-2 text-sm text-muted first:pt-0">{format().moment(line.at)}</li>
                  </Show>
                  <li class="flex items-baseline gap-2">
                    <span class="w-14 shrink-0 text-sm text-muted">{t(`desk.speaker.${line.speaker}`)}</span>
                    <span class={`min-w-0 flex-1 wrap-anywhere ${line.speaker === 'citizen' ? '' : 'text-muted'}`}>
                      {line.text}
                    </span>
                    <time class="shrink-0 text-xs text-muted" datetime={line.at}>
                      {format().timeWithSeconds(line.at)}
                    </time>
                  </li>
                </>
              )}
            </For>
          </ol>
        </Show>
      </Show>
    </Show>
  )
}
