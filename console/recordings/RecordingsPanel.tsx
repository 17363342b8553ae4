import { For, Show } from 'solid-js'
import { createCan } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'
import { Panel } from '../ui/Panel.tsx'
import { ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { RecordingPlayer } from './RecordingPlayer.tsx'
import { recordingsQuery } from './recordings.queries.ts'

/** What was said on the telephone about a ticket; absent where there is nothing, or the reader may not hear it. */
export const RecordingsPanel = (props: { ticketId: string }) => {
  const { t, format } = useI18n()
  const can = createCan()
  const recordings = useQuery(() => ({
    ...recordingsQuery(props.ticketId),
    enabled: can('recording.hear'),
    throwOnError: false,
  }))
  const found = () => known(recordings) ?? []
  return (
    <Show when={recordings.isLoadingError || found().length > 0}>
      <Panel title={t('recording.title')} aside={<span class="text-sm text-muted">{t('recording.logged')}</span>}>
        <Show when={recordings.isLoadingError}>
          <ErrorPanel error={recordings.error} onRetry={() => void recordings.refetch()} />
        </Show>
        <ul class="flex flex-col gap-3">
          <For each={found()}>
            {(one) => (
              <li class="flex flex-col gap-0.5">
                <span class="text-sm text-muted">
                  {`${t(`recording.purpose.${one.purpose}`)} · `}
                  <time datetime={one.startedAt}>{format().moment(one.startedAt)}</time>
                </span>
                <RecordingPlayer
                  recordingId={one.id}
                  seconds={one.durationSeconds}
                  label={`${t(`recording.purpose.${one.purpose}`)} ${format().moment(one.startedAt)}`}
                />
              </li>
            )}
          </For>
        </ul>
      </Panel>
    </Show>
  )
}
