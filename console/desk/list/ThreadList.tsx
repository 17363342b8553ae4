import MessageSquare from 'lucide-solid/icons/message-square'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createFilesText } from '../../threads/files-text.ts'
import { ThreadWho } from '../../threads/components/ThreadWho.tsx'
import { waitingThreadsQuery } from '../../threads/threads.queries.ts'
import { useDesk } from '../desk.context.ts'
import { ListPart, rowLook } from './ListPart.tsx'
import { useQuery } from '../../shared/use-query.ts'
import type { Still } from '../../shared/create-still.ts'

/** Texts that nobody has looked at. */
export const ThreadList = (props: { still: Still }) => {
  const { t } = useI18n()
  const desk = useDesk()
  const files = createFilesText()
  const threads = useQuery(() => waitingThreadsQuery())
  const shown = props.still(() => threads.data)
  return (
    <Show when={shown()}>
      {(page) => (
        <ListPart
          title={t('desk.texts')}
          count={page().next === null ? page().items.length : `${page().items.length}+`}
        >
          <ul>
            <For each={page().items} fallback={<li class="px-2 text-sm text-muted">{t('desk.noTexts')}</li>}>
              {(thread) => (
                <li>
                  <button
                    type="button"
                    class={rowLook}
                    aria-current={
                      desk.item()?.kind === 'thread' && desk.item()?.id === thread.citizenId ? 'true' : undefined
                    }
                    onClick={() => desk.open({ kind: 'thread', id: thread.citizenId })}
                  >
                    <span class="flex flex-wrap items-center gap-x-1.5">
                      <MessageSquare size={14} class="shrink-0 text-muted" aria-hidden="true" />
                      <ThreadWho thread={thread} />
                    </span>
                    <span class="truncate text-sm text-muted">
                      {thread.waiting?.text || thread.last.body || files(thread.last.files)}
                    </span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </ListPart>
      )}
    </Show>
  )
}
