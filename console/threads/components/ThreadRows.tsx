import MessageSquare from 'lucide-solid/icons/message-square'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { KeysetList } from '../../shared/create-keyset-query.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { RowList } from '../../ui/lists/RowList.tsx'
import { ToggleChip } from '../../ui/filters/ToggleChip.tsx'
import type { ThreadRow } from '../threads.queries.ts'
import { createFilesText } from '../files-text.ts'
import { ThreadWho } from './ThreadWho.tsx'

/** The conversations: those that wait, the longest first, or all, the newest first. */
export const ThreadRows = (props: {
  list: KeysetList<ThreadRow>
  all: boolean
  open: string
  onAll: (all: boolean) => void
  onOpen: (citizenId: string) => void
}) => {
  const { t } = useI18n()
  const files = createFilesText()
  return (
    <>
      <div class="sticky top-0 flex gap-2 border-b border-line bg-surface px-4 py-2.5">
        <ToggleChip label={t('threads.waiting')} pressed={!props.all} onChange={() => props.onAll(false)} />
        <ToggleChip label={t('threads.all')} pressed={props.all} onChange={() => props.onAll(true)} />
      </div>
      <RowList
        list={props.list}
        open={props.open}
        onOpen={(id) => props.onOpen(id)}
        row={(thread) => (
          <>
            <span class="flex flex-wrap items-center gap-x-2">
              <Show when={thread.waiting}>
                <span
                  class="size-2 shrink-0 rounded-full bg-accent-fill"
                  role="img"
                  aria-label={t('threads.waiting')}
                />
              </Show>
              <ThreadWho thread={thread} />
            </span>
            <span class="truncate text-sm text-muted">
              <Show when={thread.waiting === null && thread.last.machine}>
                {(kind) => <>{`${t(`threads.machine.${kind()}`)} · `}</>}
              </Show>
              {thread.waiting?.text ||
                (thread.last.direction === 'out'
                  ? t('threads.ours', { text: thread.last.body })
                  : thread.last.body || files(thread.last.files))}
            </span>
          </>
        )}
        empty={
          <EmptyState
            icon={MessageSquare}
            title={t(props.all ? 'threads.empty' : 'threads.listEmpty')}
            detail={t('threads.listEmptyHint')}
          />
        }
      />
    </>
  )
}
