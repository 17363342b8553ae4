import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { WaitingTime } from '../../ui/WaitingTime.tsx'
import type { Thread } from '../threads.api.ts'

/** Whose texts these are, and how long they have waited or when the newest came: two cells of a row that wraps, so that a number stays one to read. */
export const ThreadWho = (props: { thread: Thread }) => {
  const { t, format } = useI18n()
  return (
    <>
      <span class="min-w-28 flex-1 truncate font-medium">
        {[props.thread.name, props.thread.phone].filter(Boolean).join(' ') || t('softphone.withheld')}
      </span>
      <Show
        when={props.thread.waiting}
        fallback={
          <time
            datetime={props.thread.last.createdAt}
            title={format().moment(props.thread.last.createdAt)}
            class="shrink-0 text-xs text-muted"
          >
            {format().brief(props.thread.last.createdAt)}
          </time>
        }
      >
        {(waiting) => <WaitingTime waiting={waiting()} plain />}
      </Show>
    </>
  )
}
