import { For, Show, type JSX } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'
import { ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { Skeleton } from '../ui/feedback/Skeleton.tsx'
import { RecordingPlayer } from './RecordingPlayer.tsx'
import { recordingsQuery } from './recordings.queries.ts'

/** The recordings of a ticket's calls as they are read; `enabled`: whether the reader may hear them. */
export const createRecordings = (ticketId: () => string, enabled: () => boolean = () => true) =>
  useQuery(() => ({ ...recordingsQuery(ticketId()), enabled: enabled(), throwOnError: false }))

/** The recordings of a ticket's calls, each to be heard. `empty`: shown where there is none. */
export const RecordingList = (props: { recordings: ReturnType<typeof createRecordings>; empty?: JSX.Element }) => {
  const { t, format } = useI18n()
  return (
    <Show
      when={!props.recordings.isLoadingError}
      fallback={<ErrorPanel error={props.recordings.error} onRetry={() => void props.recordings.refetch()} />}
    >
      <Show when={known(props.recordings)} fallback={<Skeleton lines={2} />}>
        {(found) => (
          <ul class="flex flex-col gap-3">
            <For each={found()} fallback={<li>{props.empty}</li>}>
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
        )}
      </Show>
    </Show>
  )
}
